// Days that do not count towards a limit, and limits counted around them.
//
// The rule. A pause is a period like any other: the day on which it begins is not counted to it (Civil Procedure Law
// 2023, article 85, by analogy), nor is the day on which time goes on counted to the time that goes on. So the days of
// a pause are those after `from`, up to and with `to`; a pause that ends on the day on which it began costs nothing,
// and nobody gains or loses a day by pausing. Pauses that overlap take each day away once.
//   Working days: days inside a pause are not counted.
//   Months: as many days as lie inside a pause before the end are added at the end; a pause that begins after that end
//   adds nothing.
//   A limit ends on a working day on which time runs: an end that falls on a day off, or into a pause, moves on.
#pragma once

#include <span>
#include <vector>

#include "app/cases/clock.hpp"
#include "app/domain/working_days.hpp"

namespace courtyard::cases {

// Until somebody asks for what is waited for, where no day was set.
inline constexpr int kPausedDays = 30;

class PausedDays {
public:
    PausedDays() = default;
    // A pause that has no end yet goes on to `until`.
    PausedDays(std::span<const Clock::Pause> pauses, domain::Date until);

    [[nodiscard]] bool has(domain::Date day) const { return end_of(day).has_value(); }
    [[nodiscard]] domain::Due after_working_days(const domain::Calendar& calendar, domain::Date start, int n) const;
    [[nodiscard]] domain::Due after_months(const domain::Calendar& calendar, domain::Date start, int months) const;

private:
    struct Span {
        domain::Date from, to;  // days after `from`, up to and with `to`
    };
    // The last day of the pause in which the day lies.
    [[nodiscard]] std::optional<domain::Date> end_of(domain::Date day) const;
    std::vector<Span> spans_;  // rising, apart from one another
};

// A day as far away as a slip of the pen puts it ("9026-11-27") is moved to the years that limits are counted in, so
// that no sum leaves the calendar.
[[nodiscard]] domain::Date within_reach(domain::Date day);

}  // namespace courtyard::cases
