// What somebody types by sound, made even, and cut into syllables.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace courtyard::pinyin {

// Letters of one query; what is beyond is not looked at.
inline constexpr std::size_t kLettersMax = 64;

struct Query {
    std::string letters;  // a to z, v for the u with two dots, and ' between syllables; stops at anything else
    std::vector<std::size_t> typed;  // bytes of what was typed that belong to the first i letters
};
// Capitals are small letters; blanks, apostrophes and tones are borders of syllables.
[[nodiscard]] Query query_of(std::string_view typed);

struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool whole = false;  // a syllable; otherwise its beginning: "sh", "jiaot"
};
// The fewest syllables that make up the letters, as far as letters can be one; wrong letters and what follows them are
// left out.
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view letters);

// Alike for those who do not tell zh from z, n from l, ang from an, or write u for the u with two dots.
[[nodiscard]] std::string blurred(std::string_view syllable);

}  // namespace courtyard::pinyin
