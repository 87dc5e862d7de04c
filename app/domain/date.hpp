// A civil date of the Gregorian calendar, without time or zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::domain {

enum class Weekday : std::uint8_t { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };

class Date {
public:
    static constexpr int kYearMin = 1;
    static constexpr int kYearMax = 9999;

    constexpr Date() = default;  // 1970-01-01

    // Nothing for a day that the calendar does not have, or a year outside kYearMin..kYearMax.
    [[nodiscard]] static std::optional<Date> from_civil(int year, int month, int day);
    // Exactly "2026-11-23". "date.format".
    [[nodiscard]] static base::Result<Date> parse(std::string_view text);
    // The date in China (UTC+8, no summer time) at a moment; moments outside the years above are moved to the nearest
    // end.
    [[nodiscard]] static Date in_china(base::Instant now);

    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;  // 1..12
    [[nodiscard]] int day() const;    // 1..31
    [[nodiscard]] Weekday weekday() const;
    [[nodiscard]] std::string text() const;  // "2026-11-23"

    // CHECKs that the result stays within the years above.
    [[nodiscard]] Date plus_days(std::int32_t days) const;
    // The same day number so many months later; where that month is too short, its last day (2024-01-31 + 1 =
    // 2024-02-29).
    [[nodiscard]] Date plus_months(int months) const;
    [[nodiscard]] std::int32_t days_since(Date earlier) const { return days_ - earlier.days_; }

    friend auto operator<=>(const Date&, const Date&) = default;

private:
    explicit constexpr Date(std::int32_t days) : days_(days) {}
    std::int32_t days_ = 0;  // since 1970-01-01
};

// A day as people type it: as the program writes it in Chinese, with points, strokes or hyphens, or its eight digits;
// full-width figures too. Without a year it is of the year of `today`. Nothing for what is no day.
[[nodiscard]] std::optional<Date> typed_day(std::string_view text, Date today);

[[nodiscard]] int days_in_month(int year, int month);

// Full years between two dates; 0 when `day` is before `born`. Somebody born on 29 February has a birthday on 1 March
// in other years (Civil Code, article 1259 with the rule that a period ends with its last day).
[[nodiscard]] int full_years(Date born, Date day);

}  // namespace courtyard::domain
