// When whom to ask how it goes, and one task at a time. Cases as values: how they came to be is the fold's.
#include "app/cases/revisit_plan.hpp"

#include <doctest/doctest.h>

#include "app/cases/next_tasks.hpp"
#include "sync/base/random.hpp"

using namespace courtyard;
using namespace courtyard::cases;

namespace {

domain::Date plan_date(const char* text) { return *domain::Date::parse(text); }

struct PlanMaking {
    base::SeededRandom random{7};
    AidCase aid;

    PlanMaking() {
        aid.id = FactId::random(random);
        aid.status = Status::Received;
    }
    void step(Status to, const char* on) {
        aid.status = to;
        aid.steps.push_back({to, FactId::random(random), plan_date(on)});
    }
    Revisit& revisit(const char* plan, const char* on, bool made = true) {
        Revisit one;
        one.by = FactId::random(random);
        one.plan = plan;
        one.day = plan_date(on);
        one.made = made;
        if (!made) one.outcome = "no_answer";
        aid.care.revisits.push_back(one);
        return aid.care.revisits.back();
    }
    [[nodiscard]] std::string plan() const {
        std::string out;
        for (const PlanRow& row : revisit_plan(aid))
            out += row.plan + (row.made ? "* " : " ") + row.due.text() + "\n";
        return out;
    }
    [[nodiscard]] std::vector<NextTask> revisits() const {
        std::vector<NextTask> out;
        for (NextTask& task : next_tasks(aid))
            if (task.code == "revisit") out.push_back(std::move(task));
        return out;
    }
};

}  // namespace

TEST_CASE("after full payment: 7, 30, 90, 180 and 365 days") {
    PlanMaking it;
    it.step(Status::Notified, "2026-12-10");
    it.step(Status::PaidPart, "2026-12-11");
    CHECK(it.plan().empty());
    it.step(Status::Paid, "2026-12-20");
    CHECK(it.plan() == "R0 2026-12-27\nR1 2027-01-19\nR2 2027-03-20\nR3 2027-06-18\nR4 2027-12-20\n");
    REQUIRE(it.revisits().size() == 1);
    CHECK(it.revisits().front().plan == "R0");
    it.revisit("R0", "2026-12-28");
    it.step(Status::Revisit, "2026-12-28");
    CHECK(it.revisits().front().plan == "R1");
    CHECK(it.revisits().front().due == plan_date("2027-01-19"));
    SUBCASE("a row that was passed over is not asked for any more") {
        it.revisit("R2", "2027-03-20");
        CHECK(it.revisits().front().plan == "R3");
    }
    SUBCASE("money that came back and was paid again is asked about again") {
        it.step(Status::Notified, "2027-01-05");
        CHECK(it.plan().empty());
        it.step(Status::Paid, "2027-01-10");
        CHECK(it.plan().starts_with("R0 2027-01-17\nR1 2027-02-09\n"));
    }
    SUBCASE("an appointment moves the row; a day that the last revisit named comes before a later row") {
        it.revisit("R1", "2027-01-19", false).next = plan_date("2027-01-22");
        CHECK(it.revisits().front().due == plan_date("2027-01-22"));
        it.revisit("R1", "2027-01-22").next = plan_date("2027-02-01");
        REQUIRE(it.revisits().size() == 1);
        CHECK(it.revisits().front().plan == "extra");
        CHECK(it.revisits().front().due == plan_date("2027-02-01"));
        it.revisit("extra", "2027-02-01");
        CHECK(it.revisits().front().plan == "R2");
    }
    SUBCASE("a closed case is not asked") {
        it.step(Status::Closed, "2027-02-01");
        CHECK(it.revisits().empty());
    }
    SUBCASE("all rows made: nothing is left") {
        for (const char* plan : {"R1", "R2", "R3", "R4"})
            it.revisit(plan, "2027-12-30");
        CHECK(it.revisits().empty());
    }
}

TEST_CASE("attempts count for the first row that is not made, until somebody is reached") {
    PlanMaking it;
    it.step(Status::Paid, "2026-12-20");
    it.revisit("R0", "2026-12-27", false);
    it.revisit("R0", "2026-12-28", false);
    CHECK(revisit_plan(it.aid).front().tries == 2);
    it.revisit("R0", "2026-12-29");
    CHECK(revisit_plan(it.aid)[0].tries == 0);
    CHECK(revisit_plan(it.aid)[1].tries == 0);
}

TEST_CASE("reported: a revisit has one last day, on the list of tasks and in the plan of the case") {
    const domain::Calendar calendar;
    PlanMaking it;
    it.step(Status::Paid, "2026-12-20");
    const auto until = [&] { return due_of(revisit_plan(it.aid).front(), calendar).date; };
    CHECK(revisit_plan(it.aid).front().due == plan_date("2026-12-27"));  // a Sunday
    CHECK(until() == plan_date("2026-12-28"));
    CHECK(until() == calendar.after_days(it.revisits().front().due, 0).date);
    // A day that was agreed on is kept as it was said, a Saturday or not.
    it.revisit("R0", "2026-12-28", false).next = plan_date("2027-01-02");
    CHECK(until() == plan_date("2027-01-02"));
    CHECK(it.revisits().front().due == until());
    CHECK_FALSE(revisit_plan(it.aid)[1].agreed);
    // Once it was made, nothing of that stays.
    it.revisit("R0", "2027-01-02");
    CHECK_FALSE(revisit_plan(it.aid)[0].agreed);
    CHECK_FALSE(revisit_plan(it.aid)[1].agreed);
}

