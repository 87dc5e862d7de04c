// What happens to a person, or comes to light, when the votes are in, the decision is made or the money is out.
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

TEST_CASE("money that a stop leaves with the court goes back to finance: by two, once, never more than is left") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    const auto first = story.pay(kStoppedPart, 1, 2);
    CHECK(story.try_to("registrar", "fund_returned", give_back(story, kStoppedPart)) == "refused status");
    story.facts.pop_back();
    const auto stopped = story.act("leader", "payment_stopped", stop("amount_refused"));
    const std::int64_t left = kStoppedSum - kStoppedPart;
    CHECK(story.fold().ledger.left().value == left);
    CHECK(story.try_to("judge", "fund_returned", give_back(story, left)) == "refused role");
    CHECK(story.try_to("registrar", "fund_returned", give_back(story, left, {"registrar"})) == "refused pay.officers");
    CHECK(story.try_to("registrar", "fund_returned", give_back(story, left, {"judge", "leader"})) ==
          "refused pay.registrar");
    CHECK(story.try_to("registrar", "fund_returned", give_back(story, left + 1)) == "refused fund.left");
    const auto before = heads(story.facts);
    const auto back = story.act("registrar", "fund_returned", give_back(story, left));
    CHECK(story.balance().given_back.value == left);
    CHECK(story.balance().budget_left.value == 0);
    // Somebody else notes it, too, and does not know: it is one thing.
    const auto again = story.say_after("registrar", "fund_returned", give_back(story, left), before);
    CHECK(story.standing(again).starts_with("refused"));
    // The stop it rests on cannot be taken back by who knows of the money.
    CHECK(story.try_to("leader", "corrected", {{"wrong", stopped.text()}, {"reasons", w("弄错了")}}) ==
          "refused corrected.rests");
    CHECK(story.try_to("registrar", "corrected", {{"wrong", back.text()}, {"reasons", w("弄错了")}}) ==
          "refused corrected.leader");
    // The bank sends the first part back: that is left with the court now, too.
    story.act("registrar", "pay_returned", {{"order", first.text()}, {"reasons", w("销户")}});
    CHECK(story.fold().ledger.left().value == kStoppedPart);
    CHECK(has_open_task(story, "fund_returned", "fund_back"));
    story.act("registrar", "fund_returned", give_back(story, kStoppedPart));
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("before anything is paid a death or a refusal ends the case, in every state since the decision") {
    for (int step = 0; step <= 5; ++step) {
        CAPTURE(step);
        MoneyStory story;
        story.until_granted(kStoppedSum);
        std::optional<FactId> order;
        if (step > 0) story.act("registrar", "fund_requested", {{"amount", kStoppedSum}});
        if (step > 1) story.act("registrar", "fund_arrived", {{"amount", kStoppedSum}});
        if (step > 2) story.act("caller", "applicant_called", {{"how", w("phone")}});
        if (step > 3) order = story.order(kStoppedSum);
        if (step > 4) story.act("leader", "pay_released", on_order(*order));
        CHECK(story.try_to("registrar", "payment_stopped", stop("died")) == "refused role");
        story.act("judge", "payment_stopped", stop(step % 2 == 0 ? "died" : "amount_refused"));
        CHECK(story.fold().status == Status::Terminated);
        CHECK(story.balance().stopped.value == kStoppedSum);
        CHECK(story.balance().to_pay.value == 0);
        CHECK(story.balance().ordered.value == 0);
        CHECK(story.balance().is_even());
        if (order) {
            CHECK(story.try_to("registrar", "pay_made", story.payment(*order)).starts_with("refused"));
            CHECK(has_open_task(story, "payment_reclaimed", "stray"));  // somebody who signed it all the same is heard
            story.facts.pop_back();
        }
        // What finance had sent already goes back; then nothing is left to do.
        if (step > 1) {
            CHECK(story.balance().budget_left.value == kStoppedSum);
            CHECK(has_open_task(story, "fund_returned", "fund_back"));
            story.act("registrar", "fund_returned", give_back(story, kStoppedSum));
        }
        // What is on its way: finance is told that it need not come.
        if (step == 1) {
            CHECK(has_open_task(story, "fund_recalled", "recall"));
            story.act("registrar", "fund_recalled", {{"reasons", w("电话告诉了财政局社保科")}});
            CHECK(story.try_to("registrar", "fund_recalled", {{"reasons", w("又说一遍")}}) == "refused recall.none");
        }
        CHECK(story.balance().budget_left.value == 0);
        CHECK(story.balance().is_even());
        for (const Task& each : tasks_in(story))
            CHECK_MESSAGE(false, (each.act + " " + each.rule));
        for (const Deadline& each :
             deadlines_of(story.fold(), test::demo_calendar(), domain::Date::in_china(story.now).plus_days(90), {}))
            CHECK_MESSAGE(!each.is_open(), each.rule->id);
        CHECK(is_one_case(story));
    }
}

