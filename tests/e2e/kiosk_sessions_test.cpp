// A session ends with its process: however it ended, nothing that was typed is left in any process of the kiosk or of
// the display, or in any file (design/threats.md 3.5). The control finds it while the session goes on.
#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include "app/flow/kiosk_update.hpp"
#include "sync/os/clock.hpp"
#include "tests/e2e/kiosk_walker_by_hand.hpp"
#include "tests/e2e/memory_scan.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using test::Visitor;

namespace {

const std::vector<std::string> kCanaries{"qxvwzkjhpy", "13977315529"};

struct Village {
    Village() : machine(court.kiosk()), visitor(court.home("kiosk"), court.folder / ".") { machine.reset(); }
    test::SmallCourt court{7};
    std::unique_ptr<worker::Machine> machine;
    Visitor visitor;

    [[nodiscard]] std::vector<std::string> left() {
        std::vector<std::string> found = test::in_files(court.folder / ".", kCanaries);
        std::vector<pid_t> processes = test::process_tree(visitor.keeper());
        processes.push_back(visitor.display().server());
        for (const pid_t process : processes)
            for (std::string& one : test::in_memory(process, kCanaries))
                found.push_back(std::move(one));
        return found;
    }
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

// In the guide, because its field takes whatever a keyboard gives.
void type_canaries(Visitor& visitor) {
    visitor.tap("attract.touch");
    visitor.tap("home.guide.title");
    visitor.tap("guide.search");
    for (const std::string& canary : kCanaries)
        visitor.type(canary);
}

}  // namespace

TEST_CASE("what was typed is in memory while the session goes on, and nowhere when it has ended") {
    Village village;
    Visitor& visitor = village.visitor;
    const pid_t first = visitor.session();
    REQUIRE(first > 0);
    type_canaries(visitor);
    CHECK(village.left().size() >= kCanaries.size());  // the control

    SUBCASE("in a hurry") {
        visitor.tap("bar.quick_exit");
        REQUIRE(visitor.renewed(first));
        visitor.expect(flow::Page::Harmless);
        CHECK(visitor.agrees());
    }
    SUBCASE("because the process fell") {
        ::kill(first, SIGSEGV);
        REQUIRE(visitor.renewed(first));
        visitor.expect(flow::Page::Attract);
        CHECK(visitor.agrees());
    }
    SUBCASE("because somebody killed it") {
        ::kill(first, SIGKILL);
        REQUIRE(visitor.renewed(first));
        visitor.expect(flow::Page::Attract);
        CHECK(visitor.agrees());
    }
    SUBCASE("by going home") {
        visitor.tap("bar.home");
        REQUIRE(visitor.renewed(first));
        visitor.expect(flow::Page::Home);
        CHECK(visitor.agrees());
    }
    const auto left = village.left();
    CHECK_MESSAGE(left.empty(), (left.empty() ? std::string{} : left.front()));
    // The next person is heard.
    if (visitor.mirror().page() == flow::Page::Attract) visitor.tap("attract.touch");
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
    visitor.kiosk().stop(SIGTERM);
    for (int i = 0; i < 200 && ::kill(session, 0) == 0; ++i)
        ::usleep(20'000);
    CHECK(::kill(session, 0) != 0);
    CHECK(visitor.display().windows() == 0);
}
