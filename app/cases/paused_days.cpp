#include "app/cases/paused_days.hpp"

#include <algorithm>

namespace courtyard::cases {

using domain::Calendar;
using domain::Date;
using domain::Due;

PausedDays::PausedDays(std::span<const Clock::Pause> pauses, Date until) {
    std::vector<Span> all;
    for (const Clock::Pause& pause : pauses) {
        const Date from = within_reach(pause.from), to = within_reach(pause.to.value_or(until));
        if (from < to) all.push_back({from, to});
    }
    std::sort(all.begin(), all.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
    for (const Span& span : all) {
        if (!spans_.empty() && span.from <= spans_.back().to)
            spans_.back().to = std::max(spans_.back().to, span.to);
        else
            spans_.push_back(span);
    }
}

std::optional<Date> PausedDays::end_of(Date day) const {
    for (const Span& span : spans_)
        if (span.from < day && day <= span.to) return span.to;
    return std::nullopt;
}

Due PausedDays::after_working_days(const Calendar& calendar, Date start, int n) const {
    Due due{start, false};
    for (int counted = 0; counted < n;) {
        const Due next = calendar.after_working_days(due.date, 1);
        const auto paused_to = end_of(next.date);
        due.date = paused_to.value_or(next.date);
        due.provisional = due.provisional || next.provisional;
        if (!paused_to) ++counted;
    }
    return due;
}

Due PausedDays::after_months(const Calendar& calendar, Date start, int months) const {
    Date end = start.plus_months(months);
    for (const Span& span : spans_) {
        const Date from = std::max(span.from, start);
        if (from < end && from < span.to) end = end.plus_days(span.to.days_since(from));
    }
    Due due = calendar.after_days(end, 0);
    while (const auto paused_to = end_of(due.date)) {
        const Due next = calendar.after_days(paused_to->plus_days(1), 0);
        due = {next.date, due.provisional || next.provisional};
    }
    return due;
}

Date within_reach(Date day) { return std::clamp(day, *Date::from_civil(1900, 1, 1), *Date::from_civil(2200, 1, 1)); }

}  // namespace courtyard::cases
