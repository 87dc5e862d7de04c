// One serial number of the bank is one movement of money: who knows that it stands in the case already is asked before
// signing (act_warnings_test); where nobody could know, the leader is. And finance that sends nothing is heard of.
#include <algorithm>

#include "app/cases/bank_number.hpp"
#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::is_one_case;
using test::MoneyStory;
using test::w;

namespace {

constexpr std::int64_t kHalf = 2'000'000;
constexpr const char* kSerial = "电子回单2026112301";

struct TwoParts : MoneyStory {
    FactId first, second;

    TwoParts() {
        until_called(2 * kHalf, 2 * kHalf);
        for (FactId* part : {&first, &second}) {
            *part = order(kHalf, part == &first ? 1 : 2, 2);
            act("leader", "pay_released", {{"order", part->text()}});
        }
    }
    [[nodiscard]] Fields paying(const FactId& order, const char* proof) const {
        Fields fields = payment(order);
        fields["proof"] = w(proof);
        return fields;
    }
    [[nodiscard]] std::optional<Task> asked() const {
        for (const Task& each : tasks_of(fold(), offices(), test::demo_calendar(), domain::Date::in_china(now), {}))
            if (each.rule == "same_proof") return each;
        return std::nullopt;
    }
};

}  // namespace

TEST_CASE("what looks like a bank's serial number, and what does not") {
    CHECK(serial_in(kSerial) == "2026112301");
    CHECK(serial_in("流水２０２６１１２３０１") == "2026112301");  // whichever width
    CHECK(serial_in("20261123000777，第1页") == "20261123000777");
    CHECK(serial_in("尾号12345678") == "12345678");  // as the program asks for a long number that may be an account
    for (const char* none : {"", "回单", "回单1", "收费票据A0198", "2026年11月23日收据", "现金收据20261123"})
        CHECK(serial_in(none).empty());
}

TEST_CASE("who knows of a payment on the same proof is asked in red before they sign, and the leader is not") {
    TwoParts story;
    story.act("registrar", "pay_made", story.paying(story.first, kSerial));
    story.act("registrar", "pay_made", story.paying(story.second, kSerial));
    CHECK_FALSE(story.asked());
    CHECK(is_one_case(story));
}

TEST_CASE("two payments on one number by two who did not know of each other: both stand, and the leader is asked") {
    TwoParts story;
    const auto seen = heads(story.facts);
    const auto first = story.say_after("registrar", "pay_made", story.paying(story.first, kSerial), seen);
    const auto second = story.say_after("registrar2", "pay_made", story.paying(story.second, kSerial), seen);
    CHECK(story.standing(first) == "in_force");
    CHECK(story.standing(second) == "in_force");
    CHECK(story.balance().is_even());
    const auto task = story.asked();
    REQUIRE(task);
    CHECK(task->act == "remarked");
    CHECK(is_for(*task, story.person("leader"), Role::Leader));
    CHECK_FALSE(is_for(*task, story.person("registrar"), Role::Registrar));
    CHECK(is_one_case(story));
    SUBCASE("both went out: the leader says so, of that very payment") {
        Fields answer = known_fields(*task);
        answer["words"] = w("银行一张回单两笔");
        story.act("registrar", "remarked", answer);
        story.act("leader", "remarked", {{"words", w("卷宗要归档")}});
        CHECK(story.asked());  // the controls: another's word, and one about something else
        story.act("leader", "remarked", answer);
        CHECK_FALSE(story.asked());
        CHECK(is_one_case(story));
    }
    SUBCASE("one of them never was") {
        story.act("leader", "corrected", {{"wrong", second.text()}, {"reasons", w("没有付")}});
        CHECK_FALSE(story.asked());
        CHECK(is_one_case(story));
    }
}

TEST_CASE("the same number on two laptops of another sum and of other money: the control") {
    TwoParts story;
    const auto seen = heads(story.facts);
    story.say_after("registrar", "pay_made", story.paying(story.first, kSerial), seen);
    story.say_after("registrar2", "pay_made", story.paying(story.second, "电子回单2026112302"), seen);
    CHECK_FALSE(story.asked());
    TwoParts batch;  // of one batch of the bank, two numbers
    const auto then = heads(batch.facts);
    batch.say_after("registrar", "pay_made", batch.paying(batch.first, "批次20260001，流水00000017"), then);
    batch.say_after("registrar2", "pay_made", batch.paying(batch.second, "批次20260001，流水00000018"), then);
    CHECK_FALSE(batch.asked());
}

TEST_CASE("reported: finance that sends nothing is late after the court's own days, and the leader hears of it") {
    MoneyStory story;
    story.until_granted(2 * kHalf);
    const auto request = story.act("registrar", "fund_requested", {{"amount", 2 * kHalf}});
    const domain::Date asked = story.fold().entry(request)->day;
    const auto waiting = [&](int days, const TermSettings& settings) {
        std::vector<Task> out =
            tasks_of(story.fold(), story.offices(), test::demo_calendar(), asked.plus_days(days), settings);
        std::erase_if(out, [](const Task& each) { return each.rule != "finance"; });
        return out;
    };
    REQUIRE(waiting(1, {}).size() == 1);
    CHECK(waiting(1, {}).front().act == "fund_arrived");
    REQUIRE(waiting(1, {}).front().due);
    CHECK(waiting(1, {}).front().due->date == test::demo_calendar().after_days(asked.plus_days(30), 0).date);
    CHECK_FALSE(waiting(29, {}).front().overdue);
    const auto late = waiting(40, {});
    REQUIRE(late.size() == 2);
    CHECK(late[0].overdue);
    CHECK((late[1].escalated && is_for(late[1], story.person("leader"), Role::Leader)));
    // The court's pack sets the days.
    TermSettings patient;
    patient.finance_days = 90;
    CHECK(waiting(40, patient).size() == 1);
    // What has come is awaited no more.
    story.act("registrar", "fund_arrived", {{"amount", 2 * kHalf}});
    CHECK(waiting(40, {}).empty());
}
