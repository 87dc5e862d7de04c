#include "app/domain/wage.hpp"

#include <tuple>

namespace courtyard::domain {

std::optional<WageRow> wage_on(Date day, std::span<const WageRow> rows) {
    const WageRow* best = nullptr;
    for (const WageRow& row : rows) {
        if (row.published_on > day || row.year >= day.year()) continue;
        if (best == nullptr || std::tie(best->year, best->published_on) < std::tie(row.year, row.published_on))
            best = &row;
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

}  // namespace courtyard::domain
