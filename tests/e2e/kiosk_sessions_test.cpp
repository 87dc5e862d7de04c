// A session ends with its process: however it ended, nothing that was typed is left in any process of the kiosk or of
// the display, or in any file (design/threats.md 3.5). The control finds it while the session goes on.
#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include "app/flow/kiosk_update.hpp"
#include "sync/os/clock.hpp"
#include "tests/e2e/kiosk_guest.hpp"
#include "tests/support/living.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using test::Visitor;

namespace {

struct Village {
    Village() : machine(court.kiosk()), visitor(court.home("kiosk"), court.folder / ".") { machine.reset(); }
    test::SmallCourt court{7};
    std::unique_ptr<worker::Machine> machine;
    Visitor visitor;
};

void open_form(Visitor& visitor) {
    visitor.tap("attract.touch");
    visitor.tap("home.apply.title");
    visitor.tap("screening.apply_now");
    visitor.tap(test::demo_pack().form.path(domain::ApplicantKind::Self)->title);
    visitor.tap("notice.read");
    visitor.tap(test::demo_pack().form.field("F3.1")->ask);
    visitor.tap(test::demo_pack().form.field("F3.3")->ask);
    visitor.tap("consent.go_on");
    visitor.tap("ticket.decline");
}

std::string joined(const std::vector<test::Found>& found) {
    std::string all;
    for (const test::Found& one : found)
        all += one.what + ": " + one.where + "\n";
    return all;
}

}  // namespace

TEST_CASE("what a person did is in memory while the session goes on, and nowhere when it has ended") {
    test::KioskGuest guest;
    Visitor& visitor = guest.visitor();
    const pid_t first = visitor.session();
    REQUIRE(first > 0);
    guest.searches_guide();
    guest.goes_on_with_form();
    guest.signs();
    guest.looks_through_camera();
    guest.photographs();
    guest.types();
    guest.writes_by_hand();
    guest.listens();

    SUBCASE("in a hurry, while the voice speaks") {
        guest.hears();
        visitor.press("bar.quick_exit");
    }
    SUBCASE("because the process fell, while the voice speaks") {
        guest.hears();
        ::kill(first, SIGSEGV);
    }
    SUBCASE("because somebody killed it, while the synthesiser is at work") { ::kill(first, SIGKILL); }
    SUBCASE("by going home, while the synthesiser is at work") {
        visitor.press("bar.home");
        visitor.press("leave.wipe");
    }
    REQUIRE(visitor.renewed(first));
    const auto left = guest.left();
    CHECK_MESSAGE(left.empty(), joined(left));
}

TEST_CASE("what the camera sees goes with the session that looks through it") {
    test::KioskGuest guest;
    Visitor& visitor = guest.visitor();
    const pid_t first = visitor.session();
    visitor.tap("attract.touch");
    guest.goes_on_with_form();
    guest.looks_through_camera();
    visitor.press("bar.quick_exit");
    REQUIRE(visitor.renewed(first));
    const auto left = guest.left();
    CHECK_MESSAGE(left.empty(), joined(left));
}

TEST_CASE("the form's answers go with the process, too, and the screen is the attract page again") {
    Village village;
    Visitor& visitor = village.visitor;
    const pid_t first = visitor.session();
    open_form(visitor);
    CHECK(visitor.session() == first);
    visitor.tap("bar.quick_exit");
    REQUIRE(visitor.renewed(first));
    visitor.expect(flow::Page::Harmless);
    REQUIRE(visitor.agrees());
    visitor.display().tap(100, 100);
    visitor.expect(flow::Page::Attract);
    CHECK(visitor.agrees());
}

TEST_CASE("a kiosk that falls again and again says so instead of trying") {
    Village village;
    Visitor& visitor = village.visitor;
    for (int fall = 0; fall < 5; ++fall) {
        const pid_t before = visitor.session();
        REQUIRE(before > 0);
        ::kill(before, SIGSEGV);
        REQUIRE(visitor.renewed(before));
    }
    visitor.expect(flow::start(os::now(), flow::Trouble::KeepsFailing, "kiosk.keeps_failing"));
    CHECK(visitor.agrees());
}

TEST_CASE("the keeper ends its processes with itself") {
    Village village;
    Visitor& visitor = village.visitor;
    const pid_t session = visitor.session();
    REQUIRE(session > 0);
    visitor.kiosk().stop(SIGTERM);
    // The display learns of the end in its own time.
    for (int i = 0; i < 6000 && (test::is_living(session) || visitor.display().windows() > 0); ++i)
        ::usleep(20'000);
    CHECK_FALSE(test::is_living(session));
    CHECK(visitor.display().windows() == 0);
}
