// Fields that take codes, of which the table of acts says only for some (FieldType::Choice) what they are: the row of
// the revisit plan, how a person does, what a revisit led to. Said to whoever types them, and held against what the
// fold takes by tests/unit/cases/coded_fields_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/act_table.hpp"

namespace courtyard::cases {

// Every code that the field takes, in order ("food:0", …); empty where it takes what a person writes. Of the revisit
// plan those that every case has: a court's own intervals may add "R5" to "R99", a child's money "S1" to "S99".
[[nodiscard]] std::vector<std::string> codes_of(std::string_view kind, const FieldRule& field);

// Of the five things that a revisit asks after (F7.10) and the four answers: "food", …, "0", …
[[nodiscard]] std::span<const std::string_view> score_names();
[[nodiscard]] std::span<const std::string_view> score_levels();
[[nodiscard]] std::vector<std::string_view> score_parts();  // both
[[nodiscard]] bool is_score(std::string_view text);         // "food:2"

}  // namespace courtyard::cases
