#include "app/domain/working_days.hpp"

#include <doctest/doctest.h>

#include "sync/base/random.hpp"

using namespace courtyard;
using domain::Calendar;
using domain::CalendarYear;
using domain::Date;

namespace {

Date date(std::string_view text) { return *Date::parse(text); }

Calendar calendar() {
    CalendarYear y2026{
        2026,
        "test",
        false,
        {date("2026-10-01"), date("2026-10-02"), date("2026-10-05"), date("2026-10-06"), date("2026-10-07")},
        {date("2026-10-10")}};
    CalendarYear y2027{2027, "test", true, {date("2027-01-01")}, {}};
    Calendar out;
    out.add(std::move(y2026));
    out.add(std::move(y2027));
    return out;
}

}  // namespace

TEST_CASE("holidays, weekends and make-up working days") {
    const Calendar days = calendar();
    CHECK_FALSE(days.is_working_day(date("2026-10-01")));
    CHECK_FALSE(days.is_working_day(date("2026-10-03")));
    CHECK(days.is_working_day(date("2026-10-08")));
    CHECK(days.is_working_day(date("2026-10-10")));  // a Saturday that is worked
    CHECK_FALSE(days.is_working_day(date("2026-10-11")));
    CHECK(days.is_working_day(date("2030-01-01")));  // no table: a Tuesday counts as worked
}

TEST_CASE("working days: the start day is not counted, the make-up Saturday is") {
    const Calendar days = calendar();
    CHECK(days.after_working_days(date("2026-09-30"), 1).date.text() == "2026-10-08");
    CHECK(days.after_working_days(date("2026-09-30"), 3).date.text() == "2026-10-10");
    CHECK(days.after_working_days(date("2026-09-30"), 4).date.text() == "2026-10-12");
    CHECK(days.after_working_days(date("2026-10-08"), 0).date.text() == "2026-10-08");
    CHECK(days.after_working_days(date("2026-10-03"), 1).date.text() == "2026-10-08");  // filed on a Saturday
}

TEST_CASE("a period that ends on a day off ends on the first working day after it") {
    const Calendar days = calendar();
    CHECK(days.after_months(date("2026-08-01"), 2).date.text() == "2026-10-08");
    CHECK(days.after_months(date("2026-08-10"), 2).date.text() == "2026-10-10");
    CHECK(days.after_days(date("2026-09-25"), 7).date.text() == "2026-10-08");
    CHECK(days.after_days(date("2026-09-23"), 7).date.text() == "2026-09-30");
}

TEST_CASE("without a table, or with one that is provisional, a due date is provisional") {
    const Calendar days = calendar();
    CHECK_FALSE(days.after_working_days(date("2026-11-24"), 10).provisional);
    CHECK(days.after_working_days(date("2026-12-25"), 10).provisional);
    CHECK(days.after_months(date("2026-11-24"), 2).provisional);
    CHECK(days.after_months(date("2030-01-01"), 1).provisional);
    CHECK_FALSE(
        days.after_months(date("2025-12-15"), 2).provisional);  // ends in 2026; the year it began in decides nothing
}

TEST_CASE("random periods: exactly n working days lie in between, and more days never end earlier") {
    const Calendar days = calendar();
    const std::uint64_t seed = 85;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    for (int round = 0; round < 5'000; ++round) {
        const Date start = date("2026-01-01").plus_days(static_cast<int>(random.next() % 700));
        const int n = 1 + static_cast<int>(random.next() % 40);
        const Date end = days.after_working_days(start, n).date;
        int counted = 0;
        for (Date day = start.plus_days(1); day <= end; day = day.plus_days(1))
            counted += days.is_working_day(day) ? 1 : 0;
        REQUIRE(counted == n);
        REQUIRE(days.is_working_day(end));
        REQUIRE(days.after_working_days(start, n + 1).date > end);
        REQUIRE(days.is_working_day(days.after_months(start, n % 13).date));
    }
}
