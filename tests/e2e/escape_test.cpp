// Nobody gets out of the kiosk by its screen: a fixed list of attacks and a random row, each followed by the question
// whether there is another process, another window, or anything on the display but the kiosk.
#include <doctest/doctest.h>

#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <random>

#include "tests/e2e/county.hpp"
#include "tests/e2e/escape.hpp"

using namespace courtyard;
using test::Hand;

namespace {

constexpr int kRandomAttacks = 150;
constexpr int kStaysMs = 5'000;  // what is out stays out: for the controls

// The real kiosk on a display of its own.
class Kiosk {
public:
    explicit Kiosk(std::vector<std::string> more = {}) : more_(std::move(more)) {
        county_.enrol_kiosk("kiosk");
        start();
    }
    void start() {
        std::vector<std::string> words = {"/usr/bin/env",
                                          "DISPLAY=" + hand_.display(),
                                          "XDG_CONFIG_HOME=/nonexistent",
                                          (test::program_folder() / "courtyard-kiosk").string(),
                                          "--home",
                                          county_.path("kiosk"),
                                          "--renderer",
                                          "cpu",
                                          "--mail-elsewhere"};
        words.insert(words.end(), more_.begin(), more_.end());
        program_ = std::make_unique<test::Served>(words, std::filesystem::path(county_.path("kiosk.log")));
    }
    void wait() {
        REQUIRE_MESSAGE(hand_.wait_for_screen(), county_.read("kiosk.log"));
        attract_ = hand_.settled();
        REQUIRE_MESSAGE(test::wait_for_programs(program_->process(), kAtRest), county_.read("kiosk.log"));
    }
    // The first page is reached again by touch alone: quick exit, then anywhere. What a touch does may take its time:
    // the next one comes when the display is another, or when nothing has come of it for long.
    [[nodiscard]] bool reaches_attract() {
        constexpr int kTouches = 24, kNothingMs = 5'000;
        std::uint64_t now = hand_.settled();
        for (int i = 0; i < kTouches && now != attract_; ++i) {
            hand_.tap(hand_.width() * 5 / 8, hand_.height() - 170);
            now = hand_.settled_after(now, kNothingMs);
            // Between two sessions there may be no window for a while, and nobody whom a finger could touch.
            if (hand_.wait_for_screen()) now = hand_.settled();
        }
        return now == attract_;
    }
    [[nodiscard]] std::string way_out(int milliseconds_max = test::kPatienceMs) {
        return test::way_out(hand_, program_->process(), kAtRest, milliseconds_max);
    }
    [[nodiscard]] Hand& hand() { return hand_; }
    [[nodiscard]] test::Served& program() { return *program_; }
    [[nodiscard]] test::County& county() { return county_; }
    [[nodiscard]] std::string home() const { return county_.path("kiosk"); }
    [[nodiscard]] std::uint64_t attract() const { return attract_; }
    // The keeper and its session; the system keeps fifteen letters of a name.
    static inline const std::multiset<std::string> kAtRest{"courtyard-kiosk", "courtyard-kiosk"};

private:
    test::County county_;
    Hand hand_{1080, 1920};
    std::vector<std::string> more_;
    std::unique_ptr<test::Served> program_;
    std::uint64_t attract_ = 0;
};

void suffer(Kiosk& kiosk, const test::Attack& attack) {
    attack.act(kiosk.hand());
    kiosk.hand().let_go();
    const std::string why = kiosk.way_out();
    CHECK_MESSAGE(why == "", attack.name << ": " << why);
}

}  // namespace

TEST_CASE("no known key, touch or message leads out of the kiosk, from its first pages and from within the form") {
    Kiosk kiosk;
    kiosk.wait();
    Hand& hand = kiosk.hand();
    for (const test::Attack& attack : test::fixed_attacks())
        suffer(kiosk, attack);
    CHECK(kiosk.reaches_attract());
    hand.tap(540, 960);  // home
    const std::uint64_t home = hand.settled_after(kiosk.attract());
    REQUIRE(home != kiosk.attract());
    hand.tap(540, 560);  // the loud card
    REQUIRE(hand.settled_after(home) != home);
    for (const test::Attack& attack : test::fixed_attacks())
        suffer(kiosk, attack);
    CHECK(kiosk.reaches_attract());
    CHECK(kiosk.way_out() == "");  // what an attack began may have come late
}

