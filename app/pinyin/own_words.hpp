// The pack's own words: found by their whole sound, by a sound heard otherwise, or by the first letters of each
// syllable. libpinyin knows no abbreviation of four syllables, which most words of a court have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/domain/sounded_word.hpp"

namespace courtyard::pinyin {

enum class Fit : std::uint8_t {
    exact,        // every syllable as it is spelled
    fuzzy,        // one or more heard otherwise
    begun,        // the last syllable is not typed to its end
    abbreviated,  // one or more syllables by their first letter
    longer,       // what was typed is the beginning of the word
};

struct Found {
    std::string_view text;
    std::size_t end = 0;  // letters that it stands for
    Fit fit = Fit::exact;
    std::size_t syllables = 0;
    std::size_t place = 0;  // in the list
};

class OwnWords {
public:
    explicit OwnWords(const std::vector<domain::SoundedWord>& words);
    // Of words of two characters or more: for each at most its best fit at the farthest end. Better fits first; of
    // equal ones as listed.
    [[nodiscard]] std::vector<Found> find(std::string_view letters) const;

private:
    struct Word {
        std::string text;
        std::vector<std::string> syllables;
        std::vector<std::string> blurred;
    };
    std::vector<Word> words_;
};

}  // namespace courtyard::pinyin
