// A list of any length on the laptop: only the rows in sight are drawn, one is marked, the keyboard moves the mark.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/screens/field_desk.hpp"
#include "app/screens/field_widgets.hpp"

namespace courtyard::screens {

struct LongList {
    std::string_view id;  // of its scrolled place
    std::size_t count = 0, chosen = 0;
    float row_tall = 0;
};
struct LongRows {
    std::function<std::string(std::size_t)> name;           // for the ear, and for plays
    std::function<int(std::size_t)> salt;                   // tells rows of one name apart
    std::function<void(const Rect& at, std::size_t)> draw;  // on a ground that is set already
    std::function<void(std::size_t)> pressed;
};
// Arrows and page keys send MovedChoice.
void draw_long_list(Desk& desk, const Rect& rect, const LongList& list, const LongRows& rows);

// Columns of a row from the left, and the words above them.
inline constexpr float kRowCell = 16;  // room before the words of a column
struct ColumnHead {
    float width = 0;
    std::string_view key;
};
void draw_column_heads(Desk& desk, const Rect& rect, std::span<const ColumnHead> heads);
class RowCells {
public:
    explicit RowCells(const Rect& row) : row_(row), x_(row.x) {}
    Rect next(float width);

private:
    Rect row_;
    float x_;
};

// A row of two lines, where there is no room for columns: name and state, then words and what is due.
struct RowChip {
    std::string words;
    ChipLook look;
};
struct TwoLines {
    std::function<void(const Rect& at)> name;
    RowChip state;
    std::string words;
    std::optional<RowChip> due = {};
};
void draw_two_lines(Desk& desk, const Rect& rect, const TwoLines& lines);

// What stands in the box in which a list is searched, while nothing is typed; and what is said where nothing was found.
// Where names are not found by pinyin, both say so: else nothing would be found in silence.
std::string search_hint(Desk& desk, const std::string& label, std::string_view short_key, float wide);
const char* none_found_key(const Desk& desk, const char* key);
// Instead of a list without rows: what it would hold, and how something comes to be there.
void draw_empty_list(Desk& desk, const Rect& rect, const char* icon, const std::string& words);

}  // namespace courtyard::screens
