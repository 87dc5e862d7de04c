#include "tests/support/ui_driver.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace courtyard::test {

namespace {

constexpr std::uint32_t kPaper = 0xF4F1EA;
constexpr ImVec2 kAway(-FLT_MAX, -FLT_MAX);

bool is_visible(ImVec2 min, ImVec2 max) { return max.x > min.x && max.y > min.y; }

platform::UiOptions options() {
    platform::UiOptions options;
    options.frame_seconds_fixed = 1.0f / 60.0f;
    options.record = true;
    return options;
}

}  // namespace

UiDriver::UiDriver(platform::FontLibrary& fonts, platform::Size size, std::function<void()> draw_ui, Drawing drawing)
    : UiDriver(
          fonts, size, [&](const platform::Faces&) { return std::move(draw_ui); }, drawing) {}

UiDriver::UiDriver(platform::FontLibrary& fonts, platform::Size size,
                   std::function<std::function<void()>(const platform::Faces&)> make, Drawing drawing)
    : context_(std::make_unique<platform::UiContext>(fonts, options())),
      canvas_(std::make_unique<platform::Canvas>(size)),
      size_(size),
      draw_ui_(make(context_->faces())),
      drawing_(drawing) {
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    frames(3);
}

UiDriver::~UiDriver() {
    draw_ui_ = nullptr;  // screens may hold textures of the context
}

void UiDriver::run_frame() {
    context_->begin_frame(size_, 0);
    draw_ui_();
    last_frame_ = &context_->end_frame();
    if (drawing_ == Drawing::Canvas) {
        canvas_->render(*last_frame_, kPaper);
        return;
    }
    for (ImTextureData* texture : *last_frame_->Textures) {  // nobody draws, but ImGui wants its requests answered
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(static_cast<ImTextureID>(1));
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

void UiDriver::frames(int count) {
    for (int i = 0; i < count; ++i) {
        run_frame();
    }
}

std::optional<platform::RecordedItem> UiDriver::find(std::string_view label, int nth) const {
    for (const bool exact : {true, false}) {
        int left = nth;
        for (const platform::RecordedItem& item : platform::recording().items) {
            if (!is_visible(item.seen_min, item.seen_max) || item.label.empty()) continue;
            const bool matches = exact ? item.label == label : item.label.find(label) != std::string::npos;
            if (matches && left-- == 0) return item;
        }
    }
    return std::nullopt;
}

bool UiDriver::click(std::string_view label) { return click(label, 0); }

bool UiDriver::click(std::string_view label, int nth) {
    const auto item = find(label, nth);
    if (!item) {
        last_failure_ = "nothing visible is labelled \"" + std::string(label) + "\"; there is:";
        for (const platform::RecordedItem& each : platform::recording().items) {
            if (!each.label.empty() && is_visible(each.seen_min, each.seen_max))
                last_failure_ += " [" + each.label + "]";
        }
        return false;
    }
    if ((item->item_flags & ImGuiItemFlags_Disabled) != 0) {
        last_failure_ = "\"" + std::string(label) + "\" may not be pressed now";
        return false;
    }
    tap(ImVec2((item->seen_min.x + item->seen_max.x) * 0.5f, (item->seen_min.y + item->seen_max.y) * 0.5f));
    return true;
}

void UiDriver::tap(ImVec2 position) { drag(position, position, 1); }

void UiDriver::drag(ImVec2 from, ImVec2 to, int steps) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(from.x, from.y);
    run_frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    frames(2);
    for (int i = 1; i <= steps && (from.x != to.x || from.y != to.y); ++i) {
        const float part = static_cast<float>(i) / static_cast<float>(steps);
        io.AddMousePosEvent(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
        run_frame();
    }
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    run_frame();
    io.AddMousePosEvent(kAway.x, kAway.y);  // a finger that is lifted hovers over nothing
    frames(2);
}

void UiDriver::stroke(const std::vector<ImVec2>& points, std::size_t in_a_frame) {
    if (points.empty()) return;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(points.front().x, points.front().y);
    run_frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    run_frame();
    for (std::size_t i = 1; i < points.size(); ++i) {
        io.AddMousePosEvent(points[i].x, points[i].y);
        if (i % in_a_frame == 0) run_frame();
    }
    run_frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    run_frame();
    io.AddMousePosEvent(kAway.x, kAway.y);
    frames(2);
}

void UiDriver::wheel(ImVec2 position, float lines) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(position.x, position.y);
    run_frame();
    io.AddMouseWheelEvent(0, lines);
    frames(2);
    io.AddMousePosEvent(kAway.x, kAway.y);
    run_frame();
}

void UiDriver::type(std::string_view utf8) {
    const std::string text(utf8);
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    frames(3);
}

void UiDriver::key(ImGuiKey key) {
    ImGui::GetIO().AddKeyEvent(key, true);
    run_frame();
    ImGui::GetIO().AddKeyEvent(key, false);
    frames(2);
}

bool UiDriver::has(std::string_view text) const {
    const platform::Recording& recording = platform::recording();
    const auto in_text = [&](const platform::RecordedText& each) {
        return is_visible(each.seen_min, each.seen_max) && each.text.find(text) != std::string::npos;
    };
    const auto in_item = [&](const platform::RecordedItem& each) {
        return is_visible(each.seen_min, each.seen_max) && each.label.find(text) != std::string::npos;
    };
    return std::any_of(recording.texts.begin(), recording.texts.end(), in_text) ||
           std::any_of(recording.items.begin(), recording.items.end(), in_item);
}

std::string UiDriver::transcript() const {
    std::vector<platform::RecordedText> texts = platform::recording().texts;
    std::erase_if(texts, [](const auto& each) { return !is_visible(each.seen_min, each.seen_max); });
    std::stable_sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) {
        return a.min.y != b.min.y ? a.min.y < b.min.y : a.min.x < b.min.x;
    });
    std::string out;
    for (const auto& each : texts) {
        out += each.text + "\n";
    }
    return out;
}

platform::Image UiDriver::picture() {
    if (drawing_ == Drawing::No) canvas_->render_as_onlooker(*last_frame_, kPaper);
    return canvas_->read_pixels();
}

const platform::Faces& UiDriver::faces() const { return context_->faces(); }

}  // namespace courtyard::test
