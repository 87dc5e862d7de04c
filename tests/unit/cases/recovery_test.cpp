// Money that is collected later, kept as a claim, goes back to finance or is taken back.
#include <algorithm>
#include <random>

#include "app/cases/act_day.hpp"
#include "app/cases/case_json.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/stopped_story.hpp"
#include "tests/unit/cases/timeline.hpp"
#include "tests/unit/cases/true_days.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test::stopped;
using test::MoneyStory;
using test::w;

TEST_CASE("money that must come back: the person is told, by a day, and what cannot be had is given up with reasons") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    const auto order = story.pay(kStoppedSum);
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kStoppedSum, true));
    story.act("registrar", "served", {{"paper", w("decision_grant")}, {"how", w("in_person")}, {"to", w("本人")}});
    Fields fields = recovery("fraud", kStoppedSum);
    fields["until"] = std::string("2026-11-01");
    CHECK(story.try_to("judge", "recovery_decided", fields) == "refused recovery.until");
    story.facts.pop_back();
    SUBCASE("by the day of the decision") {
        fields["until"] = std::string("2026-12-15");
        story.act("judge", "recovery_decided", fields);
        CHECK(task_of(story, "recovery")->due->date == *domain::Date::parse("2026-12-15"));
    }
    SUBCASE("by that of the pack") {
        fields.erase("until");
        story.act("judge", "recovery_decided", fields);
        const domain::Date decided = story.fold().entry(*story.fold().ledger.recovery)->day;
        CHECK(task_of(story, "recovery")->due->date >= decided.plus_days(TermSettings{}.recover_days));
    }
    REQUIRE(task_of(story, "recovery_told"));
    CHECK(task_of(story, "recovery_told")->act == "served");
    story.act("registrar", "served", {{"paper", w("decision_recover")}, {"how", w("in_person")}, {"to", w("本人")}});
    CHECK_FALSE(task_of(story, "recovery_told"));
    story.act("registrar", "recovered", {{"amount", std::int64_t{kStoppedPart}}, {"proof", w("收据")}});
    CHECK(story.try_to("leader", "closed", {{"reasons", w("x")}}) == "refused role");
    CHECK(story.try_to("registrar", "closed", {{"reasons", w("收不回")}}) == "refused close.recovery");
    CHECK(story.try_to("registrar", "recovery_given_up", {{"reasons", w("x")}}) == "refused role");
    story.act("leader", "recovery_given_up", {{"reasons", w("名下没有财产，已终本")}});
    CHECK_FALSE(task_of(story, "recovery"));
    CHECK(story.try_to("leader", "recovery_given_up", {{"reasons", w("x")}}) == "refused recovery.none");
    // What comes all the same is written down.
    story.act("registrar", "recovered", {{"amount", std::int64_t{100}}, {"proof", w("收据")}});
    story.act("registrar", "closed", {{"reasons", w("收不回的不再追")}});
    CHECK(is_one_case(story));
}

TEST_CASE("money that comes after a stop is noted, told to finance or not, and goes back") {
    for (const bool told : {false, true}) {
        CAPTURE(told);
        MoneyStory story;
        story.until_granted(kStoppedSum);
        story.act("registrar", "fund_requested", {{"amount", kStoppedSum}});
        story.act("judge", "payment_stopped", stop("died"));
        CHECK(story.fold().status == Status::Terminated);
        if (told) story.act("registrar", "fund_recalled", {{"reasons", w("电话告诉了财政局")}});
        story.act("registrar", "fund_arrived", {{"amount", kStoppedSum}});
        CHECK(story.fold().status == Status::Terminated);
        CHECK(story.fold().ledger.left().value == kStoppedSum);
        CHECK(has_open_task(story, "fund_returned", "fund_back"));
        CHECK_FALSE(has_open_task(story, "fund_recalled", "recall"));
        CHECK(story.try_to("registrar", "fund_arrived", {{"amount", std::int64_t{1}}}) == "refused fund.arrived");
        story.facts.pop_back();
        story.act("registrar", "fund_returned", give_back(story, kStoppedSum));
        CHECK(story.balance().is_even());
        CHECK(tasks_in(story).empty());
        CHECK(is_one_case(story));
    }
}

