// Which characters may stand where, as tables of code points: what parsers refuse and what the form's JSON Schema says
// come from the same lines.
#pragma once

#include <algorithm>
#include <span>

namespace courtyard::domain {

struct CharacterRange {
    char32_t first = 0, last = 0;  // both included
};
// Ascending and disjoint.
using CharacterTable = std::span<const CharacterRange>;

// What trim() drops at both ends of a text.
[[nodiscard]] CharacterTable white_space();
// Control, format and non-character code points: never part of a text, apart from line feeds in long ones.
[[nodiscard]] CharacterTable not_plain();
// What no name has in it: signs, digits, punctuation, pictographs, and all of not_plain().
[[nodiscard]] CharacterTable not_in_names();
// What no name begins with, besides not_in_names(): signs that stand between the parts of a name.
[[nodiscard]] CharacterTable only_inside_names();
// Written for the middle dot (U+00B7) by other keyboards; a name keeps U+00B7.
[[nodiscard]] CharacterTable middle_dot_lookalikes();
// Han characters as case numbers have them, apart from the sign that ends a number (U+53F7).
[[nodiscard]] CharacterTable han_of_case_numbers();
// Somebody's own meaning: another machine shows nothing, or another character.
[[nodiscard]] CharacterTable private_use();

[[nodiscard]] inline bool is_one_of(CharacterTable table, char32_t point) {
    const auto found = std::partition_point(table.begin(), table.end(),
                                            [&](const CharacterRange& range) { return range.last < point; });
    return found != table.end() && found->first <= point;
}

}  // namespace courtyard::domain
