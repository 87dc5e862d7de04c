// Bank accounts (V-CARD).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::domain {

// ISO/IEC 7812 check of a string of ASCII digits; false for anything else.
[[nodiscard]] bool luhn_holds(std::string_view digits);

// Digits of either width, spaces dropped. A card has 16-19 digits and a Luhn check: "account.digits" (something other
// than digits), "account.card_length", "account.luhn".
inline constexpr std::size_t kCardDigitsMin = 16, kCardDigitsMax = 19;
inline constexpr std::size_t kAccountDigitsMin = 5, kAccountDigitsMax = 32;
[[nodiscard]] base::Result<std::string> parse_card(std::string_view text);
// Passbooks and social-security accounts: 5-32 digits, no check. "account.digits", "account.length".
[[nodiscard]] base::Result<std::string> parse_account(std::string_view text);

}  // namespace courtyard::domain
