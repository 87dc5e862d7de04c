#include "tests/e2e/kiosk_walker_by_hand.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "app/flow/kiosk_update.hpp"
#include "sync/os/clock.hpp"
#include "tests/e2e/memory_scan.hpp"

namespace courtyard::test {

namespace {

constexpr int kLookMs = 30;

std::string program_of(pid_t process) {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/" + std::to_string(process) + "/exe", error).filename();
}

// Below the header, whose clock goes its own way.
bool same_below(const platform::Image& a, const platform::Image& b, int from) {
    if (a.width != b.width || a.height != b.height) return false;
    const std::size_t skip = static_cast<std::size_t>(a.width) * static_cast<std::size_t>(from) * 4;
    return std::equal(a.rgba.begin() + static_cast<std::ptrdiff_t>(skip), a.rgba.end(),
                      b.rgba.begin() + static_cast<std::ptrdiff_t>(skip));
}

}  // namespace

Visitor::Visitor(const std::filesystem::path& home, const std::filesystem::path& folder, platform::Size size)
    : size_(size), display_(size, folder) {
    const std::string screen = std::to_string(size.width) + "x" + std::to_string(size.height);
    kiosk_ = std::make_unique<Served>(
        std::vector<std::string>{(program_folder() / "courtyard-kiosk").string(), "--home", home.string(), "--window",
                                 screen, "--renderer", "cpu"},
        folder / "kiosk.log",
        std::vector<std::string>{"DISPLAY=" + display_.name(), "TMPDIR=" + folder.string(), "HOME=" + folder.string()});
    expect(flow::Page::Attract);
    REQUIRE(agrees(20'000));
}

void Visitor::expect(flow::Page page) {
    flow::KioskState state = flow::start(os::now());
    state.session.place.page = page;
    expect(std::move(state));
}

void Visitor::expect(flow::KioskState state) {
    mirror_ = std::make_unique<KioskStage>(std::move(state), size_, Drawing::Canvas);
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

void Visitor::tap(std::string_view key_or_words) {
    const pack::Words& words = demo_pack().words;
    const std::string label(words.has(key_or_words) ? words.text(key_or_words) : key_or_words);
    const auto item = mirror_->driver().find(label);
    REQUIRE_MESSAGE(item.has_value(), "nothing to touch is called " << label);
    const float x = (item->seen_min.x + item->seen_max.x) / 2;
    const float y = (item->seen_min.y + item->seen_max.y) / 2;
    display_.tap(static_cast<int>(x), static_cast<int>(y));
    REQUIRE(mirror_->click(label));
    REQUIRE_MESSAGE(agrees(), "the kiosk does not show what was expected after " << label);
}

void Visitor::type(std::string_view ascii) {
    display_.type(ascii);
    mirror_->driver().type(ascii);
    REQUIRE_MESSAGE(agrees(), "the kiosk does not show what was typed");
}

pid_t Visitor::session() const {
    pid_t found = -1;
    for (const pid_t process : process_tree(keeper())) {
        if (program_of(process) != "courtyard-kiosk-session") continue;
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
