// Words together with how they sound: what typing by sound offers, and what a voice can read aloud without guessing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::domain {

// Han characters, and for each of them one syllable with its tone: "tong2". v stands for the u with two dots, tone 5
// for none.
struct SoundedWord {
    std::string text;
    std::vector<std::string> sounds;
    friend bool operator==(const SoundedWord&, const SoundedWord&) = default;
};

// What a pack adds to typing: court and county, surnames with the sound that they have as such, given names.
struct TypingWords {
    std::vector<SoundedWord> words;     // the ones that matter more first
    std::vector<SoundedWord> surnames;  // the commoner first; a polyphone once for each sound
    std::u32string given;               // characters of given names, the commoner first
};

// Letters only, lower case: "zhuang", "lv", "er".
[[nodiscard]] bool is_pinyin_syllable(std::string_view letters);
// Of Standard Chinese, in ascending order; without those that have no vowel.
[[nodiscard]] const std::vector<std::string_view>& pinyin_syllables();

// "word si1 fa3". "word.sound": what is wrong, as the rest of a sentence.
[[nodiscard]] base::Result<SoundedWord> parse_sounded_word(std::string_view line);

}  // namespace courtyard::domain
