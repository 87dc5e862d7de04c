#include "app/domain/date.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

struct Civil {
    int year, month, day;
};

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": eras of 400 years that start on 1 March.
constexpr std::int32_t days_from_civil(int year, int month, int day) {
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int year_of_era = y - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

constexpr Civil civil_from_days(std::int32_t days) {
    const std::int32_t shifted = days + 719468;
    const std::int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const std::int32_t day_of_era = shifted - era * 146097;
    const std::int32_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int32_t month_from_march = (5 * day_of_year + 2) / 153;
    const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const int month = month_from_march + (month_from_march < 10 ? 3 : -9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

constexpr std::int32_t kDaysMin = days_from_civil(Date::kYearMin, 1, 1);
constexpr std::int32_t kDaysMax = days_from_civil(Date::kYearMax, 12, 31);

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// The number in exactly these digits; -1 when there is anything else among them.
int digits_value(std::string_view digits) {
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

constexpr std::string_view kYear = "\xE5\xB9\xB4", kMonth = "\xE6\x9C\x88";
// How a day's parts are told apart, and what may stand behind the last of them.
constexpr std::array<std::string_view, 5> kBetween{"-", ".", "/", kYear, kMonth};
constexpr std::array<std::string_view, 2> kAfter{"\xE6\x97\xA5", "\xE5\x8F\xB7"};  // two words for a day

std::string_view begins_with_any(std::string_view text, std::span<const std::string_view> words) {
    const auto found = std::find_if(words.begin(), words.end(), [&](auto each) { return text.starts_with(each); });
    return found == words.end() ? std::string_view() : *found;
}

// The word for a year stands behind one, and the word for a month behind a month: any other mark stands anywhere.
bool may_end(const std::vector<std::string>& parts, std::string_view mark) {
    const bool has_year = parts.front().size() == 4;
    if (mark == kYear) return has_year && parts.size() == 1;
    return mark != kMonth || parts.size() == (has_year ? 2U : 1U);
}

// Its numbers; nothing when there is anything else among them.
std::optional<std::vector<std::string>> parts_of_day(std::string_view text) {
    std::vector<std::string> parts(1);
    while (!text.empty()) {
        std::string_view taken = text.substr(0, 1);
        if (taken.front() >= '0' && taken.front() <= '9') {
            parts.back() += taken;
        } else if (const auto mark = begins_with_any(text, kBetween); !mark.empty()) {
            if (!may_end(parts, mark)) return std::nullopt;
            parts.emplace_back();
            taken = mark;
        } else if (std::find(kAfter.begin(), kAfter.end(), text) != kAfter.end()) {
            taken = text;
        } else if (taken != " ") {
            return std::nullopt;
        }
        text.remove_prefix(taken.size());
    }
    return parts;
}

}  // namespace

std::optional<Date> typed_day(std::string_view text, Date today) {
    auto parts = parts_of_day(trim(half_width(text)));
    if (!parts) return std::nullopt;
    if (parts->size() == 1 && parts->front().size() == 8) {
        const std::string whole = parts->front();
        parts = {whole.substr(0, 4), whole.substr(4, 2), whole.substr(6)};
    }
    if (parts->size() == 2) parts->insert(parts->begin(), padded(today.year(), 4));
    if (parts->size() != 3 || (*parts)[0].size() != 4) return std::nullopt;
    for (std::size_t i = 1; i < 3; ++i)
        if ((*parts)[i].empty() || (*parts)[i].size() > 2) return std::nullopt;
    return Date::from_civil(digits_value((*parts)[0]), digits_value((*parts)[1]), digits_value((*parts)[2]));
}

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    COURTYARD_CHECK(month >= 1 && month <= 12);
    return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::optional<Date> Date::from_civil(int year, int month, int day) {
    if (year < kYearMin || year > kYearMax || month < 1 || month > 12 || day < 1) return std::nullopt;
    if (day > days_in_month(year, month)) return std::nullopt;
    return Date(days_from_civil(year, month, day));
}

base::Result<Date> Date::parse(std::string_view text) {
    const auto wrong = [] { return base::fail("date.format", "a date is not a real day written like 2026-11-23"); };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return wrong();
    const int year = digits_value(text.substr(0, 4));
    const int month = digits_value(text.substr(5, 2));
    const int day = digits_value(text.substr(8, 2));
    const std::optional<Date> date = from_civil(year, month, day);
    if (!date) return wrong();
    return *date;
}

Date Date::in_china(base::Instant now) {
    constexpr std::int64_t kDayMs = 86'400'000;
    constexpr std::int64_t kUtcPlus8Ms = 8 * 3'600'000;
    const std::int64_t limit_ms = std::int64_t{kDaysMax} * kDayMs;
    const std::int64_t local_ms = std::clamp(now.ms, -limit_ms, limit_ms) + kUtcPlus8Ms;
    const std::int64_t days = local_ms >= 0 ? local_ms / kDayMs : (local_ms - kDayMs + 1) / kDayMs;
    return Date(static_cast<std::int32_t>(std::clamp<std::int64_t>(days, kDaysMin, kDaysMax)));
}

int Date::year() const { return civil_from_days(days_).year; }
int Date::month() const { return civil_from_days(days_).month; }
int Date::day() const { return civil_from_days(days_).day; }

Weekday Date::weekday() const {
    // 1970-01-01 was a Thursday, three days after a Monday.
    const std::int32_t from_monday = (days_ + 3) % 7;
    return static_cast<Weekday>(from_monday >= 0 ? from_monday : from_monday + 7);
}

std::string Date::text() const {
    const Civil civil = civil_from_days(days_);
    return padded(civil.year, 4) + '-' + padded(civil.month, 2) + '-' + padded(civil.day, 2);
}

Date Date::plus_days(std::int32_t days) const {
    const std::int64_t sum = std::int64_t{days_} + days;
    COURTYARD_CHECK(sum >= kDaysMin && sum <= kDaysMax);
    return Date(static_cast<std::int32_t>(sum));
}

Date Date::plus_months(int months) const {
    const Civil civil = civil_from_days(days_);
    const std::int64_t month_count = std::int64_t{civil.year} * 12 + (civil.month - 1) + months;
    COURTYARD_CHECK(month_count >= kYearMin * 12 && month_count < (kYearMax + 1) * 12);
    const int year = static_cast<int>(month_count / 12);
    const int month = static_cast<int>(month_count % 12) + 1;
    return Date(days_from_civil(year, month, std::min(civil.day, days_in_month(year, month))));
}

int full_years(Date born, Date day) {
    if (day < born) return 0;
    const bool had_birthday = day.month() != born.month() ? day.month() > born.month() : day.day() >= born.day();
    return day.year() - born.year() - (had_birthday ? 0 : 1);
}

}  // namespace courtyard::domain
