// The committee's written report on a year, as an official paper: figures in tables, places for what people add.
#pragma once

#include <string>
#include <vector>

#include "app/cases/year_figures.hpp"
#include "app/pack/pack.hpp"
#include "app/paper/official.hpp"

namespace courtyard::printing {

// A line of the report: its words in the pack ("year.row.<id>") and the figure with its unit. In groups, as they stand
// on the paper and in the window ("year.group.<id>").
struct YearRow {
    std::string id, words, figure;
};
struct YearGroup {
    std::string id, title;
    std::vector<YearRow> rows;
};
[[nodiscard]] std::vector<YearGroup> year_rows(const pack::Pack& pack, const cases::YearFigures& figures);

// `today`: the day that stands on it.
[[nodiscard]] paper::Official year_paper(const pack::Pack& pack, const cases::YearFigures& figures, domain::Date today);

}  // namespace courtyard::printing
