// One toned syllable of Hanyu Pinyin as the synthesiser takes it: "yin2", "lv4" (v for u-umlaut), "de5" (5 = light).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace courtyard::speech {

using Syllables = std::vector<std::string>;

// Whether it is a syllable of Mandarin with a tone 1-5. Anything else would be read as English letters.
[[nodiscard]] bool is_syllable(std::string_view text);

// "yin2 hang2": words between single blanks, each a syllable; empty when one is not.
[[nodiscard]] Syllables parse_syllables(std::string_view text);

[[nodiscard]] inline char tone_of(std::string_view syllable) { return syllable.empty() ? '0' : syllable.back(); }

}  // namespace courtyard::speech
