// The slip in the person's hand: number, code and the sealed application. As a document for every kind of paper, and as
// a picture for a thermal printer of 58 or 80 mm, as PNG, on a screen.
#pragma once

#include <string>
#include <vector>

#include "app/paper/document.hpp"
#include "app/paper/raster.hpp"
#include "app/paper/strip.hpp"
#include "app/paper/symbol.hpp"

namespace courtyard::paper {

// Words come from the pack and are neutral: a slip found on the road must not tell why its owner came.
struct Slip {
    std::string title;                // "document slip", large
    std::vector<std::string> head;    // court, site, date: one line each
    std::string number_caption = {};  // above the number; empty: nothing
    std::string number;               // receipt number, large
    std::string code;                 // query code in groups, as typed by hand; a line end parts its lines
    std::string code_caption;
    std::string receipt_symbol;  // small symbol: the query code, alphanumeric
    std::string receipt_caption;
    std::vector<std::string> part_symbols;  // the sealed application, in order, alphanumeric
    std::string part_caption;               // "{n}" and "{of}" are replaced
    std::vector<std::string> warning = {};  // what this slip cannot do, in heavy letters above the foot; empty: nothing
    std::vector<std::string> foot;          // what it is not, what comes next, whom to call: a paragraph each
};

[[nodiscard]] Document document_of(const Slip& slip);

// Errors of draw_strip().
[[nodiscard]] base::Result<Raster> draw_slip(const Slip& slip, Width width);

void wipe(Slip& slip) noexcept;

}  // namespace courtyard::paper
