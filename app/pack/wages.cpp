#include "app/pack/wages.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kWage = "wage_month";

bool is_wage(const Amount& amount) {
    const std::string_view id = amount.id;
    return amount.year > 0 && (id == kWage || (id.starts_with(kWage) && id[kWage.size()] == '.'));
}

}  // namespace

std::vector<domain::WageRow> wages(const Pack& pack) {
    std::vector<domain::WageRow> rows;
    for (const Amount& amount : pack.amounts) {
        if (!is_wage(amount)) continue;
        const auto from = domain::Date::from_civil(amount.year + 1, 1, 1);
        rows.push_back(
            {pack.region, amount.year, amount.say, amount.yuan, from.value_or(domain::Date{}), amount.source});
    }
    return rows;
}

}  // namespace courtyard::pack
