#include "app/cases/year_figures.hpp"

#include "tests/unit/cases/money_story.hpp"

using namespace courtyard;
using namespace courtyard::cases;
using test::MoneyStory;

namespace {

YearFigures figures(int year, std::initializer_list<AidCase> all) {
    YearCount count(year);
    for (const AidCase& each : all)
        count.add(each);
    return count.finish();
}

YearFigures nothing_in(int year) {
    YearFigures none;
    none.year = year;
    return none;
}

}  // namespace

TEST_CASE("a year's figures count what happened in it, and money that the bank sent back is not paid") {
    MoneyStory story;
    story.until_called(6'000'000, 6'000'000);
    const auto first = story.pay(2'000'000, 1, 2);
    const AidCase in_parts = story.fold();
    const int year = in_parts.received_on.year();
    const YearFigures told = figures(year, {in_parts});
    CHECK(told.came == 1);
    CHECK(told.filed == 1);
    CHECK(told.granted == 1);
    CHECK(told.granted_sum.value == 6'000'000);
    CHECK(told.paid_sum.value == 2'000'000);
    CHECK(told.aided == 1);
    CHECK(told.pending == 0);
    REQUIRE(told.days_to_decision);
    CHECK(*told.days_to_decision == in_parts.ballots.decision->day.days_since(in_parts.received_on));
    CHECK(told.days_to_money);
    CHECK(figures(year - 1, {in_parts}) == nothing_in(year - 1));  // the control
    story.act("registrar", "pay_returned", {{"order", first.text()}, {"reasons", std::string("账号有误")}});
    const YearFigures after = figures(year, {story.fold()});
    CHECK(after.paid_sum.value == 0);
    CHECK(after.aided == 0);
    CHECK_FALSE(after.days_to_money);
}

TEST_CASE("a year's figures: what came and is not settled by the year's end is pending, also in the year after") {
    MoneyStory story;
    story.until_report(6'000'000);
    const AidCase open = story.fold();
    const int year = open.received_on.year();
    CHECK(figures(year, {open}).pending == 1);
    CHECK(figures(year + 1, {open}).pending == 1);
    CHECK(figures(year + 1, {open}).came == 0);
    CHECK(figures(year - 1, {open}).pending == 0);
    CHECK(figures(year, {}) == nothing_in(year));
}

TEST_CASE("a year's figures: of several cases the middle one says how long it took") {
    MoneyStory story;
    story.until_granted(6'000'000);
    AidCase quick = story.fold(), slow = quick, slowest = quick;
    const domain::Date decided = quick.ballots.decision->day;
    quick.received_on = decided.plus_days(-3);
    slow.received_on = decided.plus_days(-10);
    slowest.received_on = decided.plus_days(-40);
    CHECK(figures(decided.year(), {slowest, quick, slow}).days_to_decision == 10);
    CHECK(figures(decided.year(), {slowest, quick}).days_to_decision == 3);
}
