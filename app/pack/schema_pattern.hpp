// The texts that the domain's parsers take, as regular expressions for JSON Schema. What they leave to the check: check
// digits, whether a day has come yet, and how long ago it may be. A test compares them with the parsers on random
// texts.
//
// Only what every dialect has: classes, (?:), |, ? * + {n,m}, ^ and $; no look-ahead, no \d, no \p. Characters count as
// code points (ECMA-262 with "u", Python, RE2, Rust).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "app/domain/text.hpp"

namespace courtyard::pack::schema {

[[nodiscard]] std::string blank_pattern();  // nothing but white space: no answer
// 1 to so many characters, white space around them; 0: any number.
[[nodiscard]] std::string text_pattern(std::size_t characters_max, domain::Lines lines);
[[nodiscard]] std::string name_pattern(std::size_t characters_max);
[[nodiscard]] std::string date_pattern();  // real days only
[[nodiscard]] std::string phone_pattern();
[[nodiscard]] std::string money_pattern();
[[nodiscard]] std::string case_number_pattern();
[[nodiscard]] std::string not_case_number_pattern();  // ... but not these: the supreme court without a kind of case
[[nodiscard]] std::string identity_pattern();
[[nodiscard]] std::string permit_pattern();
[[nodiscard]] std::string credit_code_pattern();
[[nodiscard]] std::string foreign_pattern(std::size_t characters_max);
[[nodiscard]] std::string account_pattern(std::size_t digits_min, std::size_t digits_max);
[[nodiscard]] std::string not_area_pattern();  // digits that are no area code
[[nodiscard]] std::string whole_number_pattern(std::int64_t min, std::int64_t max);
// Exactly this text, white space around it.
[[nodiscard]] std::string literal_pattern(std::string_view text);

}  // namespace courtyard::pack::schema
