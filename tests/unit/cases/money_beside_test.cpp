// Money that went out beside what a case pays: twice, in spite of a stop, in spite of a withdrawal. And urgent aid that
// was approved before the case was filed and is paid after it.
#include <doctest/doctest.h>

#include "app/cases/act_day.hpp"
#include "app/cases/lacking.hpp"
#include "tests/unit/cases/correcting.hpp"
#include "tests/unit/cases/stopped_story.hpp"
#include "tests/unit/cases/urgent_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using namespace courtyard::test::stopped;
using test::kUrgentSum;
using test::MoneyStory;
using test::UrgentStory;
using test::w;
using test::correcting::settle;

namespace {

Fields reclaim(const FactId& payment) {
    return {{"payment", payment.text()}, {"reasons", w("银行流水两笔都出去了")}, {"until", w("2027-03-01")}};
}

}  // namespace

TEST_CASE("reported: filing leaves approved urgent aid to be paid, and what is asked for is less it") {
    UrgentStory story;
    CHECK(has_open_task(story, "urgent_paid", "urgent_pay"));
    story.act("registrar", "filed", story.filing);
    CHECK(has_open_task(story, "urgent_paid", "urgent_pay"));
    SUBCASE("paid during the review") {
        story.act("registrar", "urgent_paid", story.paying());
        CHECK(story.fold().status == Status::Filed);
        CHECK_FALSE(has_open_task(story, "urgent_paid", "urgent_pay"));
        story.grant(5'000'000);
        CHECK(story.try_to("registrar", "fund_requested", {{"amount", std::int64_t{5'000'000}}}) ==
              "refused fund.amount");
    }
    SUBCASE("paid after the decision, which held it back") {
        story.grant(5'000'000);
        CHECK(has_open_task(story, "urgent_paid", "urgent_pay"));
        Fact request;
        request.kind = "fund_requested";
        request.fields = {{"amount", std::int64_t{5'000'000}}};
        REQUIRE(lacks(story.fold(), request));
        CHECK(lacks(story.fold(), request)->code == "fund.amount");
        request.fields = {{"amount", 5'000'000 - kUrgentSum}};
        CHECK_FALSE(lacks(story.fold(), request));
        story.act("registrar", "fund_requested", {{"amount", 5'000'000 - kUrgentSum}});
        story.act("registrar", "fund_arrived", {{"amount", 5'000'000 - kUrgentSum}});
        story.act("caller", "applicant_called", {{"how", w("phone")}});
        story.pay(5'000'000 - kUrgentSum);
        CHECK(story.fold().status == Status::PaidPart);
        story.act("registrar", "urgent_paid", story.paying());
        CHECK(story.fold().status == Status::Paid);
        CHECK(story.fold().ledger.paid().value == 5'000'000);
    }
    SUBCASE("the control: the approval is taken back") {
        story.act("leader", "corrected", {{"wrong", story.approved.text()}, {"reasons", w("已另有人救")}});
        CHECK_FALSE(has_open_task(story, "urgent_paid", "urgent_pay"));
        CHECK(story.try_to("registrar", "urgent_paid", story.paying()) == "refused urgent.approval");
        story.facts.pop_back();
        story.grant(5'000'000);
        story.act("registrar", "fund_requested", {{"amount", std::int64_t{5'000'000}}});
    }
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("reported: one files and another pays the urgent aid, without a line: both stand, in either order") {
    for (const bool filed_first : {true, false}) {
        CAPTURE(filed_first);
        UrgentStory story;
        const auto both_knew = heads(story.facts);
        std::vector<FactId> made(2);
        for (const bool files : {filed_first, !filed_first})
            made[files ? 0 : 1] = files ? story.say_after("registrar", "filed", story.filing, both_knew)
                                        : story.say_after("registrar2", "urgent_paid", story.paying(), both_knew);
        for (const FactId& each : made)
            CHECK(story.standing(each) == "in_force");
        CHECK(story.fold().status == Status::Filed);
        CHECK(story.fold().ledger.urgent_paid().value == kUrgentSum);
        CHECK_FALSE(has_open_task(story, "contradiction_settled", "contradiction"));
        CHECK_FALSE(has_open_task(story, "payment_reclaimed", "stray"));
        CHECK(is_one_case(story));
    }
}

TEST_CASE("urgent aid that went out before its payer heard of the refusal is taken back, as any (A8)") {
    UrgentStory story;
    story.act("registrar", "filed", story.filing);
    const auto both_knew = heads(story.facts);
    story.act("registrar", "assigned", {{"handler", story.id("judge")}, {"panel", story.ids({"judge2", "judge3"})}});
    story.paper = story.act("judge", "proof_added", {{"paper", w("病历")}, {"from", w("applicant")}});
    story.report = story.act("judge", "report_written", {{"proposal", w("refuse")}, {"reasons", w("不合条件")}});
    story.lay();
    story.vote("judge", "refuse");
    story.vote("judge2", "refuse");
    story.act("judge", "decided", story.decision("refuse"));
    CHECK(story.try_to("registrar", "urgent_paid", story.paying()) == "refused status");  // the control: it was heard
    story.facts.pop_back();
    const auto paid = story.say_after("registrar2", "urgent_paid", story.paying(), both_knew);
    CHECK(story.standing(paid) == "in_force");
    CHECK(story.fold().status == Status::DecidedRefuse);
    CHECK(has_open_task(story, "recovery_decided", "A8"));
    CHECK(is_one_case(story));
}

TEST_CASE("reported: an order that two paid: the leader says whether the second went out, and then it comes back") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    const auto order = story.order(kStoppedSum);
    story.act("leader", "pay_released", on_order(order));
    const auto both_knew = heads(story.facts);
    Fields other = story.payment(order, {"registrar2", "judge2"});
    other["proof"] = w("20261114000002");
    const auto first = story.say_after("registrar", "pay_made", story.payment(order), both_knew);
    const auto second = story.say_after("registrar2", "pay_made", other, both_knew);
    const bool is_first = story.fold().is_in_force(first);
    const FactId stands = is_first ? first : second, stray = is_first ? second : first;
    CHECK(story.standing(stray).starts_with("contradicts"));
    REQUIRE(test::stopped::task_of(story, "stray"));
    CHECK(test::stopped::task_of(story, "stray")->due.has_value());
    CHECK(test::stopped::task_of(story, "stray")->on == stray);
    CHECK(story.try_to("registrar", "payment_reclaimed", reclaim(stray)) == "refused role");
    story.facts.pop_back();
    CHECK(story.try_to("leader", "payment_reclaimed", reclaim(stands)) == "refused stray.none");  // it is paid rightly
    story.facts.pop_back();
    SUBCASE("it did not go out") {
        story.act("leader", "contradiction_settled", settle(stands, stray));
        CHECK_FALSE(has_open_task(story, "payment_reclaimed", "stray"));
        CHECK(story.balance().to_recover.value == 0);
        // And if the bank shows later that it did, the leader says so still.
        story.act("leader", "payment_reclaimed", reclaim(stray));
        CHECK(has_open_task(story, "recovered", "reclaim"));
    }
    SUBCASE("it did, and comes back") {
        const auto said = story.act("leader", "payment_reclaimed", reclaim(stray));
        CHECK(story.fold().status == Status::Paid);
        CHECK_FALSE(has_open_task(story, "contradiction_settled", "contradiction"));
        CHECK_FALSE(has_open_task(story, "payment_reclaimed", "stray"));
        CHECK(story.try_to("registrar", "corrected", {{"wrong", said.text()}, {"reasons", w("不收了")}}) ==
              "refused corrected.leader");
        story.facts.pop_back();
        CHECK_FALSE(has_open_task(story, "served", "recovery_told"));  // nobody decided anything about the person
        REQUIRE(test::stopped::task_of(story, "reclaim"));
        CHECK(test::stopped::task_of(story, "reclaim")->due->date == test::day("2027-03-01"));
        CHECK(test::stopped::task_of(story, "reclaim")->on == said);
        // Whoever is to give it back is told so in writing, by a paper of its own.
        const auto to_tell = test::stopped::task_of(story, "reclaim_told");
        REQUIRE(to_tell);
        CHECK(to_tell->act == "served");
        CHECK(known_fields(*to_tell) == Fields{{"paper", w("reclaim")}, {"decision", said.text()}});
        Fields serving{{"paper", w("decision_recover")}, {"how", w("post")}, {"to", w("本人")}};
        story.act("registrar", "served", serving);
        CHECK(has_open_task(story, "served", "reclaim_told"));  // the control: another paper
        serving["paper"] = w("reclaim");
        Fact early;
        early.kind = "served";
        early.claimed = story.now;
        early.fields = serving;
        early.fields["on"] = story.fold().ledger.recoveries.back().on.plus_days(-1).text();
        REQUIRE(wrong_day(story.fold(), early));
        CHECK(wrong_day(story.fold(), early)->code == "on.before");
        early.fields["paper"] = w("decision_recover");  // the control
        CHECK_FALSE(wrong_day(story.fold(), early));
        story.act("registrar", "served", serving);
        CHECK_FALSE(has_open_task(story, "served", "reclaim_told"));
        CHECK(has_open_task(story, "recovered", "reclaim"));
        CHECK(story.try_to("leader", "payment_reclaimed", reclaim(stray)) == "refused stray.none");
        story.facts.pop_back();
        CHECK(story.try_to("caller", "closed", {{"reasons", w("结束")}}).starts_with("refused"));
        story.facts.pop_back();
        // The judge takes back nothing of what the person was granted with it.
        CHECK(story.try_to("judge", "recovery_decided", recovery("fraud", kStoppedSum + 1)) ==
              "refused recovery.amount");
        story.facts.pop_back();
        SUBCASE("from the person") {
            story.act("registrar", "recovered", {{"amount", kStoppedSum}, {"proof", w("收据1")}});
            CHECK(story.try_to("registrar", "recovered", {{"amount", std::int64_t{1}}, {"proof", w("收据2")}}) ==
                  "refused recovered.more");
            story.facts.pop_back();
        }
        SUBCASE("from the bank") {
            const Fields back{{"order", stray.text()}, {"reasons", w("重复付款退回")}};
            story.act("registrar", "pay_returned", back);
            CHECK(story.fold().status == Status::Paid);
            CHECK(story.try_to("registrar", "pay_returned", back) == "refused pay.not_paid");
            story.facts.pop_back();
        }
        SUBCASE("never") { story.act("leader", "recovery_given_up", {{"reasons", w("下落不明")}}); }
        CHECK_FALSE(has_open_task(story, "recovered", "reclaim"));
    }
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("reported: urgent aid that two paid, and one that was paid over a withdrawal, come back") {
    for (const bool withdraws : {true, false}) {
        CAPTURE(withdraws);
        UrgentStory story;
        const auto both_knew = heads(story.facts);
        Fields other = story.paying("20261125000009");
        other["payee"] = w("申屠家的表哥");
        if (withdraws)
            story.say_after("judge", "withdrawn", {{"how", w("书面")}}, both_knew);
        else
            story.say_after("registrar", "urgent_paid", story.paying(), both_knew);
        const auto stray = story.say_after("registrar2", "urgent_paid", other, both_knew);
        REQUIRE_FALSE(story.fold().is_in_force(stray));
        CHECK(has_open_task(story, "payment_reclaimed", "stray"));
        story.act("leader", "payment_reclaimed", reclaim(stray));
        CHECK(story.fold().status == (withdraws ? Status::Withdrawn : Status::UrgentPaid));
        CHECK(has_open_task(story, "recovered", "reclaim"));
        CHECK_FALSE(has_open_task(story, "contradiction_settled", "contradiction"));
        story.act("registrar", "recovered", {{"amount", kUrgentSum}, {"proof", w("收据1")}});
        CHECK_FALSE(has_open_task(story, "recovered", "reclaim"));
        CHECK(story.balance().is_even());
        CHECK(is_one_case(story));
    }
}

TEST_CASE("reported: money that left in spite of a stop is not sent back to finance once more") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    const auto order = story.order(kStoppedSum);
    story.act("leader", "pay_released", on_order(order));
    const auto both_knew = heads(story.facts);
    const auto stopped = story.say_after("judge", "payment_stopped", stop("amount_refused"), both_knew);
    CHECK(has_open_task(story, "fund_returned", "fund_back"));  // the control: as long as nothing left
    const auto paid = story.say_after("registrar", "pay_made", story.payment(order), both_knew);
    CHECK(story.fold().status == Status::Terminated);
    CHECK(story.fold().ledger.left().value == 0);
    CHECK_FALSE(has_open_task(story, "fund_returned", "fund_back"));
    CHECK(has_open_task(story, "payment_reclaimed", "stray"));
    CHECK(story.try_to("registrar", "fund_returned", give_back(story, kStoppedSum)) == "refused pay.stray");
    story.facts.pop_back();
    SUBCASE("the stop holds, and the money comes back: then finance has it") {
        story.act("leader", "payment_reclaimed", reclaim(paid));
        CHECK(has_open_task(story, "recovered", "reclaim"));
        CHECK_FALSE(has_open_task(story, "fund_returned", "fund_back"));
        CHECK(story.try_to("registrar", "fund_returned", give_back(story, kStoppedSum)) == "refused fund.left");
        story.facts.pop_back();
        SUBCASE("it comes") {
            story.act("registrar", "recovered", {{"amount", kStoppedSum}, {"proof", w("收据1")}});
            CHECK(has_open_task(story, "fund_returned", "fund_back"));
            story.act("registrar", "fund_returned", give_back(story, kStoppedSum));
        }
        SUBCASE("it does not: nothing is left to give back") {
            story.act("leader", "recovery_given_up", {{"reasons", w("下落不明")}});
            CHECK(story.fold().ledger.left().value == 0);
        }
    }
    SUBCASE("it did not go out") {
        story.act("leader", "contradiction_settled", settle(stopped, paid));
        CHECK(has_open_task(story, "fund_returned", "fund_back"));
        story.act("registrar", "fund_returned", give_back(story, kStoppedSum));
    }
    SUBCASE("who gives back without having heard of the payment") {
        const auto back = story.say_after("registrar2", "fund_returned",
                                          give_back(story, kStoppedSum, {"registrar2", "judge"}), {stopped});
        CHECK(story.standing(back) == "in_force");
        CHECK(has_open_task(story, "payment_reclaimed", "stray"));
    }
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("reported: what comes of money that was given up is given up no more") {
    MoneyStory story;
    story.until_called(3'000'000, 3'000'000);
    story.pay(3'000'000);
    story.act("judge", "recovery_decided", recovery("fraud", 3'000'000));
    story.act("registrar", "recovered", {{"amount", std::int64_t{1'000'000}}, {"proof", w("收据1")}});
    story.act("leader", "recovery_given_up", {{"reasons", w("下落不明")}});
    CHECK(story.fold().ledger.given_up.value == 2'000'000);  // the control
    story.act("registrar", "recovered", {{"amount", std::int64_t{500'000}}, {"proof", w("收据2")}});
    CHECK(story.fold().ledger.recovered.value == 1'500'000);
    CHECK(story.fold().ledger.given_up.value == 1'500'000);
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("reported: what the bank sends back of a payment goes to that payment, and not to what was decided before") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    const auto order = story.order(kStoppedSum);
    story.act("leader", "pay_released", on_order(order));
    const auto both_knew = heads(story.facts);
    Fields other = story.payment(order, {"registrar2", "judge2"});
    other["proof"] = w("20261114000002");
    const auto first = story.say_after("registrar", "pay_made", story.payment(order), both_knew);
    const auto second = story.say_after("registrar2", "pay_made", other, both_knew);
    const FactId stray = story.fold().is_in_force(first) ? second : first;
    story.act("judge", "recovery_decided", recovery("fraud", kStoppedPart));
    story.act("leader", "payment_reclaimed", reclaim(stray));
    const auto parts = [&story] { return story.fold().ledger.open_parts(); };
    REQUIRE(parts() == std::vector<domain::Fen>{{kStoppedPart}, {kStoppedSum}});
    CHECK(has_open_task(story, "served", "reclaim_told"));
    CHECK(has_open_task(story, "served", "recovery_told"));
    SUBCASE("from the bank") {
        story.act("registrar", "pay_returned", {{"order", stray.text()}, {"reasons", w("重复付款退回")}});
        CHECK(parts() == std::vector<domain::Fen>{{kStoppedPart}, {0}});
        CHECK_FALSE(has_open_task(story, "recovered", "reclaim"));
        CHECK_FALSE(has_open_task(story, "served", "reclaim_told"));  // it is back, and the person never had it
        CHECK(has_open_task(story, "recovered", "recovery"));
        story.act("registrar", "recovered", {{"amount", kStoppedPart}, {"proof", w("收据1")}});
        CHECK(parts() == std::vector<domain::Fen>{{0}, {0}});
    }
    SUBCASE("the control: what came else goes to the earlier first") {
        story.act("registrar", "recovered", {{"amount", kStoppedPart}, {"proof", w("收据1")}});
        CHECK(parts() == std::vector<domain::Fen>{{0}, {kStoppedSum}});
    }
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("reported: money that went out upon a decision that a withdrawal crossed may well be gone") {
    for (const bool is_heard : {false, true}) {
        CAPTURE(is_heard);
        MoneyStory story;
        story.until_report(kStoppedSum);
        story.lay();
        story.vote("judge", "grant", kStoppedSum);
        story.vote("judge2", "grant", kStoppedSum);
        const auto both_knew = heads(story.facts);
        const auto early = story.now;
        story.now = early + 3'600'000;
        story.act("judge", "decided", story.decision("grant", kStoppedSum));
        story.act("registrar", "fund_requested", {{"amount", kStoppedSum}});
        story.act("registrar", "fund_arrived", {{"amount", kStoppedSum}});
        story.act("caller", "applicant_called", {{"how", w("phone")}});
        const auto order = story.order(kStoppedSum);
        story.act("leader", "pay_released", on_order(order));
        const auto paying = heads(story.facts);
        const auto late = story.now;
        story.now = early;
        const auto withdrawn = story.say_after("registrar2", "withdrawn", {{"how", w("书面")}}, both_knew);
        story.now = late;
        std::vector<FactId> seen = paying;
        if (is_heard) seen.push_back(withdrawn);
        const auto paid = story.say_after("registrar", "pay_made", story.payment(order), seen);
        REQUIRE(story.fold().ledger.stray.size() == 1);
        CHECK(story.fold().ledger.stray.front().is_crossed == !is_heard);
        CHECK(story.standing(paid) == (is_heard ? "refused status" : "contradicts status"));
        if (!is_heard) CHECK(story.fold().entry(paid)->against == withdrawn);
        CHECK(has_open_task(story, "payment_reclaimed", "stray"));
        CHECK(is_one_case(story));
    }
}
