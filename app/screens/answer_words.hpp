// Answers as people read them: on the review page, in lists, on the laptop.
#pragma once

#include <string>

#include "app/domain/form.hpp"
#include "app/screens/ui.hpp"

namespace courtyard::screens {

// An amount as it is said aloud, in the words of the pack (keys money.*); "" for what is no amount.
[[nodiscard]] std::string amount_in_words(const Ui& ui, std::string_view yuan);

// One part: the option's words, money with its unit, a date in words; otherwise what was typed. Masked where the field
// says so, unless `in_full`.
enum class Masking : std::uint8_t { as_field_says, in_full };
[[nodiscard]] std::string part_words(const Ui& ui, const domain::Field& part, std::string_view text, Masking masking);

// A whole answer; lists and rows on lines of their own.
[[nodiscard]] std::string answer_words(const Ui& ui, const domain::Field& field, const domain::Answer& answer,
                                       Masking masking);
[[nodiscard]] std::string row_words(const Ui& ui, const domain::Field& field, const domain::Row& row, Masking masking);

}  // namespace courtyard::screens
