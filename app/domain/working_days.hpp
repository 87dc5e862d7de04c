// Periods as the procedure counts them. The start day is not counted; a period of months that would end on a holiday
// ends on the first working day after it (Civil Procedure Law 2023, article 85, by analogy).
#pragma once

#include <map>
#include <set>
#include <string>

#include "app/domain/date.hpp"

namespace courtyard::domain {

// One year of the State Council's notice on holidays. A day in neither list is a working day from Monday to Friday.
struct CalendarYear {
    int year = 0;
    std::string source;
    bool provisional = false;  // written before the notice was out
    std::set<Date> holidays;
    std::set<Date> workdays;  // Saturdays and Sundays that are worked to make up
};

struct Due {
    Date date;
    bool provisional = false;  // some year that mattered has no table or a provisional one: show it with "about"
    friend bool operator==(const Due&, const Due&) = default;
};

inline constexpr int kPeriodDaysMax = 2000;
inline constexpr int kPeriodMonthsMax = 120;

class Calendar {
public:
    void add(CalendarYear year);  // a year given twice: the later one counts
    [[nodiscard]] bool has_year(int year) const { return years_.contains(year); }
    [[nodiscard]] const std::map<int, CalendarYear>& years() const { return years_; }

    [[nodiscard]] bool is_working_day(Date day) const;
    // The n-th working day after `start`; CHECKs 0 <= n <= kPeriodDaysMax. n = 0 is `start` itself.
    [[nodiscard]] Due after_working_days(Date start, int n) const;
    // Calendar days and months, moved to the first working day when they end on a day off.
    [[nodiscard]] Due after_days(Date start, int days) const;
    [[nodiscard]] Due after_months(Date start, int months) const;

private:
    [[nodiscard]] bool is_provisional(int year) const;
    [[nodiscard]] Due shifted(Date day) const;
    std::map<int, CalendarYear> years_;
};

}  // namespace courtyard::domain
