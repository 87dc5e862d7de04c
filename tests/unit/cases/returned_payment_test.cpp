// Money that the bank sends back when nobody waits for it any more: after the case was closed, after something was
// deducted from it, after a death ended the case.
#include <algorithm>
#include <random>
#include <set>

#include "app/cases/case_json.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;
using test::serving;
using test::w;

namespace {

constexpr std::int64_t kSent = 6'000'000, kDeducted = 1'000'000;

Fields sent_back(const FactId& order) { return {{"order", order.text()}, {"reasons", w("账户已销")}}; }
Fields call_that_all_came() {
    Fields call = MoneyStory::first_call();
    call["plan"] = w("extra");
    call["money_came"] = kSent;
    call["money_whole"] = true;
    return call;
}
Fields ending() { return {{"reasons", w("困难缓解")}}; }
Fields recovery_for(const char* ground, std::int64_t amount) {
    return {{"ground", w(ground)}, {"amount", amount}, {"reasons", w("查明")}};
}

// Act and rule of everything that is to be done.
std::set<std::string> open_tasks(const MoneyStory& story) {
    std::set<std::string> out;
    for (const Task& each :
         tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {}))
        if (!each.escalated) out.insert(each.act + " " + each.rule);
    return out;
}

// Paid, asked about, served, all is well: what is left is to close the case, weeks later.
FactId until_settled(MoneyStory& story) {
    story.until_called(kSent, kSent);
    const auto order = story.pay(kSent);
    story.act("caller", "revisit_made", MoneyStory::first_call());
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kSent, true));
    story.act("registrar", "served", serving("decision_grant"));
    story.now = story.now + 20 * std::int64_t{86'400'000};
    return order;
}

// What is done with money after it was paid: anything by anybody, who may not have heard of the last few acts.
class Afterwards {
public:
    explicit Afterwards(std::uint32_t seed) : random_(seed) { orders_.push_back(until_settled(story_)); }

    void act() {
        const std::size_t known = story_.facts.size() - (draw(3) == 0 ? draw(4) : 0);
        const std::vector<FactId> seen = heads(std::span<const Fact>(story_.facts).first(known));
        const auto say = [&](const char* who, const char* kind, Fields fields) {
            return story_.say_after(who, kind, std::move(fields), seen);
        };
        const FactId order = orders_[draw(orders_.size())];
        switch (draw(12)) {
            case 0:
            case 1: say("registrar", "pay_returned", sent_back(order)); return;
            case 2:
            case 3: say(draw(2) == 0 ? "caller" : "registrar2", "closed", ending()); return;
            case 4: {
                Fields call = call_that_all_came();
                call["money_came"] = kSent / static_cast<std::int64_t>(1 + draw(2));
                call["money_whole"] = draw(3) != 0;
                say(draw(2) == 0 ? "caller" : "registrar", "revisit_made", call);
                return;
            }
            case 5: {
                const bool whole = draw(2) == 0;
                say("caller", "money_confirmed", MoneyStory::confirmation(order, whole ? kSent : kDeducted, whole));
                return;
            }
            case 6: say("judge", "enforced", {{"amount", kDeducted}, {"kept_as_claim", false}}); return;
            case 7:
                say("judge", "recovery_decided", recovery_for(draw(3) == 0 ? "fraud" : "enforced", kDeducted));
                return;
            case 8: say("registrar", "recovered", {{"amount", kDeducted}, {"proof", w("收据")}}); return;
            case 9:
                if (draw(3) == 0) say("leader", "payment_stopped", {{"ground", w("other")}, {"reasons", w("不再发")}});
                return;
            case 10: {
                const auto wrong = story_.facts[story_.facts.size() - 1 - draw(6)].id.text();
                say("leader", "corrected", {{"wrong", wrong}, {"reasons", w("写错了")}});
                return;
            }
            default: {
                const FactId again = say("registrar", "pay_ordered", MoneyStory::order_fields(kSent));
                orders_.push_back(again);
                const FactId released = story_.say_after("leader", "pay_released", {{"order", again.text()}}, {again});
                const FactId paid = story_.say_after("registrar", "pay_made", story_.payment(again), {released});
                if (draw(2) == 0) story_.say_after("caller", "revisit_made", call_that_all_came(), {paid});
            }
        }
    }
    std::size_t draw(std::size_t below) { return random_() % below; }
    [[nodiscard]] const MoneyStory& story() const { return story_; }

private:
    std::mt19937 random_;
    MoneyStory story_;
    std::vector<FactId> orders_;
};

bool is_legal(const AidCase& folded) {
    Status at = Status::Synced;
    for (const Step& step : folded.steps) {
        if (!domain::may_follow(at, step.to)) return false;
        at = step.to;
    }
    return at == folded.status;
}

bool has_steps(const AidCase& folded, Status first, Status second) {
    const auto& steps = folded.steps;
    return std::adjacent_find(steps.begin(), steps.end(), [&](const Step& a, const Step& b) {
               return a.to == first && b.to == second;
           }) != steps.end();
}

}  // namespace

