// The wage that amounts of aid are reckoned with (rows A1 to A3 of the domain report): one row of the court's signed
// pack for each year that was published.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "app/domain/date.hpp"
#include "app/domain/money.hpp"

namespace courtyard::domain {

struct WageRow {
    std::string province;  // where the court lies (A1)
    int year = 0;          // whose wages they are
    std::string series;    // which statistical series: provinces differ
    Fen month;             // average wage of one month
    Date published_on;
    std::string document;  // where it was published
    friend bool operator==(const WageRow&, const WageRow&) = default;
};

// The row to reckon with on `day`: of a year before that day's, the latest that was published by then (A1, A3); of
// rows for one year, the one published last. Nothing when none was.
[[nodiscard]] std::optional<WageRow> wage_on(Date day, std::span<const WageRow> rows);

}  // namespace courtyard::domain
