// The person has the money, says one; the bank sent it back, says another who had not heard of that: nothing is paid
// again before somebody settles it, whichever way it was told and whichever clock was earlier.
#include <algorithm>

#include "app/cases/tasks.hpp"
#include "tests/unit/cases/care_story.hpp"
#include "tests/unit/cases/timeline.hpp"
#include "tests/unit/cases/urgent_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;
using test::w;

namespace {

constexpr std::int64_t kSum = 3'000'000;

Fields sent_back(const FactId& order) { return {{"order", order.text()}, {"reasons", w("户名不符")}}; }
Fields call(const char* plan, std::int64_t amount, bool whole) {
    Fields form = test::revisit(plan, {"O2"});
    form["money_came"] = amount;
    form["money_whole"] = whole;
    return form;
}
Fields settling(const FactId& holds, const FactId& falls) {
    return {{"holds", holds.text()}, {"falls", std::vector<std::string>{falls.text()}}, {"reasons", w("问过银行")}};
}

std::vector<Task> tasks(const MoneyStory& story) {
    return tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {});
}
std::optional<Task> task_in(const MoneyStory& story, std::string_view rule) {
    for (const Task& each : tasks(story))
        if (each.rule == rule && !each.escalated) return each;
    return std::nullopt;
}
// Anything by which money goes out.
bool asks_to_pay(const MoneyStory& story) {
    const auto all = tasks(story);
    return std::any_of(all.begin(), all.end(), [](const Task& each) {
        return each.act == "pay_ordered" || each.act == "pay_released" || each.act == "pay_made" ||
               each.act == "urgent_paid";
    });
}
std::string tried(MoneyStory& story, const char* who, const char* kind, Fields fields) {
    const std::string out = story.try_to(who, kind, std::move(fields));
    story.facts.pop_back();
    return out;
}

enum class How : std::uint8_t { Written, Heard };

struct Crossed : MoneyStory {
    Crossed(How how, bool bank_first) {
        until_called(kSum, kSum);
        order = pay(kSum);
        act("registrar", "served", test::serving("decision_grant"));
        const auto seen = heads(facts);
        const auto bank = [&] { returned = say_after("registrar", "pay_returned", sent_back(order), seen); };
        if (bank_first) bank();
        word = how == How::Written ? say_after("caller", "money_confirmed", confirmation(order, kSum, true), seen)
                                   : say_after("caller", "revisit_made", call("R0", kSum, true), seen);
        if (!bank_first) bank();
    }
    FactId order, word, returned;
};

template <class Check>
void in_every_way(const Check& check) {
    for (const How how : {How::Written, How::Heard}) {
        for (const bool bank_first : {true, false}) {
            CAPTURE(static_cast<int>(how));
            CAPTURE(bank_first);
            Crossed story(how, bank_first);
            check(story);
            CHECK(story.balance().is_even());
            CHECK(is_one_case(story));
        }
    }
}

}  // namespace

TEST_CASE("reported: that it came against that the bank sent it back is asked about, and nothing is paid until then") {
    in_every_way([](Crossed& story) {
        CHECK(story.standing(story.word) == "contradicts revisit.sent_back");
        CHECK(story.fold().entry(story.word)->against == story.returned);
        CHECK(story.standing(story.returned) == "in_force");
        const auto asked = task_in(story, "contradiction");
        REQUIRE(asked);
        CHECK(asked->on == story.word);
        REQUIRE(asked->due);
        CHECK(asked->due->date == domain::Date::in_china(story.now));
        CHECK(is_for(*asked, story.person("leader"), Role::Leader));
        CHECK(is_for(*asked, story.person("registrar2"), Role::Registrar));
        CHECK_FALSE(asks_to_pay(story));
        CHECK(tried(story, "registrar", "pay_ordered", MoneyStory::order_fields(kSum)) == "refused pay.at_odds");
        // Said again by the same person it is no truer, and would pay it twice.
        story.act("judge", "revisit_made", call("extra", kSum, true));
        CHECK(task_in(story, "contradiction"));
        CHECK(tried(story, "registrar", "pay_ordered", MoneyStory::order_fields(kSum)) == "refused pay.at_odds");
    });
}

TEST_CASE("it came: nothing more is paid; it went back: it is ordered again") {
    in_every_way([](Crossed& story) {
        MoneyStory came = story;
        came.act("leader", "contradiction_settled", settling(story.word, story.returned));
        CHECK(came.fold().ledger.orders.front().state == PayOrder::State::Confirmed);
        CHECK_FALSE(asks_to_pay(came));
        CHECK_FALSE(task_in(came, "contradiction"));
        CHECK_FALSE(task_in(came, "money"));
        CHECK(came.balance().is_even());
        CHECK(is_one_case(came));

        story.act("registrar2", "contradiction_settled", settling(story.returned, story.word));
        CHECK(task_in(story, "order_again"));
        CHECK_FALSE(task_in(story, "contradiction"));
        story.pay(kSum);
        CHECK(story.balance().paid.value == kSum);
    });
}