TEST_CASE("after it was paid: whatever is done, the accounts agree, every step is one of the table, in any order") {
    int opened_again = 0, after_deduction = 0, by_call = 0;
    for (std::uint32_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Afterwards court(seed);
        for (std::size_t acts = 4 + court.draw(12); acts > 0; --acts)
            court.act();
        const AidCase folded = court.story().fold();
        REQUIRE(court.story().balance().is_even());
        REQUIRE(is_legal(folded));
        opened_again += has_steps(folded, Status::Closed, Status::Notified);
        after_deduction += has_steps(folded, Status::Recovery, Status::Notified);
        by_call += std::any_of(folded.ledger.orders.begin(), folded.ledger.orders.end(), [&](const PayOrder& each) {
            return each.confirmed && folded.entry(*each.confirmed)->kind == "revisit_made";
        });
        if (seed % 10 == 0) REQUIRE(is_one_case(court.story()));
    }
    CHECK(opened_again > 10);  // that chance got there
    CHECK(after_deduction > 0);
    CHECK(by_call > 0);
}

TEST_CASE("the bank sends money back after the case was closed: it is paid again, revisited, and closed anew") {
    MoneyStory story;
    const auto order = until_settled(story);
    story.act("caller", "closed", ending());
    CHECK(open_tasks(story).empty());  // the control
    story.act("registrar", "pay_returned", sent_back(order));
    CHECK(story.fold().status == Status::Notified);
    CHECK(open_tasks(story).contains("pay_ordered order_again"));
    CHECK(story.try_to("caller", "closed", ending()) == "refused status");
    story.facts.pop_back();
    CHECK(story.balance().is_even());
    CHECK(story.balance().to_pay.value == kSent);
    const auto again = story.pay(kSent);
    CHECK(story.fold().status == Status::Paid);
    CHECK(open_tasks(story).contains("money_confirmed money"));
    CHECK(open_tasks(story).contains("revisit_made R0"));
    story.act("caller", "revisit_made", MoneyStory::first_call());
    CHECK(story.try_to("caller", "closed", ending()) == "refused close.money");
    story.facts.pop_back();
    story.act("caller", "money_confirmed", MoneyStory::confirmation(again, kSent, true));
    story.act("caller", "closed", ending());
    CHECK(open_tasks(story).empty());
    CHECK(is_one_case(story));
}

TEST_CASE("closed and sent back without knowledge of each other: open again, whichever has the earlier clock") {
    std::vector<std::set<std::string>> left;
    for (const bool closed_first : {true, false}) {
        CAPTURE(closed_first);
        MoneyStory story;
        const auto order = until_settled(story);
        const auto seen = heads(story.facts);
        const auto close = [&] { return story.say_after("caller", "closed", ending(), seen); };
        const auto early = closed_first ? close() : FactId{};
        const auto back = story.say_after("registrar", "pay_returned", sent_back(order), seen);
        const auto closed = closed_first ? early : close();
        CHECK(story.standing(closed) == "in_force");
        CHECK(story.standing(back) == "in_force");
        CHECK(story.fold().status == Status::Notified);
        CHECK(story.balance().is_even());
        CHECK(is_one_case(story));
        left.push_back(open_tasks(story));
        // The control: who knows that money came back does not close it over that.
        CHECK(story.try_to("registrar", "closed", ending()) == "refused status");
        story.facts.pop_back();
        // It is paid again, and the plan begins anew.
        story.pay(kSent);
        CHECK(open_tasks(story).contains("revisit_made R0"));
    }
    CHECK(left.front() == left.back());
}

