// A grant that is set right while its money lies in the court: what came stays in the ledger, is used for another
// grant, or goes back to finance.
#include <algorithm>
#include <random>
#include <set>

#include "app/cases/case_json.hpp"
#include "app/cases/lacking.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;
using test::w;

namespace {

constexpr std::int64_t kCameSum = 3'000'000, kLess = 2'000'000;

Fields sum(std::int64_t amount) { return {{"amount", amount}}; }
Fields of_before(std::int64_t amount) { return {{"amount", amount}, {"lay", true}}; }

class UnmadeGrant : public MoneyStory {
public:
    UnmadeGrant() {
        until_granted(kCameSum);
        decided = fold().ballots.decision->by;
        act("registrar", "fund_requested", sum(kCameSum));
    }
    void unmake() {
        unmade = act("leader", "corrected", {{"wrong", decided.text()}, {"reasons", w("金额写错了")}});
        CHECK(fold().status == Status::Review);
    }
    void decide_anew(std::int64_t amount) {
        const bool grants = amount > 0;
        // What was voted is carried out and not written over, as long as its report stands.
        act("judge", "corrected", {{"wrong", report.text()}, {"reasons", w("算错了")}});
        report = act("judge", "report_written",
                     grants ? report_fields(amount) : Fields{{"proposal", w("refuse")}, {"reasons", w("不符合")}});
        lay();
        for (const char* who : {"judge", "judge2"})
            vote(who, grants ? "grant" : "refuse", amount);
        act("judge", "decided", decision(grants ? "grant" : "refuse", amount));
    }
    [[nodiscard]] Fields give_back(std::int64_t amount) const {
        return {{"amount", amount}, {"proof", w("财政收据")}, {"officers", ids({"registrar", "judge"})}};
    }
    [[nodiscard]] std::set<std::string> rules() const {
        std::set<std::string> out;
        for (const Task& each : tasks_of(fold(), offices(), test::demo_calendar(), domain::Date::in_china(now), {}))
            out.insert(each.act + " " + each.rule);
        return out;
    }
    FactId decided, unmade;
};

}  // namespace

TEST_CASE("what came upon a grant that is set right afterwards stays in the ledger") {
    UnmadeGrant story;
    const auto came = story.act("registrar", "fund_arrived", sum(kCameSum));
    story.act("caller", "applicant_called", {{"how", w("phone")}});
    CHECK(story.fold().ledger.lies().value == 0);  // the control: it is in the budget
    CHECK(story.fold().ledger.arrived.value == kCameSum);
    story.unmake();
    CHECK(story.fold().ledger.arrived.value == 0);
    CHECK(story.fold().ledger.lies().value == kCameSum);
    CHECK(story.balance().lies.value == kCameSum);
    CHECK(story.balance().is_even());
    CHECK(story.standing(came) == "in_force");
    CHECK(write_case(story.fold()).find("\"lies\"") != std::string::npos);
    CHECK(is_one_case(story));
    // Whoever takes the correction back has the budget again.
    story.act("leader", "corrected", {{"wrong", story.unmade.text()}, {"reasons", w("没有写错")}});
    CHECK(story.fold().ledger.arrived.value == kCameSum);
    CHECK(story.fold().ledger.lies().value == 0);
}

