// What makes two applications the same: one person and one original case, however each office spells them. Only these
// texts go into a token (seal/double_token.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace courtyard::domain {

// An identity number as 18 characters with an upper-case X: full-width forms, spaces and hyphens, a lower-case x or a
// sign that looks like it, the 15 digits of cards before 1999 (their years are 19xx). A permit for Hong Kong and Macao
// without the two digits that count how often it was renewed. Any other document: its letters and digits, upper-case.
// Nothing where there are fewer than five of them, or no digit.
[[nodiscard]] std::optional<std::string> same_person_text(std::string_view document_number);

// Every original case that somebody names, each in one spelling, in their order, none twice; at most 20. A number of a
// court stands anywhere in the text (after the court's name, beside others, with any brackets or none) and is written
// with one kind of brackets, half-width digits (numerals, too, where the sign of a number makes them one), no zeros
// before the number, without the old words between kind and number, and without the part of a case ("-1", "one of"): a
// ruling in the case is the case. Numbers that follow and leave out what is the same ("123 and 124") are whole ones.
// Whatever is no number of a court (a procuratorate's own): its characters without spaces, one kind of brackets.
// Nothing where there is no digit: nobody knows the case.
[[nodiscard]] std::vector<std::string> same_case_texts(std::string_view typed);
// The first of them.
[[nodiscard]] std::optional<std::string> same_case_text(std::string_view typed);

}  // namespace courtyard::domain
