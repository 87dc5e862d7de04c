// bench-lists: the laptop's list of 10,000 cases in the software renderer, frame by frame, while it is scrolled with
// the wheel, paged with keys and searched letter by letter; and what one letter costs beside a plain scan of the same
// texts. Without a display. ms, as JSON.
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include <imgui.h>

#include "app/flow/desk_update.hpp"
#include "app/platform/canvas.hpp"
#include "app/platform/fonts.hpp"
#include "app/platform/ui_context.hpp"
#include "app/screens/field_gallery.hpp"
#include "app/screens/kiosk_view.hpp"
#include "sync/os/clock.hpp"

using namespace courtyard;

namespace {

constexpr platform::Size kLaptop{1366, 768}, kDesk{1920, 1080};
constexpr float kFrameSeconds = 1.0F / 60;
constexpr int kSettle = 4, kWheelFrames = 200, kPages = 60;

struct Spread {
    std::vector<double> ms;

    [[nodiscard]] std::string json() {
        std::sort(ms.begin(), ms.end());
        std::array<char, 160> text{};
        std::snprintf(text.data(), text.size(), "{\"n\":%zu,\"min\":%.3f,\"median\":%.3f,\"p95\":%.3f,\"max\":%.3f}",
                      ms.size(), ms.front(), ms[ms.size() / 2], ms[ms.size() * 95 / 100], ms.back());
        return text.data();
    }
};

template <class Do>
double ms_of(const Do& act) {
    const std::int64_t began = os::monotonic_us();
    act();
    return static_cast<double>(os::monotonic_us() - began) / 1e3;
}

// The window without a worker: what it sends moves its state, as in the program.
class Window {
public:
    Window(platform::FontLibrary& fonts, const pack::Pack& content, flow::DeskState state, platform::Size size)
        : context_(fonts, {platform::AtlasFormat::Alpha8, kFrameSeconds, false}),
          canvas_(size),
          world_{&content},
          state_(std::move(state)),
          size_(size) {
        view_.view.fonts = {context_.faces().text, context_.faces().bold, context_.faces().title,
                            context_.faces().icons};
        view_.view.find_word = screens::words_of(&content);
        view_.view.moving = false;
    }
    // From the events to the pixels.
    double frame() {
        return ms_of([this] {
            context_.begin_frame(size_, kFrameSeconds);
            std::vector<flow::DeskEvent> events;
            screens::draw(state_, world_, view_,
                          [&events](flow::DeskEvent event) { events.push_back(std::move(event)); });
            static_cast<void>(canvas_.render(context_.end_frame(), 0xF4F1EA));
            for (const flow::DeskEvent& event : events)
                state_ = flow::desk_update(std::move(state_), event, state_.now).state;
        });
    }
    double frame_with_key(ImGuiKey key) {
        ImGui::GetIO().AddKeyEvent(key, true);
        const double ms = frame();
        ImGui::GetIO().AddKeyEvent(key, false);
        return std::max(ms, frame());
    }
    double frame_with_wheel(float lines) {
        ImGui::GetIO().AddMousePosEvent(static_cast<float>(size_.width) / 2, static_cast<float>(size_.height) * 0.7F);
        ImGui::GetIO().AddMouseWheelEvent(0, lines);
        return frame();
    }
    double frame_with_letters(const char* letters) {
        ImGui::GetIO().AddInputCharactersUTF8(letters);
        return std::max(frame(), frame());
    }
    [[nodiscard]] const flow::DeskState& state() const { return state_; }

private:
    platform::UiContext context_;
    platform::Canvas canvas_;
    screens::DeskView view_;
    screens::DeskWorld world_;
    flow::DeskState state_;
    platform::Size size_;
};

struct Told {
    double first = 0;
    Spread wheel, pages, letters;
};

Told told_of(platform::FontLibrary& fonts, const pack::Pack& content, const flow::DeskState& state,
             platform::Size size) {
    Told told;
    Window window(fonts, content, state, size);
    told.first = window.frame();
    for (int i = 0; i < kSettle; ++i)
        window.frame();
    for (int i = 0; i < kWheelFrames; ++i)
        told.wheel.ms.push_back(window.frame_with_wheel(i % 40 < 30 ? -6.0F : 3.0F));
    for (int i = 0; i < kPages; ++i)
        told.pages.ms.push_back(window.frame_with_key(ImGuiKey_PageDown));
    for (const char* letter : {"s", "h", "e", "n", "t", "u"})
        told.letters.ms.push_back(window.frame_with_letters(letter));
    if (window.state().cases.search.empty()) std::fprintf(stderr, "bench-lists: the letters did not arrive\n");
    return told;
}

const char* const kTyped[] = {"s",    "sh",    "shen", "shentu", "stj", "静",  "申屠",
                              "云坞", "yunwu", "9",    "99",     "999", "2026"};

double found_ms(flow::CasesDesk& desk, const char* typed) {
    desk.search = typed;
    double best = 1e9;
    for (int round = 0; round < 3; ++round)
        best = std::min(best, ms_of([&desk] { desk.shown = flow::shown_cases(desk); }));
    return best;
}

// The least that any search without an index of letters must do: look once at every text.
double scanned_ms(const flow::CasesDesk& desk, const std::string& typed) {
    double best = 1e9;
    for (int round = 0; round < 3; ++round) {
        std::vector<std::size_t> found;
        best = std::min(best, ms_of([&] {
                            for (std::size_t i = 0; i < desk.rows.size(); ++i) {
                                const flow::CaseRow& row = desk.rows[i];
                                for (const std::string* text :
                                     {&row.applicant, &row.number, &row.receipt, &row.village, &row.handler})
                                    if (text->find(typed) != std::string::npos) {
                                        found.push_back(i);
                                        break;
                                    }
                            }
                        }));
    }
    return best;
}

base::Result<void> run() {
    const pack::Pack content = TRY(pack::load("assets/packs/zhejiang-demo"));
    const auto fonts = TRY(platform::FontLibrary::open());
    auto gallery = screens::desk_gallery(content);
    const auto many = std::find_if(gallery.begin(), gallery.end(),
                                   [](const screens::DeskSample& each) { return each.name == "field_cases_many"; });
    if (many == gallery.end()) return base::fail("bench.sample", "the gallery has no field_cases_many");
    std::printf("{\"cases\":%zu", many->state.cases.rows.size());
    for (const auto& [name, size] : {std::pair{"laptop", kLaptop}, {"desk", kDesk}}) {
        Told told = told_of(*fonts, content, many->state, size);
        std::printf(",\"%s\":{\"first_ms\":%.3f,\"wheel_ms\":%s,\"page_ms\":%s,\"letter_ms\":%s}", name, told.first,
                    told.wheel.json().c_str(), told.pages.json().c_str(), told.letters.json().c_str());
    }
    flow::CasesDesk desk = many->state.cases;
    Spread found, scanned;
    for (const char* typed : kTyped) {
        found.ms.push_back(found_ms(desk, typed));
        scanned.ms.push_back(scanned_ms(desk, typed));
    }
    std::printf(",\"find_ms\":%s,\"scan_ms\":%s}\n", found.json().c_str(), scanned.json().c_str());
    return {};
}

}  // namespace

int main() {
    const auto done = run();
    if (!done) std::fprintf(stderr, "bench-lists: %s\n", done.error().message.c_str());
    return done ? 0 : 1;
}
