// Urgent aid is asked about seven days after it was paid, before the case is decided; the grant's own plan is counted
// from its own money, and nobody is called twice about what one call answers.
#include <algorithm>

#include "app/cases/lacking.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/revisit_plan.hpp"
#include "tests/unit/cases/urgent_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::is_one_case;
using test::kUrgentSum;
using test::MoneyStory;
using test::UrgentStory;
using test::w;

namespace {

constexpr std::int64_t kWholeGrant = 5'000'000, kTopUp = kWholeGrant - kUrgentSum, kOneDayMs = 86'400'000;

struct UrgentCalls : UrgentStory {
    FactId paid;

    UrgentCalls() { paid = act("registrar", "urgent_paid", paying()); }
    void wait(int days) { now = now + days * kOneDayMs; }
    void decide(std::int64_t amount = kWholeGrant) {
        act("registrar", "filed", filing);
        grant(amount);
    }
    void until_top_up_is_called() {
        decide();
        act("registrar", "fund_requested", {{"amount", kTopUp}});
        act("registrar", "fund_arrived", {{"amount", kTopUp}});
        act("caller", "applicant_called", {{"how", w("phone")}});
    }
    static Fields call(std::int64_t came, const char* plan = "R0", std::vector<std::string> conclusions = {"O2"}) {
        Fields form = MoneyStory::first_call(std::move(conclusions));
        form["plan"] = w(plan);
        form["money_came"] = came;
        form["money_whole"] = true;
        return form;
    }
    [[nodiscard]] std::vector<NextTask> calls() const {
        std::vector<NextTask> out = next_tasks(fold());
        std::erase_if(out, [](const NextTask& each) { return each.code != "revisit"; });
        return out;
    }
    [[nodiscard]] domain::Date paid_on() const { return *fold().ledger.urgent->paid_on; }
};

}  // namespace

TEST_CASE("reported: seven days after urgent aid somebody asks whether it came and whether anybody asked for a fee") {
    UrgentCalls story;
    const auto is_asked = [&] {
        REQUIRE(story.calls().size() == 1);
        CHECK(story.calls().front().plan == "R0");
        CHECK(story.calls().front().due == story.paid_on().plus_days(7));
        CHECK(revisit_plan(story.fold()).size() == 1);  // of the grant there is nothing to ask yet
    };
    is_asked();
    story.act("registrar", "filed", story.filing);
    is_asked();
    story.wait(7);
    Fields call = UrgentCalls::call(kUrgentSum);
    call["asked_for_fee"] = true;
    const auto made = story.act("caller", "revisit_made", call);
    CHECK(story.fold().status == Status::Filed);
    CHECK(story.calls().empty());
    CHECK(revisit_plan(story.fold()).front().made == made);
    CHECK(story.fold().ledger.urgent->confirmed == made);
    REQUIRE(story.fold().care.alerts.size() == 1);
    CHECK(story.fold().care.alerts.front().what == "asked_for_fee");
    CHECK(story.try_to("caller", "revisit_made", UrgentCalls::call(kUrgentSum)) == "refused revisit.double");
    CHECK(is_one_case(story));
}

TEST_CASE("who was given nothing is not asked about it, and urgent aid that was sent back is asked about anew") {
    MoneyStory none;
    none.until_review();
    CHECK(none.try_to("caller", "revisit_made", MoneyStory::first_call({"O2"})) == "refused revisit.unpaid");
    CHECK(revisit_plan(none.fold()).empty());

    UrgentCalls back;
    back.act("registrar", "filed", back.filing);
    const auto seen = heads(back.facts);
    back.act("registrar", "pay_returned", {{"order", back.paid.text()}, {"reasons", w("户名不符")}});
    CHECK(back.calls().empty());
    // Who had not heard of that asked about it all the same.
    CHECK(back.standing(back.say_after("caller", "revisit_made", UrgentCalls::call(kUrgentSum), seen)) ==
          "contradicts revisit.sent_back");
    back.act("leader", "contradiction_settled",
             {{"holds", back.facts[back.facts.size() - 2].id.text()},
              {"falls", std::vector<std::string>{back.facts.back().id.text()}},
              {"reasons", w("问过银行")}});
    back.wait(1);
    back.act("registrar", "urgent_paid", back.paying("回单二"));
    REQUIRE(back.calls().size() == 1);
    CHECK(back.calls().front().due == back.paid_on().plus_days(7));
    CHECK(is_one_case(back));
}

