// The wages that amounts of aid are reckoned with (A1 to A3), as the court's pack has them.
#pragma once

#include <vector>

#include "app/domain/wage.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::pack {

// One row for each amount "wage_month" or "wage_month.<more>" (amounts.toml) that says its year; the pack's region is
// the province, its words and source are the series and the document. A signed pack has only what was published, so a
// row may be reckoned with from the first day of the year after its own. For domain::wage_on and cases::wage_disagrees.
[[nodiscard]] std::vector<domain::WageRow> wages(const Pack& pack);

}  // namespace courtyard::pack
