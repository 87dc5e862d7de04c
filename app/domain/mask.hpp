// How private answers are shown where others may look: enough to recognise one's own, not enough to use.
#pragma once

#include <string>
#include <string_view>

#include "app/domain/form.hpp"

namespace courtyard::domain {

// Identity and document numbers: mask_document(). Telephone: first 3 and last 4. Bank accounts: last 4.
// Names: first character. Other texts: nothing but their first character. What is too short for its rule is hidden
// altogether; words of `also` are shown.
[[nodiscard]] std::string masked(const Field& field, std::string_view text);
// Of an identity number its first three characters and its last four; of a shorter one (a passport has nine) the first
// and the last two.
[[nodiscard]] std::string mask_document(std::string_view text);
[[nodiscard]] std::string mask_all_but(std::string_view text, std::size_t first, std::size_t last);

}  // namespace courtyard::domain