TEST_CASE("what never came, or more than was asked for, does not lie there") {
    UnmadeGrant story;
    CHECK(story.standing(story.say("registrar", "fund_arrived", sum(kCameSum + 1))) == "refused fund.arrived");
    CHECK(story.standing(story.say("caller", "fund_arrived", sum(kCameSum))) == "refused role");
    story.unmake();
    CHECK(story.fold().ledger.lies().value == 0);
    CHECK(story.fold().ledger.still_sent().value == kCameSum);
    // Finance sends it all the same: that is noted, once.
    story.act("registrar", "fund_arrived", sum(kCameSum));
    CHECK(story.fold().status == Status::Review);
    CHECK(story.fold().ledger.lies().value == kCameSum);
    CHECK(story.standing(story.say("registrar", "fund_arrived", sum(1))) == "refused status");
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("two who note what came, neither knowing of the other nor of the correction, tell of one sum") {
    UnmadeGrant story;
    const auto seen = heads(story.facts);
    story.unmake();
    const auto first = story.say_after("registrar", "fund_arrived", sum(kCameSum), seen);
    const auto second = story.say_after("registrar2", "fund_arrived", sum(kCameSum), seen);
    CHECK(story.fold().ledger.lies().value == kCameSum);
    CHECK(story.standing(first) == "in_force");
    CHECK(story.standing(second) != "in_force");
    CHECK(is_one_case(story));
}

TEST_CASE("another grant uses what lies there, and the rest goes back to finance") {
    UnmadeGrant story;
    story.act("registrar", "fund_arrived", sum(kCameSum));
    CHECK(story.try_to("registrar", "fund_returned", story.give_back(kCameSum)) == "refused status");  // the control
    story.facts.pop_back();
    story.unmake();
    CHECK_FALSE(story.rules().contains("fund_returned fund_lies"));  // somebody decides anew first
    story.decide_anew(kLess);
    story.act("registrar", "fund_requested", sum(kLess));
    CHECK(story.rules().contains("fund_arrived finance_lies"));
    CHECK_FALSE(story.rules().contains("fund_returned fund_lies"));
    // Before somebody signs, it is asked whether that is the money; what was signed without it came anew.
    Fact arrival;
    arrival.kind = "fund_arrived";
    arrival.fields = sum(kLess);
    REQUIRE(lacks(story.fold(), arrival));
    CHECK(lacks(story.fold(), arrival)->code == "field.lay");
    arrival.fields = of_before(kLess);
    CHECK_FALSE(lacks(story.fold(), arrival));
    {
        UnmadeGrant anew = story;
        anew.act("registrar", "fund_arrived", sum(kLess));
        CHECK(anew.fold().ledger.lies().value == kCameSum);
    }
    story.act("registrar", "fund_arrived", of_before(kLess));
    CHECK(story.fold().status == Status::FundIn);
    CHECK(story.fold().ledger.arrived.value == kLess);
    CHECK(story.fold().ledger.lies().value == kCameSum - kLess);
    CHECK(story.rules().contains("fund_returned fund_lies"));
    story.act("caller", "applicant_called", {{"how", w("phone")}});
    const auto order = story.pay(kLess);
    CHECK(story.fold().status == Status::Paid);
    CHECK(story.balance().is_even());
    story.act("caller", "revisit_made", MoneyStory::first_call());
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kLess, true));
    story.act("registrar", "served", {{"paper", w("decision_grant")}, {"to", w("本人")}, {"how", w("in_person")}});
    CHECK(story.try_to("caller", "closed", {{"reasons", w("完")}}) == "refused close.fund");
    CHECK(story.try_to("registrar", "fund_returned", story.give_back(kCameSum - kLess + 1)) == "refused fund.left");
    story.act("registrar", "fund_returned", story.give_back(kCameSum - kLess));
    CHECK(story.fold().ledger.lies().value == 0);
    CHECK(story.balance().given_back.value == 0);  // nothing of this grant's budget
    CHECK_FALSE(story.rules().contains("fund_returned fund_lies"));
    CHECK(story.try_to("caller", "closed", {{"reasons", w("完")}}) != "refused close.fund");
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("more is never used than lies there, and after a refusal all of it goes back") {
    UnmadeGrant story;
    story.act("registrar", "fund_arrived", sum(kCameSum));
    story.unmake();
    {
        UnmadeGrant more = story;
        more.decide_anew(kCameSum + 1);
        more.act("registrar", "fund_requested", sum(kCameSum + 1));
        CHECK(more.try_to("registrar", "fund_arrived", of_before(kCameSum + 1)) == "refused fund.lies_less");
        CHECK(more.try_to("registrar", "fund_arrived", of_before(kCameSum)) == "in_force");
    }
    story.decide_anew(0);
    CHECK(story.fold().status == Status::DecidedRefuse);
    CHECK(story.rules().contains("fund_returned fund_lies"));
    story.act("registrar", "fund_returned", story.give_back(kCameSum));
    CHECK_FALSE(story.rules().contains("fund_returned fund_lies"));
    CHECK(story.try_to("registrar", "fund_returned", story.give_back(1)) == "refused status");
    CHECK(story.balance().is_even());
}