TEST_CASE("a child's supervised money is asked about every 90 days until it is used, beside the plan's own days") {
    PlanMaking it;
    it.step(Status::Paid, "2026-01-01");
    it.aid.care.supervision = Supervision{it.aid.steps.front().by, "notary", false};
    // Days 90 and 180 are R2 and R3, day 360 is R4's week: S3 stands alone.
    CHECK(it.plan() == "R0 2026-01-08\nR1 2026-01-31\nR2 2026-04-01\nR3 2026-06-30\nS3 2026-09-28\nR4 2027-01-01\n");
    it.revisit("S3", "2026-09-28");
    it.revisit("R4", "2027-01-02");
    CHECK(it.revisits().front().plan == "S5");
    CHECK(it.revisits().front().due == plan_date("2027-03-27"));
    it.aid.care.supervision->used = true;
    CHECK(it.revisits().empty());
}

TEST_CASE("money in parts: all rows from the first part on, a child's, too; anew from the last, and none twice") {
    PlanMaking it;
    it.step(Status::Notified, "2026-01-01");
    it.step(Status::PaidPart, "2026-01-01");
    PayOrder first;
    first.by = FactId::random(it.random);
    first.parts = 2;
    first.state = PayOrder::State::Paid;
    first.paid_on = plan_date("2026-01-01");
    it.aid.ledger.orders.push_back(first);
    it.aid.care.supervision = Supervision{it.aid.steps.front().by, "village", false};
    const std::string year =
        "R0 2026-01-08\nR1 2026-01-31\nR2 2026-04-01\nR3 2026-06-30\nS3 2026-09-28\nR4 2027-01-01\n";
    CHECK(it.plan() == year);
    it.revisit("R0", "2026-01-08");
    it.revisit("R1", "2026-02-01");
    REQUIRE(it.revisits().size() == 1);
    CHECK(it.revisits().front().plan == "R2");
    SUBCASE("a part that the bank sent back was none: the control") {
        it.aid.ledger.orders.back().state = PayOrder::State::Returned;
        it.step(Status::Notified, "2026-02-02");
        CHECK(it.plan().empty());
    }
    SUBCASE("the last part") {
        it.step(Status::Paid, "2026-03-01");
        CHECK(it.plan().starts_with("R0 2026-03-08\nR1 2026-03-31\nR2 2026-05-30\n"));
        REQUIRE(it.revisits().size() == 1);
        CHECK(it.revisits().front().plan == "R0");
    }
}

TEST_CASE("a case without money that was referred is asked after 30 and 90 days") {
    PlanMaking it;
    it.step(Status::NotFiled, "2026-12-01");
    CHECK(it.plan().empty());
    it.step(Status::Referred, "2026-12-05");
    CHECK(it.plan() == "R1 2027-01-04\nR2 2027-03-05\n");
    CHECK(it.revisits().size() == 1);
}

TEST_CASE("names of rows") {
    for (const char* good : {"R0", "R4", "S1", "S12", "extra"})
        CHECK(is_plan(good));
    for (const char* bad : {"", "R", "r0", "R00", "R123", "X1", "Rx", "R0 ", "Extra"})
        CHECK_FALSE(is_plan(bad));
}

TEST_CASE("reported: a plan that is over says so in every row that was not made, and nobody is asked for it") {
    PlanMaking it;
    it.step(Status::Notified, "2026-12-10");
    it.step(Status::Paid, "2026-12-20");
    it.revisit("R0", "2026-12-27");
    const auto left = [&](PlanRow::Left how) {
        std::string out;
        for (const PlanRow& row : revisit_plan(it.aid))
            if (!row.made && row.left == how) out += row.plan + " ";
        return out;
    };
    CHECK(left(PlanRow::Left::No) == "R1 R2 R3 R4 ");
    SUBCASE("a call ended it") {
        it.aid.care.followups.push_back({it.aid.care.revisits.back().by, "O1", plan_date("2026-12-27"), {}, {}});
    }
    SUBCASE("the person died") {
        it.aid.care.gone = Gone{it.aid.care.revisits.back().by, "died", plan_date("2026-12-28")};
    }
    SUBCASE("the case is closed") { it.step(Status::Closed, "2026-12-29"); }
    SUBCASE("the review was ended") { it.step(Status::Terminated, "2026-12-29"); }
    CHECK(left(PlanRow::Left::Over) == "R1 R2 R3 R4 ");
    CHECK(left(PlanRow::Left::No).empty());
    CHECK(it.revisits().empty());
}

TEST_CASE("a row that was passed over is not asked for; whoever is only hard to find is") {
    PlanMaking it;
    it.step(Status::Notified, "2026-12-10");
    it.step(Status::Paid, "2026-12-20");
    it.revisit("R1", "2027-01-19");
    const auto rows = revisit_plan(it.aid);
    CHECK(rows[0].left == PlanRow::Left::Passed);
    CHECK(rows[2].left == PlanRow::Left::No);
    REQUIRE(it.revisits().size() == 1);
    CHECK(it.revisits().front().plan == "R2");
    // The control: that nobody was found ends nothing.
    it.aid.care.followups.push_back({it.aid.care.revisits.back().by, "O10", plan_date("2027-01-20"), {}, {}});
    CHECK(revisit_plan(it.aid)[2].left == PlanRow::Left::No);
}
