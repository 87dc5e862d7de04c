// A paper of the court as values: title and number, paragraphs that flow over pages, tables, places to sign. Set as
// official papers are (GB/T 9704-2012: A4, 37 mm above, 28 mm at the left, letters of 16 points, 22 lines a page).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/paper/raster.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::paper {

// One paragraph, without line ends.
struct Prose {
    enum class Set : std::uint8_t {
        Indented,  // by two characters, as paragraphs of official papers are
        Flush,     // whom it speaks to
        Right,     // who signs and when: kept together, and never alone on a page
        Centred,
        Heading,  // stays with what comes after it
        Small,
    };
    std::string text;
    Set set = Set::Indented;
};

// A table. A row that is taller than what is left of a page goes to the next page; one taller than a page is parted.
struct GridCell {
    std::string text;  // line ends part paragraphs
    double share = 1;  // of the width, against the others of its row
    bool label = false;
    int lines_min = 1;
};
struct GridRow {
    std::vector<GridCell> cells;
    [[nodiscard]] bool is_head() const;  // labels only: stands again on top of each page that its rows go on
};
struct Grid {
    std::vector<GridRow> rows;
};
struct Space {
    double lines = 1;
};
using OfficialBlock = std::variant<Prose, Grid, Space>;

enum class Layout : std::uint8_t {
    Letter,  // to be read
    Form,    // to be filled in and filed: smaller letters, narrow margins
};

struct Official {
    std::string name;   // neutral: title of the PDF and of the print job
    std::string court;  // above the title; may be empty
    std::string title;
    std::string number;  // below it, at the right; may be empty
    Layout layout = Layout::Letter;
    std::vector<OfficialBlock> blocks;
    std::vector<std::string> notes;  // at the end, small: the norms behind it
    std::string foot;                // of every page; "{n}" and "{of}" are replaced
    std::string symbol;              // alphanumeric text of the QR symbol at the top; may be empty
};

// PDF: text that can be copied, fonts embedded, the same bytes whenever it is made. "paper.glyph", "paper.symbol",
// "paper.long" (more than kPagesMax pages), "paper.pdf".
[[nodiscard]] base::Result<base::Bytes> draw_official(const Official& paper);

// The same pages as pictures, to be looked at before anything is printed. Errors as above; "paper.picture".
[[nodiscard]] base::Result<std::vector<Raster>> picture_official(const Official& paper, int dots_per_inch);

// Characters of this text that no font of this machine draws, as "U+2EBF0, U+2EBF1". Line ends and tabs are drawn by
// none and needed by none.
[[nodiscard]] std::string lacking_in(std::string_view text);

// A character that no font of this machine draws.
struct LackingSign {
    std::string sign;  // the character
    std::string code;  // "U+2EBF0"
    friend bool operator==(const LackingSign&, const LackingSign&) = default;
};
// Such characters are replaced by `mark`. What they are, each once, in the order of the paper.
[[nodiscard]] std::vector<LackingSign> stand_in_for_lacking(Official& paper, std::string_view mark);

}  // namespace courtyard::paper