TEST_CASE("reported: finance sends what was asked for upon the first grant while another stands: it lies here") {
    UnmadeGrant story;
    story.unmake();
    story.decide_anew(kLess);
    CHECK(story.try_to("registrar", "fund_arrived", of_before(kCameSum)).starts_with("refused"));  // nothing lies here
    story.facts.pop_back();
    SUBCASE("before anything was asked for upon the second") {
        story.act("registrar", "fund_arrived", sum(kCameSum));
        CHECK(story.fold().status == Status::DecidedGrant);
        story.act("registrar", "fund_requested", sum(kLess));
    }
    SUBCASE("after that") {
        story.act("registrar", "fund_requested", sum(kLess));
        CHECK(story.try_to("registrar", "fund_arrived", sum(kCameSum + 1)) == "refused fund.arrived");  // the control
        story.facts.pop_back();
        story.act("registrar", "fund_arrived", sum(kCameSum));
        CHECK(story.fold().status == Status::FundReq);
    }
    CHECK(story.fold().ledger.lies().value == kCameSum);
    CHECK(story.fold().ledger.arrived.value == 0);
    CHECK(story.fold().ledger.still_sent().value == 0);
    CHECK(story.rules().contains("fund_arrived finance_lies"));
    CHECK_FALSE(story.rules().contains("fund_recalled recall_unmade"));
    CHECK(story.try_to("registrar", "fund_arrived", sum(kCameSum)) == "refused fund.arrived");  // once
    story.facts.pop_back();
    story.act("registrar", "fund_arrived", of_before(kLess));
    CHECK(story.fold().ledger.lies().value == kCameSum - kLess);
    CHECK(story.rules().contains("fund_returned fund_lies"));
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("reported: somebody tells finance that what was asked for upon a grant that was set right is not needed") {
    UnmadeGrant story;
    CHECK_FALSE(story.rules().contains("fund_recalled recall_unmade"));  // the control: it is needed
    CHECK(story.try_to("registrar", "fund_recalled", {{"reasons", w("打了电话")}}) == "refused status");
    story.facts.pop_back();
    story.unmake();
    CHECK(story.rules().contains("fund_recalled recall_unmade"));
    story.decide_anew(kLess);
    story.act("registrar", "fund_requested", sum(kLess));
    CHECK(story.rules().contains("fund_recalled recall_unmade"));
    Fact closing;
    closing.kind = "closed";
    REQUIRE(lacks(story.fold(), closing));
    CHECK(lacks(story.fold(), closing)->code == "close.request");
    story.act("registrar", "fund_recalled", {{"reasons", w("打了电话")}});
    CHECK_FALSE(lacks(story.fold(), closing));
    CHECK_FALSE(story.rules().contains("fund_recalled recall_unmade"));
    CHECK(story.try_to("registrar", "fund_recalled", {{"reasons", w("打了电话")}}).starts_with("refused"));
    story.facts.pop_back();
    // What was asked for upon the second is awaited, and sent; and the first may have left finance already.
    story.act("registrar", "fund_arrived", sum(kLess));
    CHECK(story.fold().ledger.arrived.value == kLess);
    story.act("registrar", "fund_arrived", sum(kCameSum));
    CHECK(story.fold().ledger.lies().value == kCameSum);
    CHECK(story.rules().contains("fund_returned fund_lies"));
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}
