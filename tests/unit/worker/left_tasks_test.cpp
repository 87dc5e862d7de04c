// What a case that has ended says to those who have nothing to do in it, and whose tasks the leader hears of.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/worker/answering.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_mail.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;
using test::text;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

struct Office {
    SmallCourt court;
    std::unique_ptr<Machine> kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar),
                             leader = court.laptop("leader", mail::Role::Leader);
    base::Instant now = SmallCourt::kNow;
    cases::CaseId about;

    Office() {
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        REQUIRE(roster.has_value());
        for (Machine* machine : all())
            REQUIRE(machine->take_roster(*roster, now).has_value());
        (void)court.file(*kiosk);
        meet();
        const auto opened = open_case(*registrar, list_inbox(*registrar).value().front().id.text(), now, court.random);
        REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
        about = *opened;
        meet();
    }
    std::vector<Machine*> all() { return {kiosk.get(), registrar.get(), leader.get()}; }
    void meet() {
        for (int round = 0; round < 3; ++round) {
            for (Machine* from : all())
                court.carry(*from, all());
            for (Machine* machine : all())
                if (!machine->is_kiosk()) REQUIRE(settle_cases(*machine, now, court.random).has_value());
        }
    }
    void must(const char* kind, cases::Fields fields) {
        now = now + 60'000;
        const auto done = act(*registrar, {about, kind, std::move(fields)}, now, court.random);
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
    }
    void promise() {
        must("promised",
             {{"body", text("court")}, {"owner", text("王")}, {"what", text("送米")}, {"due", text("2027-01-04")}});
    }
    flow::CaseView view(Machine& machine, int days = 0) {
        return view_case(machine, about, now + days * kDayMs).value();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Office, "reported: a case that has ended says whether something is left, and for whom") {
    bool promised = false;
    SUBCASE("nothing is left: the control") {}
    SUBCASE("a promise is") {
        promise();
        promised = true;
    }
    meet();
    CHECK_FALSE(view(*leader).others_have_tasks);  // it goes on: that is said otherwise
    must("withdrawn", {{"how", text("书面")}});
    meet();
    CHECK(view(*leader).others_have_tasks);  // the person is told how they may come again
    must("served", {{"paper", text("withdrawn")}, {"how", text("in_person")}, {"to", text("本人")}});
    meet();
    CHECK(view(*leader).tasks.empty());
    CHECK(view(*leader).others_have_tasks == promised);
    CHECK(view(*registrar).tasks.empty() != promised);
    CHECK_FALSE(view(*registrar).others_have_tasks);
}

TEST_CASE_FIXTURE(Office, "reported: the leader's row of an office that is late names the office") {
    promise();
    meet();
    const auto rows = view(*leader, 60).tasks;
    const auto late =
        std::find_if(rows.begin(), rows.end(), [](const flow::TaskRow& row) { return row.what == "promise_due"; });
    REQUIRE(late != rows.end());
    CHECK((late->escalated && late->owner.empty() && late->days_over > 0));
    CHECK(late->offices == cases::Roles{cases::Role::Registrar});
    for (const flow::TaskRow& row : view(*registrar, 60).tasks)  // the control: one's own are one's own
        CHECK((!row.escalated && row.offices.empty()));
}