TEST_CASE("of what was collected a judge says whether aid is deducted from it, else the leader, in a closed case too") {
    MoneyStory story;
    until_closed(story);
    CHECK_FALSE(has_open_task(story, "recovery_decided", "deduct"));
    CHECK(story.try_to("judge", "enforced_left", {{"reasons", w("还困难")}}) == "refused enforced.none");
    story.facts.pop_back();
    story.act("registrar", "enforced", collected(1'000'000));
    REQUIRE(task_of(story, "deduct"));
    const Task task = *task_of(story, "deduct");
    CHECK(task.act == "recovery_decided");
    CHECK(is_for(task, story.person("judge"), Role::Judge));
    CHECK_FALSE(is_for(task, story.person("leader"), Role::Leader));
    CHECK(known_fields(task).at("ground") == FieldValue(std::string("enforced")));
    const auto late = tasks_of(story.fold(), story.offices(), test::demo_calendar(),
                               domain::Date::in_china(story.now).plus_days(40), {});
    CHECK(std::any_of(late.begin(), late.end(), [&](const Task& each) {
        return each.rule == "deduct" && each.act == "recovery_decided" && each.escalated &&
               is_for(each, story.person("leader"), Role::Leader);
    }));
    SUBCASE("left to the person, until more is collected") {
        CHECK(story.try_to("registrar", "enforced_left", {{"reasons", w("还困难")}}) == "refused role");
        story.facts.pop_back();
        story.act("judge", "enforced_left", {{"reasons", w("还欠着医药费")}});
        CHECK_FALSE(task_of(story, "deduct"));
        CHECK(story.fold().status == Status::Closed);
        story.act("registrar", "enforced", collected(2'000'000));
        CHECK(task_of(story, "deduct"));
    }
    SUBCASE("deducted") {
        story.act("judge", "recovery_decided", recovery("enforced", 500'000));
        CHECK_FALSE(task_of(story, "deduct"));
        CHECK(task_of(story, "recovery"));
    }
    CHECK(is_one_case(story));
}

TEST_CASE("what is kept as a special claim has a sum, which what is collected makes less") {
    MoneyStory story;
    until_closed(story);
    Fields kept = collected(1'000'000);
    kept["kept_as_claim"] = true;
    Fact fact;
    fact.kind = "enforced";
    fact.fields = kept;
    CHECK(wrong_claim(fact)->code == "enforced.claim");
    fact.fields["claim"] = std::int64_t{3'000'000};
    CHECK_FALSE(wrong_claim(fact).has_value());
    fact.fields["kept_as_claim"] = false;
    CHECK(wrong_claim(fact)->code == "enforced.claim");
    kept["claim"] = std::int64_t{3'000'000};
    const auto by = story.act("judge", "enforced", kept);
    REQUIRE(story.fold().ledger.claim);
    CHECK(story.fold().ledger.claim->by == by);
    CHECK(story.fold().ledger.claim->amount.value == 3'000'000);
    story.act("registrar", "enforced", collected(1'200'000));
    CHECK(story.fold().ledger.claim->amount.value == 1'800'000);
    CHECK(is_one_case(story));
}

TEST_CASE("nobody takes money back for a promise that nobody gave") {
    for (const char* given : {"", "declined", "given"}) {
        CAPTURE(given);
        MoneyStory story;
        story.until_called(kStoppedSum, kStoppedSum);
        story.pay(kStoppedSum);
        if (*given != 0) {
            Fields fields{{"given", w(given)}};
            if (std::string_view(given) == "given")
                fields["consequences"] = true, fields["read_back"] = true;
            else
                fields["reasons"] = w("不愿意签");
            story.act("judge", "commitment_taken", fields);
        }
        CHECK(story.try_to("judge", "recovery_decided", recovery("promise_broken", kStoppedSum)) ==
              (std::string_view(given) == "given" ? "in_force" : "refused recovery.commitment"));
    }
}

TEST_CASE("the serving of a decision on recovery counts though that was signed by a clock years ahead") {
    MoneyStory story;
    until_closed(story);
    const base::Instant before = story.now;
    story.now = story.now + 5LL * 365 * 86'400'000;
    const auto decided = story.act("judge", "recovery_decided", recovery("fraud", 1'000'000));
    story.now = before;
    const Fields serving{{"paper", w("decision_recover")}, {"how", w("in_person")}, {"to", w("本人")}};
    // The control: who had not heard of it has given the person nothing that says so.
    story.say_after("registrar", "served", serving, {story.facts.front().id});
    CHECK_FALSE(story.fold().ledger.recoveries.front().told);
    Fields named = serving;
    named["decision"] = decided.text();
    for (const Fields& each : {serving, named}) {
        const auto served = story.act("registrar", "served", each);
        CHECK(story.fold().ledger.recoveries.front().told == served);
        CHECK_FALSE(owes_recovery(story.fold()));
        CHECK(is_one_case(story));
        story.facts.pop_back();
    }
    Fact early;
    early.kind = "served";
    early.claimed = story.now;
    early.fields = named;
    early.fields["on"] = domain::Date::in_china(story.now).text();
    REQUIRE(wrong_day(story.fold(), early));
    CHECK(wrong_day(story.fold(), early)->code == "on.before");  // by the days that were signed
}

TEST_CASE("of all that is paid, asked and taken back by clocks years ahead no limit runs from a day to come") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    const domain::Date came = domain::Date::in_china(story.now).plus_days(1);
    story.now = story.now + 5LL * 365 * 86'400'000;
    const auto order = story.pay(kStoppedSum);
    story.act("caller", "revisit_made", MoneyStory::first_call());
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kStoppedSum, true));
    story.act("judge", "enforced", collected(1'000'000));
    story.act("judge", "recovery_decided", recovery("fraud", 1'000'000));
    story.act("registrar", "recovered", {{"amount", std::int64_t{1'000'000}}, {"proof", w("收据")}});
    const AidCase folded = story.fold(), true_days = test::by_true_days(story, test::later_than(story, came));
    CHECK(write_case(folded).find("\"2031-") != std::string::npos);  // the control
    CHECK(write_case(true_days).find("\"2031-") == std::string::npos);
    CHECK(true_days.status == folded.status);
    CHECK(true_days.ledger.orders.front().paid_on == came);
    CHECK(true_days.ledger.recoveries.front().on == came);
    CHECK(true_days.ledger.recovered == folded.ledger.recovered);
}

