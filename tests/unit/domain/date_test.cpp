#include "app/domain/date.hpp"

#include <doctest/doctest.h>

#include "sync/base/random.hpp"

using namespace courtyard;
using domain::Date;
using domain::Weekday;

namespace {

Date date(std::string_view text) {
    const auto parsed = Date::parse(text);
    REQUIRE_MESSAGE(parsed, text);
    return *parsed;
}

}  // namespace

TEST_CASE("every day of 10,000 years follows the one before it") {
    // An independent count: months by their lengths, leap years by their rule.
    Date day = date("0001-01-01");
    int weekday = static_cast<int>(Weekday::Monday);  // proleptic Gregorian: 1 January of year 1
    int counted = 0;
    for (int year = 1; year <= 9999; ++year) {
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        for (int month = 1; month <= 12; ++month) {
            const int length = month == 2                                              ? (leap ? 29 : 28)
                               : month == 4 || month == 6 || month == 9 || month == 11 ? 30
                                                                                       : 31;
            REQUIRE(domain::days_in_month(year, month) == length);
            for (int number = 1; number <= length; ++number) {
                const bool is_right = day.year() == year && day.month() == month && day.day() == number &&
                                      static_cast<int>(day.weekday()) == weekday &&
                                      *Date::from_civil(year, month, number) == day;
                REQUIRE_MESSAGE(is_right, day.text());
                ++counted;
                weekday = (weekday + 1) % 7;
                if (year < 9999 || month < 12 || number < 31) day = day.plus_days(1);
            }
        }
    }
    CHECK(counted == 3'652'059);
    CHECK(day.text() == "9999-12-31");
}

TEST_CASE("100,000 random days: text and back, differences and sums agree") {
    const std::uint64_t seed = 7;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    for (int round = 0; round < 100'000; ++round) {
        const Date a = date("1900-01-01").plus_days(static_cast<int>(random.next() % 90'000));
        const int days = static_cast<int>(random.next() % 40'000) - 20'000;
        const Date b = a.plus_days(days);
        REQUIRE(b.days_since(a) == days);
        REQUIRE(date(a.text()) == a);
        REQUIRE((b > a) == (days > 0));
    }
}

TEST_CASE("only real days in exactly one form are dates") {
    for (const char* text : {"", "2026-11-3", "2026-11-031", "2026/11/23", "2026-13-01", "2026-00-10", "2026-02-29",
                             "2026-04-31", "1900-02-29", "0000-01-01", " 2026-11-23", "2026-11-23 ", "２０２６-11-23",
                             "20261123", "-026-11-23", "2026-1--23"}) {
        CHECK_MESSAGE(!Date::parse(text), text);
    }
    CHECK(Date::parse("2026-02-30").error().code == "date.format");
    CHECK(date("2024-02-29").weekday() == Weekday::Thursday);
    CHECK(date("2000-02-29").weekday() == Weekday::Tuesday);
}

TEST_CASE("months later, with the end-of-month rule") {
    CHECK(date("2026-11-24").plus_months(2).text() == "2027-01-24");
    CHECK(date("2024-01-31").plus_months(1).text() == "2024-02-29");
    CHECK(date("2026-01-31").plus_months(1).text() == "2026-02-28");
    CHECK(date("2026-08-31").plus_months(1).text() == "2026-09-30");
    CHECK(date("2026-03-31").plus_months(-1).text() == "2026-02-28");
    CHECK(date("2026-01-15").plus_months(-13).text() == "2024-12-15");
    CHECK(date("2026-12-31").plus_months(2).text() == "2027-02-28");
    CHECK(date("2026-05-05").plus_months(0).text() == "2026-05-05");
}

TEST_CASE("full years between two days") {
    CHECK(domain::full_years(date("2015-06-02"), date("2026-11-23")) == 11);
    CHECK(domain::full_years(date("2019-10-11"), date("2026-11-23")) == 7);
    CHECK(domain::full_years(date("2012-11-23"), date("2026-11-23")) == 14);
    CHECK(domain::full_years(date("2012-11-24"), date("2026-11-23")) == 13);
    CHECK(domain::full_years(date("2008-02-29"), date("2026-02-28")) == 17);
    CHECK(domain::full_years(date("2008-02-29"), date("2026-03-01")) == 18);
    CHECK(domain::full_years(date("2026-11-23"), date("2026-11-23")) == 0);
    CHECK(domain::full_years(date("2027-01-01"), date("2026-11-23")) == 0);
}

TEST_CASE("a day is read as people and the program itself write it") {
    const Date today = date("2026-11-27");
    const auto read = [&](const char* text) {
        const auto day = domain::typed_day(text, today);
        return day ? day->text() : std::string();
    };
    for (const char* text :
         {"2026-11-20", "2026.11.20", "2026/11/20", "20261120", "2026年11月20日", "2026年11月20号",
          "2026 年 11 月 20 日", "11月20日", "11.20", "11-20", "11/20", "２０２６年１１月２０日", "１１．２０"}) {
        CAPTURE(text);
        CHECK(read(text) == "2026-11-20");
    }
    for (const char* text : {"2026年11月20日 ", " 2026-11-20\t", "　2026年11月20日　", "2026年　11月　20日",
                             "2026年11月20", "2026.11月20日"}) {
        CAPTURE(text);
        CHECK(read(text) == "2026-11-20");
    }
    CHECK(read("1月3日") == "2026-01-03");  // without a year: this one's
    CHECK(read("2026.1.3") == "2026-01-03");
    for (const char* text : {"", "20", "2026", "2026-11", "11.31", "2026年2月30日", "13月1日", "11月", "26.11.20",
                             "2026-11-20日日", "昨天", "2026-11-20x", "0.0", "11.20.", "2026-011-20", "112026"}) {
        CAPTURE(text);
        CHECK(read(text).empty());
    }
    // What is written is one thing, or none: a word for a year or a month stands behind one.
    for (const char* text : {"12年5日", "12年5月", "26年11月20日", "2026月11年20日", "2026年11年20日", "11月20年",
                             "1月2月3日", "2026年11月20月", "11日20", "2026-11-20日 日", "　"}) {
        CAPTURE(text);
        CHECK(read(text).empty());
    }
}

TEST_CASE("the date in China of a moment") {
    CHECK(Date::in_china({0}).text() == "1970-01-01");
    CHECK(Date::in_china({1'795'449'599'999}).text() == "2026-11-23");  // 23:59:59.999 in China
    CHECK(Date::in_china({1'795'449'600'000}).text() == "2026-11-24");
    CHECK(Date::in_china({-1}).text() == "1970-01-01");
    CHECK(Date::in_china({-8LL * 3'600'000 - 1}).text() == "1969-12-31");
    CHECK(Date::in_china({INT64_MAX}).text() == "9999-12-31");
    CHECK(Date::in_china({INT64_MIN}).text() == "0001-01-01");
}
