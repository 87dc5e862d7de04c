// Telephone numbers (V-MOB).
#pragma once

#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::domain {

// A mobile number (1[3-9] and nine digits) or a land line (0, two or three digits, 7-8 digits, hyphen or not). Spaces,
// hyphens in mobile numbers, a leading +86 and full-width digits are accepted; the result has digits and at most the
// land line's one hyphen. "phone.format".
[[nodiscard]] base::Result<std::string> parse_phone(std::string_view text);

}  // namespace courtyard::domain
