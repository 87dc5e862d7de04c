// Numbers and Latin letters as they are said in Mandarin.
#pragma once

#include <string_view>

#include "app/speech/syllable.hpp"

namespace courtyard::speech {

enum class One : unsigned char { yi, yao };  // how 1 is said among digits: years and codes, or telephone numbers

[[nodiscard]] std::string digit(char digit, One one = One::yi);
[[nodiscard]] Syllables digits(std::string_view text, One one = One::yi);

enum class Two : unsigned char { er, liang };  // what a single 2 is
// A whole number of 1-16 digits, leading zeros dropped; longer ones digit by digit. Tones as they are said: yi2 wan4.
[[nodiscard]] Syllables cardinal(std::string_view digits, Two two = Two::er);

// The name of a Latin letter as Chinese people say it; empty for anything else.
[[nodiscard]] Syllables letter(char c);

}  // namespace courtyard::speech
