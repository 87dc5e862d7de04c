// What the court's cases say about one year, for the written report that the committee owes one month after its end
// (P15 of the domain report). Counted from the cases as they stand now: a correction made later changes a figure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/cases/aid_case.hpp"

namespace courtyard::cases {

struct YearFigures {
    int year = 0;
    std::int64_t came = 0;  // applications that came in the year; the others count what happened in it
    std::int64_t filed = 0, not_filed = 0;
    std::int64_t granted = 0, refused = 0;
    std::int64_t ended = 0;                         // withdrawn, abandoned, terminated: without a decision
    std::int64_t pending = 0;                       // came by the year's end and were neither decided nor ended by then
    std::int64_t urgent = 0;                        // cases that got money first
    std::int64_t aided = 0;                         // cases that got any money
    domain::Fen granted_sum, urgent_sum, paid_sum;  // paid_sum: with urgent aid, without what the bank sent back
    // The middle one of the year's decisions and payments, in days of the calendar; nothing where there was none. Of
    // the paper: "money in half the days".
    std::optional<std::int64_t> days_to_decision;  // since the application came
    std::optional<std::int64_t> days_to_money;     // from the decision to the first payment
    std::int64_t recoveries = 0;
    std::int64_t referred = 0, helped = 0;  // asked of other bodies; done by them
    std::int64_t promised = 0, kept = 0;    // kept: the person confirmed it
    std::int64_t revisits = 0;              // people who were reached, each once for every row of the plan
    std::int64_t alerts = 0, alerts_open = 0;
    friend bool operator==(const YearFigures&, const YearFigures&) = default;
};

class YearCount {
public:
    explicit YearCount(int year) { figures_.year = year; }

    void add(const AidCase& of);
    [[nodiscard]] YearFigures finish() const;

private:
    [[nodiscard]] bool is_in(const domain::Date& day) const { return day.year() == figures_.year; }
    [[nodiscard]] bool is_by_end(const domain::Date& day) const { return day.year() <= figures_.year; }
    void add_steps(const AidCase& of);
    void add_money(const AidCase& of);
    void add_care(const Care& care);

    YearFigures figures_;
    std::vector<std::int64_t> to_decision_, to_money_;
};

}  // namespace courtyard::cases