TEST_CASE("what counts only because of the day it was signed on keeps that day, and counts") {
    MoneyStory story;
    until_closed(story);
    const domain::Date came = domain::Date::in_china(story.now);
    const base::Instant before = story.now;
    story.now = before + 5LL * 365 * 86'400'000;
    const auto decided = story.act("judge", "recovery_decided", recovery("fraud", 2'000'000));
    const Fields paid{{"amount", std::int64_t{500'000}}, {"proof", w("收据")}};
    story.now = before;
    story.act("registrar", "recovered", paid);
    story.now = before + 5LL * 365 * 86'400'000;
    const auto again = story.act("registrar", "recovered", paid);
    const AidCase folded = story.fold();
    const AidCase true_days = test::by_true_days(story, {{decided, came}, {again, came}});
    CHECK(true_days.ledger.recovered == folded.ledger.recovered);
    CHECK(true_days.ledger.recovered.value == 1'000'000);
    CHECK(true_days.entry(again)->standing == Standing::InForce);
    CHECK(true_days.entry(again)->day == folded.entry(again)->day);
    CHECK(true_days.entry(decided)->day == came);  // the control: nothing else keeps such a day
}

TEST_CASE("of two decisions to take money back each has its own day and its own paper") {
    MoneyStory story;
    until_closed(story);
    Fields first = recovery("fraud", 1'000'000), second = recovery("fraud", 2'000'000);
    first["until"] = std::string("2027-01-15");
    const auto one = story.act("judge", "recovery_decided", first);
    const auto two = story.act("judge", "recovery_decided", second);
    const auto days = [&] {
        std::map<FactId, domain::Date> out;
        for (const Task& each : tasks_in(story))
            if (each.rule == "recovery" && !each.escalated) out.emplace(*each.on, each.due->date);
        return out;
    };
    REQUIRE(days().size() == 2);
    CHECK(days().at(one) == *domain::Date::parse("2027-01-15"));
    CHECK(days().at(two) != days().at(one));
    Fields served{{"paper", w("decision_recover")}, {"how", w("in_person")}, {"to", w("本人")}};
    served["decision"] = two.text();
    story.act("registrar", "served", served);
    CHECK_FALSE(story.fold().ledger.recoveries[0].told);
    CHECK(story.fold().ledger.recoveries[1].told);
    // What comes back goes to the earlier one first.
    const Fields back{
        {"amount", std::int64_t{1'500'000}}, {"proof", w("收据1")}, {"on", domain::Date::in_china(story.now).text()}};
    story.act("registrar", "recovered", back);
    CHECK_FALSE(days().contains(one));
    CHECK(story.fold().ledger.open_parts()[1].value == 1'500'000);
    CHECK(story.try_to("registrar", "recovered", back) == "refused recovered.same");
    story.facts.pop_back();
    CHECK(is_one_case(story));
}

TEST_CASE("reported: nobody is asked about a deduction that aid refused, or a death, leaves no ground for") {
    constexpr std::int64_t kUrgent = 1'000'000;
    for (const char* end : {"granted", "refused", "died"}) {
        CAPTURE(end);
        const std::string_view how = end;
        MoneyStory story;
        story.open();
        story.act("registrar", "joined", {{"person", story.id("leader")}, {"as", w("leader")}});
        const auto proposal = story.act("registrar", "urgent_proposed",
                                        {{"amount", kUrgent}, {"wage", test::kWage}, {"reasons", w("抢救")}});
        story.act("leader", "urgent_approved", {{"proposal", proposal.text()}});
        story.act("registrar", "urgent_paid",
                  {{"proposal", proposal.text()}, {"amount", kUrgent}, {"payee", w("毕䶮")}, {"proof", w("回单")}});
        story.act("registrar", "enforced", collected(500'000));
        story.act("registrar", "filed", {{"number", w("（2026）浙0199司救刑1号")}});
        story.act("registrar", "joined", {{"person", story.id("caller")}, {"as", w("caller")}});
        story.act("registrar", "assigned",
                  {{"handler", story.id("judge")}, {"panel", story.ids({"judge2", "judge3"})}});
        if (how == "died") {
            story.act("judge", "terminated", {{"ground", w("died")}, {"reasons", w("村里证明")}});
        } else {
            const bool grants = how == "granted";
            story.paper = story.act("judge", "proof_added", {{"paper", w("病历")}, {"from", w("applicant")}});
            story.report = story.act("judge", "report_written",
                                     grants ? MoneyStory::report_fields(kUrgent)
                                            : Fields{{"proposal", w("refuse")}, {"reasons", w("骗取")}});
            story.lay();
            for (const char* judge : {"judge", "judge2"})
                story.vote(judge, grants ? "grant" : "refuse", grants ? kUrgent : 0);
            story.act("judge", "decided", story.decision(grants ? "grant" : "refuse", grants ? kUrgent : 0));
            if (grants) story.act("caller", "applicant_called", {{"how", w("phone")}});
        }
        CHECK(story.fold().ledger.to_weigh().value == 500'000);
        CHECK(task_of(story, "deduct").has_value() == (how == "granted"));
        CHECK(story.try_to("judge", "recovery_decided", recovery("enforced", 500'000)) ==
              (how == "granted" ? "in_force" : "refused recovery.ground"));
    }
}