TEST_CASE("between two instalments: what is not paid is stopped, what was paid is looked after or taken back") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    const auto first = story.pay(kStoppedPart, 1, 2);
    const auto second = story.order(kStoppedSum - kStoppedPart, 2, 2);
    story.act("leader", "pay_released", on_order(second));
    SUBCASE("the person died") {
        story.act("leader", "payment_stopped", stop("died"));
        CHECK(story.fold().status == Status::Revisit);
        CHECK(story.fold().ledger.find(second)->state == PayOrder::State::Stopped);
        CHECK(story.try_to("registrar", "pay_made", story.payment(second)) == "refused status");
        story.facts.pop_back();
        CHECK(story.try_to("caller", "closed", {{"reasons", w("本人去世")}}) == "refused close.fund");
        CHECK_FALSE(has_open_task(story, "closed", "O12"));
        CHECK(has_open_task(story, "fund_returned", "fund_back"));
        story.act("registrar", "fund_returned", give_back(story, kStoppedSum - kStoppedPart));
        CHECK_FALSE(has_open_task(story, "fund_returned", "fund_back"));
        CHECK(has_open_task(story, "closed", "O12"));  // nobody asks the dead, or hands them a paper
        story.act("caller", "closed", {{"reasons", w("本人去世")}});
    }
    SUBCASE("the person wants no more") {
        story.act("judge", "payment_stopped", stop("amount_refused"));
        CHECK(story.fold().status == Status::Revisit);
        CHECK(story.try_to("caller", "closed", {{"reasons", w("结束")}}) == "refused close.money");
        CHECK(has_open_task(story, "money_confirmed", "money"));
        CHECK(has_open_task(story, "served", "P8"));
        // The bank sends back what went out: it is not paid again, and the case does not wait for it.
        story.act("registrar", "pay_returned", {{"order", first.text()}, {"reasons", w("销户")}});
        CHECK(story.fold().status == Status::Revisit);
        CHECK(story.balance().to_pay.value == 0);
    }
    SUBCASE("the person had cheated") {
        CHECK(story.try_to("judge", "recovery_decided", recovery("fraud", kStoppedPart + 1)) ==
              "refused recovery.amount");
        story.act("judge", "recovery_decided", recovery("fraud", kStoppedPart));
        CHECK(story.fold().status == Status::Recovery);
        CHECK(story.fold().ledger.stopped.has_value());
        CHECK(story.try_to("registrar", "pay_made", story.payment(second)) == "refused status");
        story.facts.pop_back();
        CHECK(has_open_task(story, "recovered", "recovery"));
        story.act("registrar", "recovered", {{"amount", kStoppedPart}, {"proof", w("收据")}});
        CHECK(story.balance().still_to_recover.value == 0);
    }
    CHECK(story.balance().paid.value <= kStoppedPart);
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("who pays without knowing of the stop contradicts it, and the leader says which holds") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    const auto order = story.order(kStoppedSum);
    story.act("leader", "pay_released", on_order(order));
    const auto both_knew = heads(story.facts);
    const auto stopped = story.say_after("judge", "payment_stopped", stop("died"), both_knew);
    const auto paid = story.say_after("registrar", "pay_made", story.payment(order), both_knew);
    CHECK(story.fold().status == Status::Terminated);
    CHECK(story.standing(paid).starts_with("contradicts"));
    CHECK(story.fold().entry(paid)->against == stopped);
    CHECK(story.fold().ledger.stray.size() == 1);
    CHECK(has_open_task(story, "contradiction_settled", "contradiction"));
    story.act(
        "leader", "contradiction_settled",
        {{"holds", paid.text()}, {"falls", std::vector<std::string>{stopped.text()}}, {"reasons", w("钱已经到账")}});
    CHECK(story.fold().status == Status::Paid);
    CHECK(story.balance().paid.value == kStoppedSum);
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("a stop that was a mistake is taken back, and the case goes on where it stood") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    const auto order = story.order(kStoppedSum);
    const auto stopped = story.act("judge", "payment_stopped", stop("died"));
    story.act("leader", "corrected", {{"wrong", stopped.text()}, {"reasons", w("同名同姓")}});
    CHECK(story.fold().status == Status::Notified);
    story.act("leader", "pay_released", on_order(order));
    story.act("registrar", "pay_made", story.payment(order));
    CHECK(story.fold().status == Status::Paid);
}

