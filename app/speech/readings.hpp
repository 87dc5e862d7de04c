// How characters and words are read: the shipped tables of assets/speech (made by prepare.py), and a court's own words.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/speech/syllable.hpp"
#include "sync/base/result.hpp"

namespace courtyard::speech {

// The first reading of every character of Unihan that has one.
class Characters {
public:
    // Lines "yin2 <characters>". "speech.readings" names the line.
    [[nodiscard]] static base::Result<Characters> parse(std::string_view text);
    [[nodiscard]] std::string_view reading(char32_t character) const;  // empty: nobody knows
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        char32_t character = 0;
        std::uint16_t syllable = 0;
    };
    std::vector<Entry> entries_;  // ascending by character
    std::vector<std::string> syllables_;
};

// Words whose reading is not that of their characters one by one, and words that are read so but end where they end.
class Lexicon {
public:
    static constexpr std::size_t kWordMax = 16;  // characters

    Lexicon() = default;
    // Lines "<word> yin2 hang2", ascending by bytes, one syllable for each character or none at all. "speech.words"
    // names the line.
    [[nodiscard]] static base::Result<Lexicon> parse(std::string text);
    // A court's words, as checked by check_word().
    [[nodiscard]] static Lexicon of(const std::map<std::string, std::string, std::less<>>& words);

    struct Match {
        std::size_t characters = 0;  // 0: none
        Syllables syllables;         // empty: each character by its first reading
    };
    // The longest word that begins here.
    [[nodiscard]] Match longest(std::u32string_view text) const;
    [[nodiscard]] std::size_t size() const { return lines_.size(); }

private:
    struct Line {
        std::string word, syllables;
    };
    std::vector<Line> lines_;  // ascending by word
    std::size_t longest_ = 0;  // characters
};

// Empty, or what is wrong with a word of a pack: its characters or its syllables.
[[nodiscard]] std::string why_no_word(std::string_view word, std::string_view syllables);

}  // namespace courtyard::speech
