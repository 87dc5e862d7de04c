// The words of which each day has one: what the caller says first and the slip shows, so that the villager knows that
// it is the court. Which word a day has for a slip says seal::CallKey; these are only the words (pack: callwords.toml).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/domain/date.hpp"
#include "app/domain/sounded_word.hpp"

namespace courtyard::domain {

// A list has exactly so many, always: kiosk and laptop may have packs of different versions, and must not disagree for
// that. A word may be exchanged for a better one; words are never moved.
inline constexpr std::size_t kCallWords = 512;

struct CallWords {
    std::vector<SoundedWord> words;
    [[nodiscard]] bool is_empty() const { return words.empty(); }
    // Nothing when there are no words or no such place.
    [[nodiscard]] std::string_view at(std::size_t place) const {
        return place < words.size() ? std::string_view(words[place].text) : std::string_view{};
    }
};

// A word and its day in China.
struct DayWord {
    Date day;
    std::string word;
    friend bool operator==(const DayWord&, const DayWord&) = default;
};

// A syllable without its tone as it is heard where people do not tell apart zh from z, n from l and -ng from -n, and
// its rhyme alone.
[[nodiscard]] std::string heard_syllable(std::string_view syllable);
[[nodiscard]] std::string heard_rhyme(std::string_view syllable);

// The first two that could be taken for each other on a bad line: of two syllables one is heard as the same, and the
// other one rhymes. Places in the list, the smaller one first.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> sound_alike(std::span<const SoundedWord> words);

}  // namespace courtyard::domain
