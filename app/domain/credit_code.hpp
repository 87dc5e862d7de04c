// The number of an organisation (unified social credit code, GB 32100-2015): 17 characters and a check character.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::domain {

// Digits and capital letters that are not mistaken for others; the place of each is its value.
inline constexpr std::string_view kCreditCodeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
inline constexpr std::size_t kCreditCodeSize = 18;

// In capitals and half-width; blanks and hyphens are dropped. "identity.organisation": not 18 such characters, or the
// last one does not fit the others.
[[nodiscard]] base::Result<std::string> parse_credit_code(std::string_view typed);

}  // namespace courtyard::domain
