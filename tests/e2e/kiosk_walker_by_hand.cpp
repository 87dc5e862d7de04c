#include "tests/e2e/kiosk_walker_by_hand.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <fstream>

#include "app/flow/kiosk_update.hpp"
#include "sync/os/clock.hpp"
#include "tests/e2e/memory_scan.hpp"

namespace courtyard::test {

namespace {

constexpr int kLookMs = 30;
constexpr int kInkMs = 50'000;

std::string said(std::string_view key_or_words) {
    const pack::Words& words = demo_pack().words;
    return std::string(words.has(key_or_words) ? words.text(key_or_words) : key_or_words);
}

bool is_dark(const platform::Image& pixel) { return pixel.rgba[0] + pixel.rgba[1] + pixel.rgba[2] < 250; }

// Below the header, whose clock goes its own way.
bool same_below(const platform::Image& a, const platform::Image& b, int from) {
    if (a.width != b.width || a.height != b.height) return false;
    const std::size_t skip = static_cast<std::size_t>(a.width) * static_cast<std::size_t>(from) * 4;
    return std::equal(a.rgba.begin() + static_cast<std::ptrdiff_t>(skip), a.rgba.end(),
                      b.rgba.begin() + static_cast<std::ptrdiff_t>(skip));
}

}  // namespace

Visitor::Visitor(const std::filesystem::path& home, const std::filesystem::path& folder, Equipment equipment)
    : equipment_(std::move(equipment)), display_(size_, folder) {
    const std::string screen = std::to_string(size_.width) + "x" + std::to_string(size_.height);
    std::vector<std::string> environment{"DISPLAY=" + display_.name(), "TMPDIR=" + folder.string(),
                                         "HOME=" + folder.string()};
    environment.insert(environment.end(), equipment_.environment.begin(), equipment_.environment.end());
    kiosk_ =
        std::make_unique<Served>(std::vector<std::string>{(program_folder() / "courtyard-kiosk").string(), "--home",
                                                          home.string(), "--window", screen, "--renderer", "cpu"},
                                 folder / "kiosk.log", environment);
    expect(flow::Page::Attract);
    REQUIRE(agrees(120'000));
}

void Visitor::expect(flow::Page page) {
    flow::KioskState state = flow::start(os::now());
    state.session.place.page = page;
    expect(std::move(state));
}

void Visitor::expect(flow::KioskState state) {
    mirror_ = std::make_unique<KioskStage>(std::move(state), size_, Drawing::Canvas);
    if (equipment_.has_camera)
        mirror_->prints_nothing();
    else
        mirror_->is_bare();
}

bool Visitor::agrees(int ms_max) {
    const int from = size_.height * 200 / 1920;
    const std::int64_t until = os::monotonic_ms() + ms_max;
    mirror_->driver().frames(3);
    const platform::Image wanted = mirror_->driver().picture();
    do {
        if (same_below(display_.picture(), wanted, from)) return true;
        ::usleep(kLookMs * 1000);
    } while (os::monotonic_ms() < until);
    return false;
}

platform::RecordedItem Visitor::find(const std::string& label) const {
    const auto item = mirror_->driver().find(label);
    REQUIRE_MESSAGE(item.has_value(), "nothing to touch is called " << label);
    return *item;
}

void Visitor::press(std::string_view key_or_words) {
    const std::string label = said(key_or_words);
    const platform::RecordedItem item = find(label);
    const float x = (item.seen_min.x + item.seen_max.x) / 2;
    const float y = (item.seen_min.y + item.seen_max.y) / 2;
    display_.tap(static_cast<int>(x), static_cast<int>(y));
    REQUIRE(mirror_->click(label));
}

void Visitor::tap(std::string_view key_or_words) {
    press(key_or_words);
    REQUIRE_MESSAGE(agrees(), "the kiosk does not show what was expected after " << said(key_or_words));
}

std::vector<std::pair<int, int>> Visitor::draw(std::string_view key, const std::vector<ImVec2>& parts) {
    const platform::RecordedItem box = find(said(key));
    std::vector<ImVec2> points;
    for (const ImVec2& part : parts)
        points.emplace_back(std::floor(box.min.x + part.x * (box.max.x - box.min.x)),
                            std::floor(box.min.y + part.y * (box.max.y - box.min.y)));
    for (std::size_t i = 0; i < points.size(); ++i) {
        const int x = static_cast<int>(points[i].x), y = static_cast<int>(points[i].y);
        if (i == 0)
            display_.finger_down(x, y);
        else
            display_.finger_to(x, y);
        const std::int64_t until = os::monotonic_ms() + kInkMs;
        while (!is_dark(display_.picture(x, y, {1, 1})) && os::monotonic_ms() < until)
            ::usleep(2'000);
        REQUIRE_MESSAGE(is_dark(display_.picture(x, y, {1, 1})), "there is no ink where the finger is");
    }
    display_.finger_up();
    mirror_->driver().stroke(points, 1);
    std::vector<std::pair<int, int>> path;
    for (const ImVec2& point : points)
        path.emplace_back(static_cast<int>(point.x), static_cast<int>(point.y));
    return path;
}

void Visitor::type(std::string_view ascii) {
    display_.type(ascii);
    mirror_->driver().type(ascii);
    REQUIRE_MESSAGE(agrees(), "the kiosk does not show what was typed");
}

pid_t Visitor::session() const {
    pid_t found = -1;
    for (const pid_t process : process_tree(keeper())) {
        // What a session starts is "courtyard-kiosk-session", too, between its fork and its exec.
        if (program_of(process) != "courtyard-kiosk-session" || parent_of(process) != keeper()) continue;
        if (found > 0) return -1;
        found = process;
    }
    return found;
}

bool Visitor::renewed(pid_t before, int ms_max) const {
    const std::int64_t until = os::monotonic_ms() + ms_max;
    do {
        const pid_t now = session();
        if (now > 0 && now != before && display_.windows() == 1) return true;
        ::usleep(kLookMs * 1000);
    } while (os::monotonic_ms() < until);
    return false;
}

}  // namespace courtyard::test
