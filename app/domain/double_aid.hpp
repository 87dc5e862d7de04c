// What makes two applications the same: one person and one original case, however each office spells them. Only these
// texts go into a token (seal/double_token.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace courtyard::domain {

// An identity number as 18 characters with an upper-case X: full-width forms, spaces and hyphens, a lower-case x, the
// 15 digits of cards before 1999 (their years are 19xx). Any other document: its letters and digits, upper-case.
// Nothing where there are fewer than five of them.
[[nodiscard]] std::optional<std::string> same_person_text(std::string_view document_number);

// A case number with one kind of brackets, half-width digits, no zeros before the number, without the old words between
// kind and number, and without the part of a case ("one of"): a ruling in the case is the case. Whatever is no number
// of a court (a procuratorate's own): the same characters without spaces, one kind of brackets. Nothing when it is
// blank.
[[nodiscard]] std::optional<std::string> same_case_text(std::string_view case_number);

}  // namespace courtyard::domain
