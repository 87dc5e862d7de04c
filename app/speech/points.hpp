// Text as code points, with what matters for reading it aloud.
#pragma once

#include <string>
#include <string_view>

namespace courtyard::speech {

// Bytes that are no UTF-8 become U+FFFD, which nobody says. Letters, digits and signs of full width become those of
// ASCII, blanks of any kind U+0020, so that later rules know one form of each; U+3000 stays, it parts things.
[[nodiscard]] std::u32string points_of(std::string_view utf8);
[[nodiscard]] std::string utf8_of(std::u32string_view points);

[[nodiscard]] bool is_han(char32_t c);
[[nodiscard]] constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace courtyard::speech
