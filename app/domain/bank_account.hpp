// Bank accounts (V-CARD).
#pragma once

#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::domain {

// ISO/IEC 7812 check of a string of ASCII digits; false for anything else.
[[nodiscard]] bool luhn_holds(std::string_view digits);

// Digits only, spaces dropped. A card has 16-19 digits and a Luhn check: "account.digits", "account.card_length",
// "account.luhn".
[[nodiscard]] base::Result<std::string> parse_card(std::string_view text);
// Passbooks and social-security accounts: 5-32 digits, no check. "account.digits".
[[nodiscard]] base::Result<std::string> parse_account(std::string_view text);

}  // namespace courtyard::domain
