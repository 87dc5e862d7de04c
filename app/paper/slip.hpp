// The slip in the person's hand, as a picture: for a thermal printer of 58 or 80 mm (203 dpi, 8 dots a millimetre), as
// PNG, on a screen.
#pragma once

#include <string>
#include <vector>

#include "app/paper/raster.hpp"

namespace courtyard::paper {

// Words come from the pack and are neutral: a slip found on the road must not tell why its owner came.
struct Slip {
    std::string title;              // "document slip", large
    std::vector<std::string> head;  // court, site, date: one line each
    std::string number;             // receipt number, large
    std::string code;               // query code in groups, as typed by hand; a line end parts its lines
    std::string code_caption;
    std::string receipt_symbol;  // small symbol: the query code, alphanumeric
    std::string receipt_caption;
    std::vector<std::string> part_symbols;  // the sealed application, in order, alphanumeric
    std::string part_caption;               // "{n}" and "{of}" are replaced
    std::vector<std::string> warning = {};  // what this slip cannot do, in heavy letters above the foot; empty: nothing
    std::vector<std::string> foot;          // what it is not, what comes next, whom to call: a paragraph each
};

enum class Width { Mm58 = 384, Mm80 = 576 };  // dots

// "paper.symbol" a text is no alphanumeric QR text or too long; "paper.width" a symbol at 4 dots a module is wider than
// the paper; "paper.glyph" no font on this machine draws a character of the slip.
[[nodiscard]] base::Result<Raster> draw_slip(const Slip& slip, Width width);

// One QR symbol, error correction M, as modules: row by row, true = dark, without quiet zone. "paper.symbol".
struct Modules {
    int size = 0;
    std::vector<bool> dark;
};
[[nodiscard]] base::Result<Modules> encode_symbol(const std::string& text);

}  // namespace courtyard::paper
