#include "app/screens/ui.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui_internal.h>

namespace courtyard::screens {
namespace {

ImU32 packed(Colour colour) {
    return IM_COL32(colour.rgba >> 24U, (colour.rgba >> 16U) & 0xFFU, (colour.rgba >> 8U) & 0xFFU, colour.rgba & 0xFFU);
}

const Palette& palette_for(const Theme& theme, flow::Contrast contrast) {
    return contrast == flow::Contrast::High ? theme.high_contrast : theme.calm;
}

}  // namespace

Ui::Ui(View& view, Look look, std::string_view place)
    : view_(view), look_(look), palette_(palette_for(view.theme, look.contrast)) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    unit_ = std::min(size.x, size.y) / measure::kShortSide;
    page_ = {0, 0, size.x / unit_, size.y / unit_};
    view_.wants_frame = false;
    forget_pictures();
    const std::uint32_t hash = ImHashStr(place.data(), place.size());
    if (hash != view_.place) {
        view_.place = hash;
        view_.scrolls.clear();
        view_.wheels.clear();
        view_.shows_masked = false;
        view_.unfolded = false;
        view_.written = 0;
        view_.revealing = 0;
        ImGui::ClearActiveID();  // a finger that is still down belongs to the page before
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("courtyard", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing);
    list_ = ImGui::GetWindowDrawList();
    fill(page_, palette_.paper);
    ground_ = palette_.paper;
}

Ui::~Ui() {
    ImGui::End();
    ImGui::PopStyleVar(3);
}

float Ui::px(float units) const { return units * unit_; }
// Whole pixels: half-pixel edges look blurred and would change tiles that did not change.
ImVec2 Ui::at(float x, float y) const { return {std::floor(x * unit_ + 0.5F), std::floor(y * unit_ + 0.5F)}; }

int Ui::pixels(Type type) const { return drawn_size(type, look_.text_size, look_.density, unit_); }
float Ui::em(Type type) const { return static_cast<float>(pixels(type)) / unit_; }

ImFont* Ui::font(Weight weight) const {
    switch (weight) {
        case Weight::text: return view_.fonts.text;
        case Weight::strong: return view_.fonts.strong;
        case Weight::title: return view_.fonts.title;
    }
    return view_.fonts.text;
}

Rect Ui::clip() const { return clips_.empty() ? page_ : clips_.back(); }

Colour Ui::ground(Colour colour) { return std::exchange(ground_, colour); }

// ---- for the ear

Ear Ui::hear(Ear ear) { return std::exchange(ear_, ear); }

void Ui::hear_as(std::string words) { heard_as_ = std::move(words); }

// ---- words

bool Ui::knows(std::string_view key) const { return view_.find_word && view_.find_word(key) != nullptr; }

std::string Ui::say(std::string_view key) const { return say(key, {}); }

std::string Ui::say(std::string_view key, std::initializer_list<Fill> values) const {
    const std::string* found = view_.find_word ? view_.find_word(key) : nullptr;
    if (!found) {
        if (view_.log) view_.log->missing_words.emplace_back(key);
        return "[" + std::string(key) + "]";
    }
    std::string text = fill_in(*found, values);
    if (view_.log && text.find('{') != std::string::npos) view_.log->unfilled.push_back(text);
    return text;
}

// ---- text

Advance Ui::advance(const Style& style) const {
    ImFontBaked* baked = font(style.weight)->GetFontBaked(static_cast<float>(pixels(style.type)));
    return [baked, unit = unit_](char32_t c) { return baked->GetCharAdvance(static_cast<ImWchar>(c)) / unit; };
}

float Ui::wide(std::string_view text, const Style& style) const {
    const Advance step = advance(style);
    float width = 0;
    for (std::size_t at = 0; at < text.size();)
        width += step(next_character(text, at));
    return width;
}

float Ui::tall(std::string_view text, float width, const Style& style) const {
    if (text.empty()) return 0;
    const float em_units = em(style.type);
    return static_cast<float>(break_lines(text, width, advance(style)).size() - 1) * em_units * style.leading +
           em_units * 1.12F;
}

void Ui::log_text(std::string_view text, const Rect& rect, const Rect& room, int size, const Style& style) {
    if (view_.hear_text)
        view_.hear_text(text, at(rect.x, rect.y), at(rect.right(), rect.bottom()), static_cast<float>(size),
                        at(room.x, room.y), at(room.right(), room.bottom()));
    if (view_.log)
        view_.log->things.push_back({DrawnKind::text, rect, room, clip(), std::string(text),
                                     static_cast<float>(size) / unit_, style.ink, ground_, style.type == Type::note,
                                     !rolls_.empty(), ear_, heard_as_});
    heard_as_.clear();
}

float Ui::write(const Rect& box, std::string_view text, const Style& style) {
    if (text.empty()) return 0;
    const int size = pixels(style.type);
    const float em_units = static_cast<float>(size) / unit_;
    const Advance step = advance(style);
    const std::vector<Line> lines =
        style.balance == Balance::even ? break_balanced(text, box.w, step) : break_sentences(text, box.w, step);
    float y = box.y + em_units * 0.06F;
    float widest = 0;
    for (const Line& line : lines) {
        float x = box.x;
        if (style.align == Align::centre) x += (box.w - line.width) / 2;
        if (style.align == Align::right) x += box.w - line.width;
        const char* begin = text.data() + line.begin;
        list_->AddText(font(style.weight), static_cast<float>(size), at(x, y), packed(style.ink), begin,
                       text.data() + line.end);
        widest = std::max(widest, line.width);
        keep_line(y, em_units);
        y += em_units * style.leading;
    }
    const float height = static_cast<float>(lines.size() - 1) * em_units * style.leading + em_units * 1.12F;
    Rect covered{box.x, box.y, widest, height};
    if (style.align == Align::centre) covered.x += (box.w - widest) / 2;
    if (style.align == Align::right) covered.x += box.w - widest;
    log_text(text, covered, {box.x, box.y, box.w, std::max(box.h, height)}, size, style);
    return height;
}

float Ui::line(const Rect& box, std::string_view text, const Style& style, Fit fit) {
    if (text.empty()) return 0;
    int size = pixels(style.type);
    const auto width_at = [&](int pixel_size) {
        ImFontBaked* baked = font(style.weight)->GetFontBaked(static_cast<float>(pixel_size));
        float width = 0;
        for (std::size_t i = 0; i < text.size();)
            width += baked->GetCharAdvance(static_cast<ImWchar>(next_character(text, i)));
        return width / unit_;
    };
    float width = width_at(size);
    // Down the scale, but not below what is readable.
    while (fit == Fit::shrink && width > box.w + 0.5F &&
           size > type_size_at_most(static_cast<float>(kTypeScale[1]) * unit_)) {
        size = type_size_at_most(static_cast<float>(size - 1));
        width = width_at(size);
    }
    const float em_units = static_cast<float>(size) / unit_;
    float x = box.x;
    if (style.align == Align::centre) x += (box.w - width) / 2;
    if (style.align == Align::right) x += box.w - width;
    const float y = box.middle_y() - em_units / 2;
    list_->AddText(font(style.weight), static_cast<float>(size), at(x, y), packed(style.ink), text.data(),
                   text.data() + text.size());
    keep_line(y, em_units);
    log_text(text, {x, y, width, em_units}, box, size, style);
    return width;
}

void Ui::icon(const Rect& box, const char* glyph, float em_wanted, Colour ink) {
    const int size = type_size_at_most(em_wanted * unit_ + 0.5F);
    const float em_units = static_cast<float>(size) / unit_;
    const Rect rect{box.middle_x() - em_units / 2, box.middle_y() - em_units / 2, em_units, em_units};
    list_->AddText(view_.fonts.icons, static_cast<float>(size), at(rect.x, rect.y), packed(ink), glyph);
    if (view_.log)
        view_.log->things.push_back(
            {DrawnKind::icon, rect, box, clip(), glyph, em_units, ink, ground_, false, !rolls_.empty(), ear_});
}

// ---- shapes

void Ui::fill(const Rect& rect, Colour colour, float radius) {
    list_->AddRectFilled(at(rect.x, rect.y), at(rect.right(), rect.bottom()), packed(colour), px(radius));
}

void Ui::frame(const Rect& rect, Colour colour, float thickness, float radius) {
    const float half = std::max(1.0F, px(thickness)) / 2;
    const ImVec2 a = at(rect.x, rect.y);
    const ImVec2 b = at(rect.right(), rect.bottom());
    list_->AddRect({a.x + half, a.y + half}, {b.x - half, b.y - half}, packed(colour), px(radius), 0, half * 2);
}

void Ui::sweep(const Rect& rect, Colour left, Colour right, float radius) {
    const int first = list_->VtxBuffer.Size;
    fill(rect, Colour{0xFFFFFFFF}, radius);
    ImGui::ShadeVertsLinearColorGradientKeepAlpha(list_, first, list_->VtxBuffer.Size, at(rect.x, rect.middle_y()),
                                                  at(rect.right(), rect.middle_y()), packed(left), packed(right));
}

void Ui::disc(float x, float y, float radius, Colour colour) {
    list_->AddCircleFilled(at(x, y), px(radius), packed(colour));
}

void Ui::ring(float x, float y, float radius, float thickness, Colour colour) {
    list_->AddCircle(at(x, y), px(radius), packed(colour), 0, std::max(1.0F, px(thickness)));
}

void Ui::stroke(float x1, float y1, float x2, float y2, float thickness, Colour colour) {
    list_->AddLine(at(x1, y1), at(x2, y2), packed(colour), std::max(1.0F, px(thickness)));
}

void Ui::squares(const Rect& rect, int side, const base::Bytes& dark, Colour colour) {
    // Every module has the same whole number of pixels, else phones misread large symbols.
    const int module = std::max(1, static_cast<int>(px(rect.w)) / side);
    const int whole = module * side;
    const ImVec2 origin = at(rect.middle_x() - static_cast<float>(whole) / unit_ / 2,
                             rect.middle_y() - static_cast<float>(whole) / unit_ / 2);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            if (dark[static_cast<std::size_t>(y * side + x)] == 0) continue;
            int end = x + 1;
            while (end < side && dark[static_cast<std::size_t>(y * side + end)] != 0)
                ++end;
            list_->AddRectFilled(
                {origin.x + static_cast<float>(x * module), origin.y + static_cast<float>(y * module)},
                {origin.x + static_cast<float>(end * module), origin.y + static_cast<float>((y + 1) * module)},
                packed(colour));
            x = end;
        }
    }
}

