#include "app/cases/amounts.hpp"

#include <algorithm>

namespace courtyard::cases {

domain::Fen grant_limit(const GrantBase& base) {
    if (base.wage.value <= 0) return {};
    const domain::Fen normal{base.wage.value * kGrantMonths};
    return base.exception ? std::max(normal, base.unpaid) : normal;
}

domain::Fen urgent_limit(domain::Fen wage, bool is_necessary) {
    return {wage.value * (is_necessary ? kUrgentMonthsNeeded : kUrgentMonths)};
}

domain::Fen top_up(domain::Fen granted, domain::Fen urgent_paid) {
    return {std::max<std::int64_t>(granted.value - urgent_paid.value, 0)};
}

domain::Fen deduction_limit(domain::Fen aid_paid, domain::Fen came_back, domain::Fen enforced) {
    return std::min(enforced, top_up(aid_paid, came_back));
}

Verdict wage_disagrees(domain::Fen wage, std::span<const domain::WageRow> rows, domain::Date day) {
    const auto row = domain::wage_on(day, rows);
    if (!row) return refuse("wage.none");
    if (row->month != wage) return refuse("wage.other");
    return std::nullopt;
}

}  // namespace courtyard::cases
