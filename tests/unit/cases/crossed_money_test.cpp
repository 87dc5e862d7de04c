// The same money, noted by two who did not know of each other: it counts once.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/cases/tasks.hpp"
#include "tests/unit/cases/money_story.hpp"
#include "tests/unit/cases/timeline.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;

namespace {

bool is_asked_which(const MoneyStory& story) {
    const auto list =
        tasks_of(story.fold(), story.offices(), test::demo_calendar(), domain::Date::in_china(story.now), {});
    return std::any_of(list.begin(), list.end(), [](const Task& task) { return task.rule == "contradiction"; });
}

}  // namespace

TEST_CASE("the same money that two noted without a line counts once until somebody says which holds") {
    MoneyStory story;
    constexpr std::int64_t kGranted = 10'000'000, kCame = 4'000'000;
    story.until_granted(kGranted);
    story.act("registrar", "fund_requested", {{"amount", kGranted}});
    const auto both_knew = heads(story.facts);
    const auto first = story.say_after("registrar", "fund_arrived", {{"amount", kCame}}, both_knew);
    const auto second = story.say_after("registrar2", "fund_arrived", {{"amount", kCame}}, both_knew);
    const bool is_first = story.fold().is_in_force(first);
    const auto stands = is_first ? first : second, waits = is_first ? second : first;
    CHECK(story.standing(waits) == "contradicts money.twice");
    CHECK(story.fold().entry(waits)->against == stands);
    CHECK(story.fold().ledger.arrived.value == kCame);
    CHECK(is_asked_which(story));
    story.act("caller", "applicant_called", {{"how", std::string("phone")}});
    CHECK(story.try_to("registrar", "pay_ordered", MoneyStory::order_fields(2 * kCame, 1, 2)).starts_with("refused"));
    story.facts.pop_back();
    SUBCASE("it was one") {
        story.act("leader", "contradiction_settled",
                  {{"holds", stands.text()},
                   {"falls", std::vector<std::string>{waits.text()}},
                   {"reasons", std::string("财政只拨了一笔")}});
        CHECK_FALSE(is_asked_which(story));
        CHECK(story.fold().ledger.arrived.value == kCame);
    }
    SUBCASE("it came twice: who knows of both notes it anew") {
        story.act("registrar", "fund_arrived", {{"amount", kCame}});
        CHECK(story.fold().ledger.arrived.value == 2 * kCame);
    }
    SUBCASE("the control: another sum is other money") {
        story.say_after("registrar", "fund_arrived", {{"amount", kCame - 1}}, both_knew);
        CHECK(story.fold().ledger.arrived.value == 2 * kCame - 1);
    }
    CHECK(story.balance().is_even());
}

TEST_CASE("money collected or given back that two noted without a line counts once") {
    MoneyStory story;
    constexpr std::int64_t kGranted = 6'000'000;
    story.until_called(kGranted, kGranted);
    story.pay(kGranted);
    const auto before = heads(story.facts);
    const Fields collected{{"amount", std::int64_t{500'000}}, {"kept_as_claim", false}};
    story.say_after("judge", "enforced", collected, before);
    story.say_after("registrar", "enforced", collected, before);
    CHECK(story.fold().ledger.enforced.value == 500'000);
    CHECK(is_asked_which(story));
    story.act("judge", "recovery_decided",
              {{"ground", std::string("fraud")}, {"amount", kGranted}, {"reasons", std::string("查实")}});
    const auto decided = heads(story.facts);
    Fields back{{"amount", std::int64_t{700'000}}, {"proof", std::string("收据8")}};
    story.say_after("registrar", "recovered", back, decided);
    const auto again = story.say_after("registrar2", "recovered", back, decided);
    CHECK(story.fold().ledger.recovered.value == 700'000);
    CHECK_FALSE(story.fold().is_in_force(again));
    // The control: another day and another receipt are other money.
    back["proof"] = std::string("收据9");
    back["on"] = std::string("2027-03-01");
    story.say_after("registrar2", "recovered", back, decided);
    CHECK(story.fold().ledger.recovered.value == 1'400'000);
    CHECK(story.balance().is_even());
}
