// Urgent aid of which others hear late: its approval, or its payment, comes by stick when a whole grant has been
// decided, asked for or paid.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/lacking.hpp"
#include "tests/unit/cases/stopped_story.hpp"
#include "tests/unit/cases/urgent_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test::stopped;
using test::kUrgentSum;
using test::MoneyStory;
using test::UrgentStory;
using test::w;

namespace {

constexpr std::int64_t kGrantSum = 5'000'000;

// Proposed, and sent to be filed; who leads and the other registrar see no more of it until much later.
struct LateUrgent : UrgentStory {
    LateUrgent() : UrgentStory(false) {
        seen = heads(facts);
        early = now;
        now = now + 2 * std::int64_t{3'600'000};
    }
    void decide(std::int64_t amount) {
        act("registrar", "filed", filing);
        grant(amount);
    }
    void ask_finance(std::int64_t amount) {
        act("registrar", "fund_requested", {{"amount", amount}});
        act("registrar", "fund_arrived", {{"amount", amount}});
        act("caller", "applicant_called", {{"how", w("phone")}});
    }
    void pay_unaware(std::int64_t amount, std::vector<FactId> knew) {
        const auto ordered = say_after("registrar", "pay_ordered", order_fields(amount), std::move(knew));
        const auto released = say_after("leader", "pay_released", {{"order", ordered.text()}}, {ordered});
        say_after("registrar", "pay_made", payment(ordered), {released});
    }
    // By a clock before the filing, by somebody who has seen no more than the proposal.
    FactId say_early(const char* who, const char* kind, Fields fields) {
        const auto late = now;
        now = early;
        const auto id = say_after(who, kind, std::move(fields), seen);
        early = now;
        now = late;
        return id;
    }
    FactId approve_early() {
        const auto id = say_early("leader", "urgent_approved", {{"proposal", proposal.text()}});
        seen = {id};
        return id;
    }
    [[nodiscard]] bool is_all_in_force() const {
        const AidCase folded = fold();
        return std::all_of(folded.entries.begin(), folded.entries.end(),
                           [](const Entry& each) { return each.standing == Standing::InForce; });
    }
    std::vector<FactId> seen;
    base::Instant early;
};

// What is held before signing, on a machine that knows as much as the story.
std::string held(const LateUrgent& story, const char* kind, Fields fields) {
    Fact fact;
    fact.kind = kind;
    fact.fields = std::move(fields);
    const auto no = lacks(story.fold(), fact);
    return no ? no->code : std::string();
}

Fields voting(std::int64_t amount) { return {{"choice", w("grant")}, {"amount", amount}}; }

}  // namespace