TEST_CASE("no chance sequence of keys and touches leads out of the kiosk") {
    Kiosk kiosk;
    kiosk.wait();
    const char* given = std::getenv("COURTYARD_SEED");
    std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}() | 1U;
    MESSAGE("COURTYARD_SEED=" << seed);
    for (int i = 0; i < kRandomAttacks; ++i) {
        CAPTURE(i);
        suffer(kiosk, test::random_attack(seed));
        if (i % 50 == 49) CHECK(kiosk.reaches_attract());
    }
    CHECK(kiosk.way_out() == "");
}

TEST_CASE("a kiosk whose window's process falls leaves no memory behind and is there again") {
    Kiosk kiosk;
    kiosk.wait();
    for (const int signal : {SIGSEGV, SIGKILL, SIGTERM}) {
        CAPTURE(signal);
        const auto windows = kiosk.hand().windows();
        REQUIRE(windows.size() == 1);
        REQUIRE(windows[0].owner > 0);
        ::kill(windows[0].owner, signal);
        // Asked once a turn: between two questions the window may be gone.
        const auto is_another = [&kiosk, &windows] {
            const auto now = kiosk.hand().windows();
            return now.size() == 1 && now[0].owner > 0 && now[0].owner != windows[0].owner;
        };
        bool is_there = false;
        for (int i = 0; i < 6000 && !(is_there = is_another()); ++i) {
            ::usleep(20'000);
            if (!kiosk.program().is_running()) kiosk.start();  // as systemd does
        }
        REQUIRE(is_there);
        kiosk.wait();
        CHECK(kiosk.way_out() == "");
        CHECK(kiosk.reaches_attract());
        for (const std::string& place : {std::string("."), kiosk.home()})
            for (const auto& entry : std::filesystem::directory_iterator(place))
                CHECK_FALSE(entry.path().filename().string().starts_with("core"));
    }
}

TEST_CASE("the same question catches a second process, a second window, and a window that is too small") {
    SUBCASE("a process") {
        Kiosk kiosk;
        kiosk.wait();
        // Somebody who got a shell: it is below the kiosk.
        test::Served shell({"/bin/sh", "-c", "sleep 300 & wait"}, std::filesystem::path(kiosk.county().path("sh.log")));
        REQUIRE(test::wait_for_programs(shell.process(), {"sh", "sleep"}));
        CHECK(test::way_out(kiosk.hand(), shell.process(), {"sh"}, kStaysMs).find("other programs: sh sleep") == 0);
        CHECK(kiosk.way_out() == "");
    }
    SUBCASE("a window") {
        Kiosk kiosk;
        kiosk.wait();
        kiosk.county().enrol_kiosk("second");
        test::Served second(
            {"/usr/bin/env", "DISPLAY=" + kiosk.hand().display(), (test::program_folder() / "courtyard-kiosk").string(),
             "--home", kiosk.county().path("second"), "--renderer", "cpu", "--mail-elsewhere", "--window", "800x600"},
            std::filesystem::path(kiosk.county().path("second.log")));
        for (int i = 0; i < 6000 && kiosk.hand().windows().size() < 2; ++i)
            ::usleep(20'000);
        CAPTURE(kiosk.county().read("second.log"));
        CHECK(kiosk.way_out(kStaysMs) == "2 windows");
    }
    SUBCASE("a window that is too small") {
        Kiosk kiosk({"--window", "800x600"});
        for (int i = 0; i < 6000 && kiosk.hand().windows().empty(); ++i)
            ::usleep(20'000);
        REQUIRE(test::wait_for_programs(kiosk.program().process(), Kiosk::kAtRest));
        CHECK(kiosk.way_out(kStaysMs) == "the window does not cover the display");
    }
}
