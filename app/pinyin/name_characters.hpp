// Characters of names by sound: surnames first where a name begins, characters of given names after it, then everything
// that sounds so.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/domain/sounded_word.hpp"
#include "app/pinyin/sound_table.hpp"

namespace courtyard::pinyin {

enum class Part : std::uint8_t { any, surname, given };

struct Scored {
    std::u32string text;  // one character; of compound surnames two
    double score = 0;
};

class NameCharacters {
public:
    NameCharacters(const domain::TypingWords& words, const SoundTable& table);

    // Single characters for what was typed of a syllable, best first; fuzzy ones have a lower score.
    [[nodiscard]] std::vector<Scored> single(std::string_view typed, bool whole, Part part) const;
    // Surnames of two characters whose two syllables are these.
    [[nodiscard]] std::vector<std::u32string> compound(std::string_view first, std::string_view second) const;

private:
    void add_sound(std::string_view sound, double weight, bool whole, Part part,
                   std::unordered_map<char32_t, double>& scores) const;

    const SoundTable& table_;
    std::map<std::string, std::vector<std::string>, std::less<>> alike_;                 // blurred: syllables
    std::map<std::string, std::unordered_map<char32_t, double>, std::less<>> surnames_;  // syllable: character: score
    std::vector<std::pair<std::vector<std::string>, std::u32string>> compounds_;
    std::unordered_map<char32_t, double> given_;
};

}  // namespace courtyard::pinyin