TEST_CASE("nothing of it came, as the person says when asked again: that is what the bank says") {
    in_every_way([](Crossed& story) {
        story.act("judge", "revisit_made", call("extra", 0, false));
        CHECK_FALSE(task_in(story, "contradiction"));
        CHECK(task_in(story, "order_again"));
    });
}

TEST_CASE("who has taken back their own word that it came is not heard any more") {
    for (const bool is_taken_back : {true, false}) {
        CAPTURE(is_taken_back);
        MoneyStory story;
        story.until_called(kSum, kSum);
        const auto order = story.pay(kSum);
        const auto seen = heads(story.facts);
        const auto said = story.say_after("caller", "revisit_made", call("R0", kSum, true), seen);
        if (is_taken_back) story.say_after("caller", "revisit_made", call("extra", 0, false), {said});
        story.say_after("registrar", "pay_returned", sent_back(order), seen);
        CHECK(story.fold().care.at_odds.empty() == is_taken_back);
        CHECK(task_in(story, "order_again").has_value() == is_taken_back);
        CHECK(is_one_case(story));
    }
}

TEST_CASE("who had heard of one of them alone orders it again: whoever knows both neither releases nor pays it") {
    in_every_way([](Crossed& story) {
        const auto again =
            story.say_after("registrar", "pay_ordered", MoneyStory::order_fields(kSum), {story.returned});
        CHECK(story.standing(again) == "in_force");
        CHECK_FALSE(asks_to_pay(story));
        CHECK(tried(story, "leader", "pay_released", {{"order", again.text()}}) == "refused pay.at_odds");
        const auto released = story.say_after("leader", "pay_released", {{"order", again.text()}}, {again});
        CHECK(story.standing(released) == "in_force");
        CHECK_FALSE(asks_to_pay(story));
        CHECK(tried(story, "registrar", "pay_made", story.payment(again)) == "refused pay.at_odds");

        // By nobody who knew: it went out, and is asked about.
        const auto paid = story.say_after("registrar", "pay_made", story.payment(again), {released});
        CHECK(story.standing(paid) == "in_force");
        CHECK(task_in(story, "contradiction"));
        MoneyStory came = story;
        Fields holds = settling(story.word, story.returned);
        CHECK(tried(came, "leader", "contradiction_settled", holds) == "refused corrected.rests");
        // What was noted as paid is set right first, by the leader; then nothing rests on the return any more.
        came.act("leader", "corrected", {{"wrong", paid.text()}, {"reasons", w("重复付款")}});
        came.act("leader", "contradiction_settled", holds);
        CHECK_FALSE(came.fold().is_in_force(paid));
        CHECK(came.balance().paid.value == kSum);
        CHECK(came.balance().is_even());
        CHECK(is_one_case(came));
        // The control.
        story.act("leader", "contradiction_settled", settling(story.returned, story.word));
        CHECK(story.standing(paid) == "in_force");
        CHECK_FALSE(task_in(story, "stray"));
    });
}

TEST_CASE("of one part it came, another went back: each is right") {
    MoneyStory story;
    story.until_called(kSum, kSum);
    const auto first = story.pay(1'000'000, 1, 3), second = story.pay(1'000'000, 2, 3);
    const auto seen = heads(story.facts);
    const auto word =
        story.say_after("caller", "money_confirmed", MoneyStory::confirmation(first, 1'000'000, true), seen);
    story.say_after("registrar", "pay_returned", sent_back(second), seen);
    CHECK(story.standing(word) == "in_force");
    CHECK(story.fold().care.at_odds.empty());
    CHECK(asks_to_pay(story));
    // The control: of the same part, and then nothing is paid of the third either.
    story.say_after("registrar", "pay_returned", sent_back(first), seen);
    CHECK(story.standing(word) == "contradicts revisit.sent_back");
    CHECK_FALSE(asks_to_pay(story));
    CHECK(tried(story, "registrar", "pay_ordered", MoneyStory::order_fields(1'000'000, 1, 3)) == "refused pay.at_odds");
    CHECK(is_one_case(story));
}

TEST_CASE("nothing came, says the person, not knowing that the bank sent it back: that is no contradiction") {
    MoneyStory story;
    story.until_called(kSum, kSum);
    const auto order = story.pay(kSum);
    const auto seen = heads(story.facts);
    story.say_after("registrar", "pay_returned", sent_back(order), seen);
    const auto word = story.say_after("caller", "money_confirmed", MoneyStory::confirmation(order, 0, false), seen);
    CHECK(story.standing(word) == "in_force");
    CHECK(story.fold().care.at_odds.empty());
    CHECK(task_in(story, "order_again"));
    CHECK(is_one_case(story));
    // The controls: what its author knew to be back is confirmed by nobody, and rules of the amount hold.
    CHECK(tried(story, "caller", "money_confirmed", MoneyStory::confirmation(order, kSum, true)) ==
          "refused pay.not_paid");
    const auto odd = story.say_after("caller", "money_confirmed", MoneyStory::confirmation(order, kSum, false), seen);
    CHECK(story.standing(odd) == "refused pay.whole");
}

