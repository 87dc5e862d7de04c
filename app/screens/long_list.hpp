// A list of any length on the laptop: only the rows in sight are drawn, one is marked, the keyboard moves the mark.
#pragma once

#include <functional>
#include <string>

#include "app/screens/field_desk.hpp"

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

// Instead of a list without rows: what it would hold, and how something comes to be there.
void draw_empty_list(Desk& desk, const Rect& rect, const char* icon, const std::string& words);

}  // namespace courtyard::screens