TEST_CASE("reported: an approval of urgent aid that comes late unmakes nothing that was signed and paid") {
    LateUrgent story;
    story.decide(kGrantSum);
    story.ask_finance(kGrantSum);
    SUBCASE("paid whole") {
        story.pay(kGrantSum);
        story.approve_early();
    }
    SUBCASE("paid in two parts") {
        story.pay(kUrgentSum, 1, 2);
        story.approve_early();
        story.pay(kGrantSum - kUrgentSum, 2, 2);
    }
    SUBCASE("asked for, and paid then") {
        story.approve_early();
        story.pay(kGrantSum);
    }
    CHECK(story.is_all_in_force());
    CHECK(story.fold().status == Status::Paid);
    CHECK_FALSE(has_open_task(story, "urgent_paid", "urgent_pay"));
    CHECK_FALSE(has_open_task(story, "payment_reclaimed", "stray"));
    CHECK_FALSE(has_open_task(story, "fund_requested", "P9"));
    CHECK(story.fold().ledger.paid().value == kGrantSum);
    CHECK(story.try_to("registrar", "urgent_paid", story.paying()) == "refused status");
    story.facts.pop_back();
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("reported: more urgent aid than was granted unmakes no decision either") {
    LateUrgent story;
    story.decide(kUrgentSum - 1);
    story.approve_early();
    CHECK(story.is_all_in_force());
    CHECK(story.fold().status == Status::DecidedGrant);
    CHECK_FALSE(has_open_task(story, "urgent_paid", "urgent_pay"));
    CHECK(has_open_task(story, "fund_requested", "P9"));
    CHECK(story.try_to("registrar", "urgent_paid", story.paying()) == "refused urgent.granted");
    story.facts.pop_back();
    story.ask_finance(kUrgentSum - 1);
    story.pay(kUrgentSum - 1);
    CHECK(story.fold().status == Status::Paid);
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("the control: where the grant has room for it, urgent aid that was approved late is paid, and counts") {
    LateUrgent story;
    story.decide(kGrantSum);
    story.ask_finance(kGrantSum - kUrgentSum);
    CHECK(has_open_task(story, "pay_ordered", "order"));
    story.approve_early();
    CHECK(story.is_all_in_force());
    CHECK(has_open_task(story, "urgent_paid", "urgent_pay"));
    CHECK(held(story, "fund_requested", {{"amount", std::int64_t{1}}}) == "fund.amount");
    story.pay(kGrantSum - kUrgentSum);
    CHECK(story.fold().status == Status::PaidPart);
    story.act("registrar", "urgent_paid", story.paying());
    CHECK(story.fold().status == Status::Paid);
    CHECK(story.fold().ledger.paid().value == kGrantSum);
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("who knows that urgent aid was approved is held to it before signing, and what was signed stands") {
    LateUrgent story;
    CHECK(held(story, "report_written", MoneyStory::report_fields(kUrgentSum - 1)).empty());
    CHECK(held(story, "vote_cast", voting(kUrgentSum - 1)).empty());
    story.approve_early();
    CHECK(held(story, "report_written", MoneyStory::report_fields(kUrgentSum - 1)) == "report.urgent");
    CHECK(held(story, "report_written", MoneyStory::report_fields(kUrgentSum)).empty());
    CHECK(held(story, "report_written", {{"proposal", w("refuse")}}).empty());
    CHECK(held(story, "vote_cast", voting(kUrgentSum - 1)) == "vote.urgent");
    CHECK(held(story, "vote_cast", voting(kUrgentSum)).empty());
    story.decide(kGrantSum);
    CHECK(held(story, "fund_requested", {{"amount", kGrantSum - kUrgentSum + 1}}) == "fund.amount");
    CHECK(held(story, "fund_requested", {{"amount", kGrantSum - kUrgentSum}}).empty());
    // An older program asked for the whole, and all of that was paid.
    story.ask_finance(kGrantSum);
    CHECK(has_open_task(story, "pay_ordered", "order"));
    CHECK_FALSE(has_open_task(story, "urgent_paid", "urgent_pay"));
    CHECK(story.try_to("registrar", "urgent_paid", story.paying()) == "refused urgent.granted");
    story.facts.pop_back();
    story.pay(kGrantSum);
    CHECK(story.is_all_in_force());
    CHECK(story.fold().status == Status::Paid);
    CHECK(story.balance().is_even());
}

TEST_CASE("urgent aid that really went out beside the whole grant is for the leader, and the case stays paid") {
    for (const bool is_early : {true, false}) {
        CAPTURE(is_early);
        LateUrgent story;
        story.decide(kGrantSum);
        story.ask_finance(kGrantSum);
        const auto knew = heads(story.facts);
        story.approve_early();
        CHECK(has_open_task(story, "pay_ordered", "order"));  // the control
        const auto paid = is_early ? story.say_early("registrar2", "urgent_paid", story.paying())
                                   : story.say_after("registrar2", "urgent_paid", story.paying(), story.seen);
        // Whoever knows of it waits for the leader; it is paid here by somebody who does not.
        CHECK(held(story, "pay_ordered", MoneyStory::order_fields(kGrantSum)) == "pay.stray");
        CHECK_FALSE(has_open_task(story, "pay_ordered", "order"));
        story.pay_unaware(kGrantSum, knew);
        CHECK(story.standing(paid) == "contradicts urgent.granted");
        CHECK(story.fold().status == Status::Paid);
        CHECK(story.fold().ledger.paid().value == kGrantSum);
        CHECK(has_open_task(story, "payment_reclaimed", "stray"));
        CHECK_FALSE(has_open_task(story, "urgent_paid", "urgent_pay"));
        REQUIRE(story.fold().ledger.stray.size() == 1);
        CHECK(story.fold().ledger.stray.front().is_crossed);
        CHECK(is_one_case(story));
        story.act("leader", "payment_reclaimed", {{"payment", paid.text()}, {"reasons", w("两笔都出去了")}});
        CHECK(has_open_task(story, "recovered", "reclaim"));
        CHECK(story.balance().to_recover.value == kUrgentSum);
        story.act("registrar", "recovered", {{"amount", kUrgentSum}, {"proof", w("收据1")}});
        CHECK_FALSE(has_open_task(story, "recovered", "reclaim"));
        CHECK(story.fold().status == Status::Paid);
        CHECK(story.balance().is_even());
        CHECK(is_one_case(story));
    }
}

TEST_CASE("the control: who asked finance knowing that urgent aid was paid asked for too much") {
    LateUrgent story;
    story.approve_early();
    const auto paid = story.say_early("registrar2", "urgent_paid", story.paying());
    CHECK(story.standing(paid) == "in_force");
    story.decide(kGrantSum);
    CHECK(story.try_to("registrar", "fund_requested", {{"amount", kGrantSum}}) == "refused fund.amount");
    story.facts.pop_back();
    CHECK(story.standing(paid) == "in_force");
    story.ask_finance(kGrantSum - kUrgentSum);
    story.pay(kGrantSum - kUrgentSum);
    CHECK(story.fold().status == Status::Paid);
    CHECK(story.balance().is_even());
}
