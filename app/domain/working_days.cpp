#include "app/domain/working_days.hpp"

#include <utility>

namespace courtyard::domain {

void Calendar::add(CalendarYear year) {
    const int key = year.year;
    years_.insert_or_assign(key, std::move(year));
}

bool Calendar::is_provisional(int year) const {
    const auto found = years_.find(year);
    return found == years_.end() || found->second.provisional;
}

bool Calendar::is_working_day(Date day) const {
    const bool is_weekend = day.weekday() == Weekday::Saturday || day.weekday() == Weekday::Sunday;
    const auto year = years_.find(day.year());
    if (year == years_.end()) return !is_weekend;
    if (year->second.holidays.contains(day)) return false;
    return !is_weekend || year->second.workdays.contains(day);
}

Due Calendar::after_working_days(Date start, int n) const {
    COURTYARD_CHECK(n >= 0 && n <= kPeriodDaysMax);
    Due due{start, false};
    for (int counted = 0; counted < n;) {
        due.date = due.date.plus_days(1);
        due.provisional = due.provisional || is_provisional(due.date.year());
        if (is_working_day(due.date)) ++counted;
    }
    return due;
}

Due Calendar::shifted(Date day) const {
    Due due{day, is_provisional(day.year())};
    while (!is_working_day(due.date)) {
        due.date = due.date.plus_days(1);
        due.provisional = due.provisional || is_provisional(due.date.year());
    }
    return due;
}

Due Calendar::after_days(Date start, int days) const {
    COURTYARD_CHECK(days >= 0 && days <= kPeriodDaysMax);
    return shifted(start.plus_days(days));
}

Due Calendar::after_months(Date start, int months) const {
    COURTYARD_CHECK(months >= 0 && months <= kPeriodMonthsMax);
    return shifted(start.plus_months(months));
}

}  // namespace courtyard::domain
