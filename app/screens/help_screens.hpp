// Other help on the laptop's pages: items of other bodies that fit a case, modules of the pack, and what an act of them
// changes.
#pragma once

#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

// Draw from the top of `body`, return the height used. `first`: index of their first line in flow::help_lines().
float draw_suggestions(Desk& desk, const Rect& body);
float draw_modules(Desk& desk, const Rect& body, std::size_t first);
// Arrows move the mark, blank begins what is marked.
void draw_help_keys(Desk& desk);

// What the act that is written leads to, besides the state of the case. `label`: width of the labels; returns the
// height used.
float draw_help_change(Desk& desk, const Rect& at, float label);

// A line that can be begun: a sign, a title, and what there is to know.
struct HelpLineText {
    const char* icon = nullptr;
    std::string title, state;        // state: at the right, ""
    std::vector<std::string> lines;  // below it
    bool can = true;
};
// `index`: into flow::help_lines(). Returns the height used.
float draw_help_line(Desk& desk, const Rect& at, const HelpLineText& text, std::size_t index);

}  // namespace courtyard::screens