TEST_CASE("money of a closed case that was taken back for fraud is not paid again: finance is to have it") {
    MoneyStory story;
    const auto order = until_settled(story);
    story.act("judge", "recovery_decided", recovery_for("fraud", kSent));
    story.act("registrar", "recovered", {{"amount", kSent}, {"proof", w("收据")}});
    story.act("registrar", "served", serving("decision_recover"));
    story.act("registrar", "closed", ending());
    story.act("registrar", "pay_returned", sent_back(order));
    CHECK(story.fold().status == Status::Closed);
    REQUIRE(story.fold().ledger.stopped);
    CHECK(story.fold().ledger.left().value == kSent);
    CHECK(open_tasks(story) == std::set<std::string>{"fund_returned fund_back"});
    story.act("registrar", "fund_returned",
              {{"amount", kSent}, {"proof", w("财政收据")}, {"officers", story.ids({"registrar", "judge"})}});
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE(
    "money that comes back after a deduction is written down at once, and the leader is asked what becomes of it") {
    for (const bool heard : {true, false}) {
        CAPTURE(heard);
        MoneyStory story;
        const auto order = until_settled(story);
        const auto before = heads(story.facts);
        story.act("judge", "enforced", {{"amount", kDeducted}, {"kept_as_claim", false}});
        story.act("judge", "recovery_decided", recovery_for("enforced", kDeducted));
        CHECK(story.fold().status == Status::Recovery);
        CHECK_FALSE(open_tasks(story).contains("remarked deducted_back"));  // the control
        const auto unheard = heads(story.facts);
        const auto back = story.say_after("registrar", "pay_returned", sent_back(order), heard ? unheard : before);
        CHECK(story.standing(back) == "in_force");
        CHECK(story.fold().status == Status::Notified);
        CHECK(story.balance().is_even());
        CHECK(story.balance().still_to_recover.value == kDeducted);
        CHECK(open_tasks(story).contains("remarked deducted_back"));
        CHECK(open_tasks(story).contains("recovered recovery"));
        CHECK_FALSE(open_tasks(story).contains("pay_ordered order_again"));
        CHECK(is_one_case(story));

        // It is paid no more: then nothing is owed of it.
        MoneyStory stopped = story;
        stopped.act("leader", "payment_stopped", {{"ground", w("hardship_gone")}, {"reasons", w("已执行到位")}});
        CHECK(stopped.fold().ledger.open_recovery().value == 0);
        CHECK_FALSE(open_tasks(stopped).contains("remarked deducted_back"));
        CHECK(open_tasks(stopped).contains("fund_returned fund_back"));
        CHECK(stopped.balance().is_even());

        // The control: a leader who had not heard of the return, by a later clock, speaks of something else.
        const auto other = story.say_after("leader", "remarked", {{"words", w("档案补一页")}}, unheard);
        CHECK(story.standing(other) == "in_force");
        CHECK(open_tasks(story).contains("remarked deducted_back"));
        CHECK_FALSE(open_tasks(story).contains("pay_ordered order_again"));
        CHECK(is_one_case(story));

        // It is paid again, and the deduction owed.
        story.act("registrar", "remarked", {{"words", w("等院领导")}});
        CHECK(open_tasks(story).contains("remarked deducted_back"));  // the control: not the leader's word
        // Nor a leader's who knows of it and speaks of something else, or of another return.
        story.act("leader", "remarked", {{"words", w("卷宗要归档")}});
        story.act("leader", "remarked", {{"words", w("上次那张单子")}, {"about", order.text()}});
        CHECK(open_tasks(story).contains("remarked deducted_back"));
        CHECK_FALSE(open_tasks(story).contains("pay_ordered order_again"));
        const auto named = [&](const char* who) {
            story.act(who, "remarked", {{"words", w("照发，扣的部分照收")}, {"about", back.text()}});
        };
        named("registrar");
        CHECK(open_tasks(story).contains("remarked deducted_back"));  // the office decides nothing here
        named("leader");
        CHECK_FALSE(open_tasks(story).contains("remarked deducted_back"));
        CHECK(open_tasks(story).contains("pay_ordered order_again"));
        story.pay(kSent);
        story.act("registrar", "recovered", {{"amount", kDeducted}, {"proof", w("划转单")}});
        CHECK(story.fold().status == Status::Paid);
        CHECK(story.balance().is_even());
    }
}

TEST_CASE("urgent money of somebody who died: it may come back, and what was got by fraud is taken back") {
    MoneyStory story;
    story.open();
    story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", w("leader")}});
    const auto proposal = story.act("registrar", "urgent_proposed",
                                    {{"amount", kDeducted}, {"wage", test::kWage}, {"reasons", w("抢救")}});
    story.act("leader", "urgent_approved", {{"proposal", proposal.text()}});
    story.act("registrar", "urgent_paid",
              {{"proposal", proposal.text()}, {"amount", kDeducted}, {"payee", w("毕䶮")}, {"proof", w("回单")}});
    story.act("registrar", "filed", {{"number", w("（2026）浙0199司救刑1号")}});
    story.act("registrar", "assigned", {{"handler", story.id("judge")}, {"panel", story.ids({"judge2", "judge3"})}});
    story.act("judge", "terminated", {{"ground", w("died")}, {"reasons", w("村里证明")}});
    CHECK(story.fold().status == Status::Terminated);
    CHECK(story.try_to("judge", "recovery_decided", recovery_for("promise_broken", kDeducted)) ==
          "refused recovery.ground");
    story.facts.pop_back();
    SUBCASE("the bank sends it back") {
        story.act("registrar", "pay_returned", sent_back(proposal));
        CHECK(story.fold().status == Status::Terminated);
        CHECK(story.balance().urgent.value == 0);
        CHECK(story.try_to("judge", "recovery_decided", recovery_for("fraud", kDeducted)) == "refused recovery.amount");
        story.facts.pop_back();
    }
    SUBCASE("it was got by fraud") {
        CHECK(story.try_to("judge", "recovery_decided", recovery_for("fraud", kDeducted + 1)) ==
              "refused recovery.amount");
        story.facts.pop_back();
        story.act("judge", "recovery_decided", recovery_for("fraud", kDeducted));
        CHECK(story.fold().status == Status::Recovery);
        CHECK(open_tasks(story).contains("recovered recovery"));
        CHECK_FALSE(open_tasks(story).contains("served recovery_told"));  // nobody serves the dead
        story.act("registrar", "recovered", {{"amount", kDeducted}, {"proof", w("继承人退回")}});
        CHECK(open_tasks(story).contains("closed close"));
        story.act("registrar", "closed", ending());
    }
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}