TEST_CASE("who knew that the person has it notes what the bank sent back: it counts, and nobody is contradicted") {
    MoneyStory story;
    story.until_called(kSum, kSum);
    const auto order = story.pay(kSum);
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, kSum, true));
    story.act("registrar", "pay_returned", sent_back(order));
    CHECK(story.fold().care.at_odds.empty());
    CHECK(task_in(story, "order_again"));
}

TEST_CASE("the same other words of two calls: nothing more is paid until somebody asks again") {
    MoneyStory story;
    story.until_called(kSum, kSum);
    const auto order = story.pay(1'000'000, 1, 2);
    CHECK(task_in(story, "order"));
    const auto seen = heads(story.facts);
    story.say_after("caller", "revisit_made", call("R0", 1'000'000, true), seen);
    story.say_after("judge2", "revisit_made", call("R0", 400'000, false), seen);
    CHECK(task_in(story, "contradiction"));
    CHECK_FALSE(asks_to_pay(story));
    CHECK(tried(story, "registrar", "pay_ordered", MoneyStory::order_fields(2'000'000, 2, 2)) == "refused pay.at_odds");
    story.act("caller", "money_confirmed", MoneyStory::confirmation(order, 1'000'000, true));
    CHECK_FALSE(task_in(story, "contradiction"));
    CHECK(task_in(story, "order"));
    story.pay(2'000'000, 2, 2);
    CHECK(story.balance().is_even());
    CHECK(is_one_case(story));
}

TEST_CASE("urgent money that came, and that the bank sent back, is not paid a second time before that is settled") {
    for (const bool bank_first : {true, false}) {
        for (const bool by_payment : {true, false}) {
            CAPTURE(bank_first);
            CAPTURE(by_payment);
            test::UrgentStory story;
            const auto paid = story.act("registrar", "urgent_paid", story.paying());
            const FactId named = by_payment ? paid : story.proposal;
            const auto seen = heads(story.facts);
            FactId returned;
            const auto bank = [&] {
                returned = story.say_after("registrar", "pay_returned", sent_back(story.proposal), seen);
            };
            if (bank_first) bank();
            const auto word = story.say_after("caller", "money_confirmed",
                                              MoneyStory::confirmation(named, test::kUrgentSum, true), seen);
            if (!bank_first) bank();
            CHECK(story.standing(word) == "contradicts revisit.sent_back");
            CHECK_FALSE(asks_to_pay(story));
            REQUIRE(task_in(story, "contradiction"));
            CHECK(tried(story, "registrar", "urgent_paid", story.paying("回单2")) == "refused pay.at_odds");
            CHECK(is_one_case(story));

            MoneyStory came = story;
            came.act("leader", "contradiction_settled", settling(word, returned));
            CHECK(came.fold().ledger.urgent->confirmed == word);
            CHECK_FALSE(asks_to_pay(came));
            CHECK(came.balance().is_even());
            story.act("leader", "contradiction_settled", settling(returned, word));
            CHECK(task_in(story, "urgent_pay"));
            story.act("registrar", "urgent_paid", story.paying("回单2"));
            CHECK_FALSE(story.fold().ledger.urgent->confirmed);
            CHECK(story.balance().is_even());
            CHECK(is_one_case(story));
        }
    }
}

TEST_CASE("that urgent money came before it went back confirms no payment after that") {
    test::UrgentStory story;
    const auto paid = story.act("registrar", "urgent_paid", story.paying());
    const auto seen = heads(story.facts);
    story.act("registrar", "pay_returned", sent_back(story.proposal));
    const auto again = story.act("registrar", "urgent_paid", story.paying("回单2"));
    for (const FactId& named : {story.proposal, paid}) {
        test::UrgentStory told = story;
        const auto word =
            told.say_after("caller", "money_confirmed", MoneyStory::confirmation(named, test::kUrgentSum, true), seen);
        CHECK(told.standing(word) == "contradicts revisit.sent_back");
        CHECK_FALSE(told.fold().ledger.urgent->confirmed);
        CHECK(is_one_case(told));
    }
    // The control: of the payment that stands, by somebody who knows it.
    const auto word = story.act("caller", "money_confirmed", MoneyStory::confirmation(again, test::kUrgentSum, true));
    CHECK(story.fold().ledger.urgent->confirmed == word);
}
