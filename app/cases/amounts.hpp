// The amount rules A1 to A11 as pure functions (domain report, section 3). Facts carry the wage that they were reckoned
// with, so the fold needs no pack; whoever acts is told beforehand when that wage is not the pack's (wage_disagrees).
//
// Sources: opinions of 2014 (D1) and of 2016 (D2), procedure of 2019 (D3).
#pragma once

#include <span>

#include "app/cases/fact.hpp"
#include "app/domain/wage.hpp"

namespace courtyard::cases {

inline constexpr std::int64_t kGrantMonths = 36;        // A4
inline constexpr std::int64_t kUrgentMonths = 3;        // A7, normally
inline constexpr std::int64_t kUrgentMonthsNeeded = 6;  // A7, where it is necessary

// What an amount of aid is measured by. Money in fen.
struct GrantBase {
    domain::Fen wage;        // of one month (A1)
    bool exception = false;  // A5: especially grave loss and hardship, as the report records
    domain::Fen unpaid;      // A5: adjudged (or to be adjudged) and not enforced
};

// The most that may be granted: 36 months' wages (A4); with an exception the unpaid sum, when that is more (A5). 0
// without a wage: nothing was reckoned.
[[nodiscard]] domain::Fen grant_limit(const GrantBase& base);

// The most that may be paid before the papers are there (A7, A9): three months' wages, six when need is shown.
[[nodiscard]] domain::Fen urgent_limit(domain::Fen wage, bool is_necessary);

// What is still to be paid of a grant after urgent aid (A8); never below 0.
[[nodiscard]] domain::Fen top_up(domain::Fen granted, domain::Fen urgent_paid);

// The most that may be taken back because money was collected later (A10): no more than was collected, no more than
// was paid and has not come back yet.
[[nodiscard]] domain::Fen deduction_limit(domain::Fen aid_paid, domain::Fen came_back, domain::Fen enforced);

// Whether a wage that stands in a fact is the pack's on the day of the fact: nothing when it is; "wage.none" when the
// pack has none for that day, "wage.other" when it has another. Asked by windows and courtyardctl before an act is
// signed, never by the fold.
[[nodiscard]] Verdict wage_disagrees(domain::Fen wage, std::span<const domain::WageRow> rows, domain::Date day);

}  // namespace courtyard::cases