TEST_CASE("what was enforced is deducted while money is paid in parts, and the parts go on") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    story.pay(kStoppedPart, 1, 3);
    const auto second = story.order(kStoppedPart, 2, 3);
    story.act("judge", "enforced", collected(1'000'000));
    CHECK(story.try_to("registrar", "recovery_decided", recovery("enforced", 1'000'000)) == "refused role");
    story.facts.pop_back();
    SUBCASE("deducted") {
        story.act("judge", "recovery_decided", recovery("enforced", 1'000'000));
        CHECK(story.fold().status == Status::PaidPart);
        CHECK_FALSE(story.fold().ledger.stopped);
        CHECK(has_open_task(story, "pay_released", "release"));
        CHECK(has_open_task(story, "recovered", "recovery"));
        CHECK(has_open_task(story, "served", "recovery_told"));
        story.act("leader", "pay_released", on_order(second));
        story.act("registrar", "pay_made", story.payment(second));
        SUBCASE("a part comes back from the bank, and all is paid in the end") {
            story.act("registrar", "pay_returned", {{"order", second.text()}, {"reasons", w("户名不符")}});
            CHECK(story.balance().is_even());
            story.pay(kStoppedPart, 2, 3);
            story.pay(kStoppedPart, 3, 3);
            CHECK(story.fold().status == Status::Paid);
            story.act("registrar", "recovered", {{"amount", std::int64_t{1'000'000}}, {"proof", w("划转单")}});
            CHECK_FALSE(has_open_task(story, "recovered", "recovery"));
        }
        SUBCASE("a stop afterwards: nobody owes more than went out") {
            story.act("registrar", "pay_returned", {{"order", second.text()}, {"reasons", w("户名不符")}});
            story.act("judge", "payment_stopped", stop("amount_refused"));
            CHECK(story.fold().status == Status::Revisit);
            CHECK(story.fold().ledger.open_recovery().value == 1'000'000);
            const auto first = story.fold().ledger.orders.front().by;
            story.act("registrar", "pay_returned", {{"order", first.text()}, {"reasons", w("销户")}});
            CHECK(story.fold().ledger.open_recovery().value == 0);
        }
    }
    SUBCASE("the control: fraud stops the rest, and takes a judge or the leader") {
        CHECK(story.try_to("registrar", "recovery_decided", recovery("fraud", kStoppedPart)) == "refused role");
        story.facts.pop_back();
        story.act("leader", "recovery_decided", recovery("fraud", kStoppedPart));
        CHECK(story.fold().status == Status::Recovery);
        CHECK(story.fold().ledger.stopped);
        CHECK(story.fold().ledger.find(second)->state == PayOrder::State::Stopped);
    }
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("money that is collected, or fraud that is found, years after the case was closed opens it again") {
    MoneyStory story;
    until_closed(story);
    CHECK(story.try_to("judge", "recovery_decided", recovery("enforced", 1)) == "refused recovery.amount");
    story.act("judge", "enforced", collected(1'000'000));
    CHECK(story.fold().status == Status::Closed);
    story.act("judge", "recovery_decided", recovery("enforced", 1'000'000));
    CHECK(story.fold().status == Status::Recovery);
    CHECK(has_open_task(story, "recovered", "recovery"));
    for (const Task& each : tasks_in(story))
        CHECK_MESSAGE((each.act == "recovered" || each.rule == "recovery_told"), each.rule);  // no old revisit wakes up
    // Collected once more while the first is still to come back; the same money is not deducted twice.
    CHECK(story.try_to("judge", "recovery_decided", recovery("enforced", 1)) == "refused recovery.amount");
    story.act("judge", "enforced", collected(500'000));
    CHECK(story.try_to("judge", "recovery_decided", recovery("enforced", 500'001)) == "refused recovery.amount");
    story.act("judge", "recovery_decided", recovery("enforced", 500'000));
    CHECK(story.try_to("registrar", "closed", {{"reasons", w("结束")}}) == "refused close.recovery");
    story.act("registrar", "recovered", {{"amount", std::int64_t{1'500'000}}, {"proof", w("划转单")}});
    // Each decision by itself.
    const Fields served{{"paper", w("decision_recover")}, {"how", w("in_person")}, {"to", w("本人")}};
    story.act("registrar", "served", served);
    CHECK(has_open_task(story, "served", "recovery_told"));
    CHECK(story.try_to("registrar", "closed", {{"reasons", w("收回")}}) == "refused close.recovery_told");
    story.facts.pop_back();
    story.act("registrar", "served", served);
    CHECK_FALSE(has_open_task(story, "served", "recovery_told"));
    story.act("registrar", "closed", {{"reasons", w("收回")}});
    story.act("judge", "recovery_decided", recovery("fraud", kStoppedSum - 1'500'000));
    CHECK(story.fold().status == Status::Recovery);
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("fraud that is found while another body helps is taken back without waiting for a revisit") {
    MoneyStory story;
    story.until_called(kStoppedSum, kStoppedSum);
    story.pay(kStoppedSum);
    story.act("caller", "consent_given", {{"bodies", std::vector<std::string>{"民政局"}}, {"how", w("phone")}});
    story.act("caller", "revisit_made", MoneyStory::first_call({"O3", "O7"}));
    story.act("caller", "referred",
              {{"item", w("N01")},
               {"body", w("民政局")},
               {"asks", w("低保")},
               {"shared", std::vector<std::string>{"F1.01"}}});
    CHECK(story.fold().status == Status::Referred);
    CHECK(has_open_task(story, "recovery_decided", "O7"));
    story.act("judge", "recovery_decided", recovery("fraud", kStoppedSum));
    CHECK(story.fold().status == Status::Recovery);
    CHECK_FALSE(has_open_task(story, "recovery_decided", "O7"));
}

TEST_CASE("who died, or is in need no more, is granted nothing, whatever the ballot says: it is moot") {
    for (const char* ground : {"died", "hardship_gone"}) {
        CAPTURE(ground);
        MoneyStory story;
        story.until_report(kStoppedSum);
        story.lay();
        story.vote("judge", "grant", kStoppedSum);
        SUBCASE("while it is open") {}
        SUBCASE("when it has said grant") { story.vote("judge2", "grant", kStoppedSum); }
        const Fields other{{"ground", w("other")}, {"reasons", w("说不清")}};
        CHECK(story.try_to("judge", "terminated", other) == "refused terminated.ballot");  // the control
        story.facts.pop_back();
        const auto seen = heads(story.facts);
        story.act("judge", "terminated", {{"ground", w(ground)}, {"reasons", w("村里证明")}});
        CHECK(story.fold().status == Status::Terminated);
        CHECK(story.fold().ballots.current() == nullptr);
        CHECK(story.try_to("judge3", "vote_cast", story.vote_fields(story.ballot, "grant", kStoppedSum)) ==
              "refused vote.superseded");
        story.facts.pop_back();
        if (story.fold().ballots.ballots.back().tally.has_result()) {
            // The leader signs the decision on another laptop that has not heard of it.
            const auto decided = story.say_after("leader", "decided", story.decision("grant", kStoppedSum), seen);
            CHECK(story.standing(decided).starts_with("contradicts"));
            CHECK(has_open_task(story, "contradiction_settled", "contradiction"));
        }
        CHECK(is_one_case(story));
    }
}