// ---- touch

Touch Ui::touch(const Rect& rect, std::string_view label, int salt) {
    Touch touch{false, false, rect};
    if (view_.log)
        view_.log->things.push_back(
            {DrawnKind::target, rect, rect, clip(), std::string(label), 0, {}, ground_, false, !rolls_.empty(), ear_});
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    const ImGuiID id = ImHashData(&salt, sizeof salt, window->GetID(label.data(), label.data() + label.size()));
    const ImRect box(at(rect.x, rect.y), at(rect.right(), rect.bottom()));
    const std::string name(label);
    [[maybe_unused]] ImGuiContext& g = *GImGui;
    if (!ImGui::ItemAdd(box, id)) {
        IMGUI_TEST_ENGINE_ITEM_INFO(id, name.c_str(), g.LastItemData.StatusFlags);  // out of sight, but there
        return touch;
    }
    bool hovered = false;
    bool held = false;
    touch.pressed = ImGui::ButtonBehavior(box, id, &hovered, &held);
    touch.held = held && hovered;
    if (touch.pressed && view_.listening.on && ear_ != Ear::hushed)
        view_.listening.touched = ear_ == Ear::discreet || ear_ == Ear::secret ? std::string{} : name;
    if (touch.held) touch.rect = rect.moved(0, 4);
    IMGUI_TEST_ENGINE_ITEM_INFO(id, name.c_str(), g.LastItemData.StatusFlags);
    return touch;
}

void Ui::begin_clip(const Rect& rect) {
    const Rect outer = clip();
    Rect inner{std::max(rect.x, outer.x), std::max(rect.y, outer.y), 0, 0};
    inner.w = std::max(0.0F, std::min(rect.right(), outer.right()) - inner.x);
    inner.h = std::max(0.0F, std::min(rect.bottom(), outer.bottom()) - inner.y);
    clips_.push_back(inner);
    ImGui::PushClipRect(at(rect.x, rect.y), at(rect.right(), rect.bottom()), true);
}

void Ui::end_clip() {
    ImGui::PopClipRect();
    clips_.pop_back();
}

}  // namespace courtyard::screens
