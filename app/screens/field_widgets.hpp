// The laptop's own pieces: smaller than a kiosk's, for a keyboard and a mouse, and for people who read all day.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/domain/application_status.hpp"
#include "app/screens/field_desk.hpp"
#include "app/screens/widgets.hpp"

namespace courtyard::screens {

// Text styles on the present palette.
[[nodiscard]] Style desk_text(const Desk& desk, Type type = Type::body);
[[nodiscard]] Style desk_soft(const Desk& desk, Type type = Type::note);
[[nodiscard]] Style desk_strong(const Desk& desk, Type type = Type::body);

// Buttons as wide as their words.
[[nodiscard]] float desk_button_tall(const Desk& desk);
[[nodiscard]] float desk_button_wide(const Desk& desk, std::string_view label, const char* icon = nullptr);
bool desk_button(Desk& desk, const Rect& rect, std::string_view label, const ButtonLook& look = {}, int salt = 0);
// On the dark header.
bool header_button(Desk& desk, const Rect& rect, std::string_view label, const char* icon);

// A white card with a soft shadow; sets the ground. Returns its inside.
Rect desk_card(Desk& desk, const Rect& rect, float inset = 28);

// A coloured word with an icon before it: never colour alone.
struct ChipLook {
    const char* icon = nullptr;
    Tone tone = Tone::plain;
    Type type = Type::note;
};
[[nodiscard]] float chip_wide(const Desk& desk, std::string_view text, const ChipLook& look);
float chip(Desk& desk, float x, float middle_y, std::string_view text, const ChipLook& look);  // returns the width
[[nodiscard]] ChipLook status_look(domain::ApplicationStatus status);
[[nodiscard]] ChipLook outcome_look(std::string_view outcome);

// One of several that exclude each other, or one of several that may be chosen; a line high or more. `name`: what it is
// called where its label alone says too little ("yes").
[[nodiscard]] float pick_tall(const Desk& desk, float width, std::string_view label, std::string_view help);
bool pick(Desk& desk, const Rect& rect, std::string_view label, std::string_view help, Mark mark, int salt = 0,
          std::string_view name = {});

// Label at the left, value at the right, as high as the taller of both.
struct FactLook {
    float label_width = 0;
    Weight weight = Weight::text;
};
[[nodiscard]] float line_tall(const Desk& desk, float width, std::string_view label, std::string_view value,
                              float label_width);
float line_fact(Desk& desk, const Rect& rect, std::string_view label, std::string_view value, const FactLook& look);

// A title above a group, with a rule.
float group_title(Desk& desk, const Rect& rect, std::string_view title);
[[nodiscard]] float group_title_tall(const Desk& desk);

// Below a box: that no more goes into it, when it is full. Returns the height used.
float box_full(Desk& desk, const Rect& at, std::string_view text, std::size_t characters_max);

// A quiet or loud remark with an icon; returns the height used.
[[nodiscard]] float remark_tall(const Desk& desk, float width, std::string_view text);
float remark(Desk& desk, const Rect& rect, std::string_view text, Tone tone, const char* icon);

// A small table: heads, then rows; columns as wide as their words need, cells broken into lines.
struct TableText {
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> sums = {};                          // columns of amounts: they end below one another
    std::vector<std::pair<std::size_t, std::size_t>> late = {};  // row and column of what is overdue: in red
};
[[nodiscard]] float table_tall(const Desk& desk, float width, const TableText& table);
float table(Desk& desk, const Rect& rect, const TableText& table);

// The text, or as much of it as fits with an ellipsis.
[[nodiscard]] std::string shortened(const Desk& desk, std::string_view text, float width, const Style& style);
// Facts with dots between them in as many lines as they need, each of which begins with a fact.
[[nodiscard]] std::string facts_in_lines(const Desk& desk, std::string_view facts, float width, const Style& style);
// Facts beside a name, in what its row has left; where that is too little, in lines of their own below it.
void draw_facts_beside(Desk& desk, const Rect& left, Rect& body, std::string_view facts);
// How tall what stands below is in a body so wide, 0 where all fits beside.
[[nodiscard]] float facts_below(const Desk& desk, float left, float wide, std::string_view facts);
// One line that ends in an ellipsis when there is more than fits.
void line_cut(Desk& desk, const Rect& rect, std::string_view text, const Style& style);

}  // namespace courtyard::screens