TEST_CASE("that all is well ends nothing before the grant is decided and paid") {
    UrgentCalls story;
    Fact fact;
    fact.kind = "revisit_made";
    fact.fields = UrgentCalls::call(kUrgentSum, "R0", {"O1"});
    REQUIRE(lacks(story.fold(), fact));
    CHECK(lacks(story.fold(), fact)->code == "revisit.early");
    fact.fields = UrgentCalls::call(kUrgentSum);
    CHECK_FALSE(lacks(story.fold(), fact));
    // A fact of an older program says so: the grant's plan goes on.
    story.act("caller", "revisit_made", UrgentCalls::call(kUrgentSum, "R0", {"O1"}));
    story.until_top_up_is_called();
    story.wait(1);
    story.pay(kTopUp);
    REQUIRE(story.calls().size() == 1);
    CHECK(story.calls().front().plan == "R0");
}

TEST_CASE("the grant's plan is counted from its own money: one first call is open at a time, and none is lost") {
    for (const bool asked_before : {true, false}) {
        CAPTURE(asked_before);
        UrgentCalls story;
        story.wait(2);
        if (asked_before) story.act("caller", "revisit_made", UrgentCalls::call(kUrgentSum));
        story.until_top_up_is_called();
        CHECK(story.calls().size() == (asked_before ? 0 : 1));
        story.wait(1);
        const auto order = story.pay(kTopUp);
        REQUIRE(story.fold().status == Status::Paid);
        const domain::Date since = *story.fold().ledger.find(order)->paid_on;
        CHECK(revisit_plan(story.fold()).size() == 5);
        REQUIRE(story.calls().size() == 1);  // one call asks about both, where nobody was asked
        CHECK(story.calls().front().plan == "R0");
        CHECK(story.calls().front().due == since.plus_days(7));
        story.wait(7);
        const auto made = story.act("caller", "revisit_made", UrgentCalls::call(kWholeGrant));
        CHECK(story.fold().ledger.find(order)->confirmed == made);
        CHECK(story.fold().ledger.urgent->confirmed.has_value());
        CHECK(story.calls().front().plan == "R1");
        CHECK(story.calls().front().due == since.plus_days(30));
        CHECK(is_one_case(story));
    }
}

TEST_CASE("a call about urgent aid by who had not heard of the grant's money does not stand for the call about that") {
    UrgentCalls story;
    story.until_top_up_is_called();
    story.wait(1);
    const auto seen = heads(story.facts);
    story.pay(kTopUp);
    const auto unaware = story.say_after("caller", "revisit_made", UrgentCalls::call(kUrgentSum), seen);
    CHECK(story.standing(unaware) == "in_force");
    REQUIRE(story.calls().size() == 1);
    CHECK(story.calls().front().plan == "R0");
    CHECK(is_one_case(story));
    story.wait(7);
    story.act("caller", "revisit_made", UrgentCalls::call(kWholeGrant));  // no double of that
    CHECK(story.calls().front().plan == "R1");
    CHECK(is_one_case(story));
    // Two about the same urgent aid are one call and its double, though the money of the grant went out meanwhile.
    UrgentCalls two;
    two.until_top_up_is_called();
    const auto before = heads(two.facts);
    two.pay(kTopUp);
    const auto first = two.say_after("caller", "revisit_made", UrgentCalls::call(kUrgentSum), before);
    two.say_after("judge", "revisit_made", UrgentCalls::call(kUrgentSum), before);
    CHECK(two.fold().care.revisits.back().double_of == first);
    CHECK(is_one_case(two));
}

TEST_CASE("a grant that urgent aid has paid in full is asked about once, and its later calls come as of any grant") {
    for (const bool asked_before : {true, false}) {
        CAPTURE(asked_before);
        UrgentCalls story;
        story.wait(7);
        if (asked_before) story.act("caller", "revisit_made", UrgentCalls::call(kUrgentSum));
        story.decide(kUrgentSum);
        story.wait(20);
        story.act("caller", "applicant_called", {{"how", w("phone")}});
        REQUIRE(story.fold().status == Status::Paid);
        const domain::Date called = story.fold().steps.back().day;
        const auto plan = revisit_plan(story.fold());
        REQUIRE(plan.size() == 5);
        CHECK(plan[0].made.has_value() == asked_before);
        CHECK(plan[0].due == story.paid_on().plus_days(7));
        CHECK(plan[1].due == called.plus_days(30));
        REQUIRE(story.calls().size() == 1);
        CHECK(story.calls().front().plan == (asked_before ? "R1" : "R0"));
    }
}
