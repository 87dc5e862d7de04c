// Text as people see it becomes toned pinyin as the synthesiser says it: characters by words, numbers as amounts,
// dates, times or digit by digit, Latin letters by name, marks as pauses. Pure: tables and text in, syllables out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/speech/readings.hpp"
#include "app/speech/rules.hpp"

namespace courtyard::speech {

// Everything that decides how a text is read.
struct Tongue {
    Characters characters;
    Lexicon words;  // of the language
    Rules rules;
    Lexicon court;       // of the pack: before `words`, and as written (no change of tone)
    Syllables unknown;   // said for a character whose reading nobody knows; empty: silence
    Syllables hidden;    // said for digits behind ****; empty: a pause
    Syllables somebody;  // said for one * in a name
};

enum class Pause : unsigned char { none, breath, stop };  // nothing, as at a comma, as at the end of a sentence

struct Unit {
    std::string syllable;  // empty: only a pause
    Pause after = Pause::none;
    char32_t from = 0;     // the character, 0 for what is no character of the text
    bool settled = false;  // the tone is final
};

// A sentence or clause, short enough for one go of the synthesiser.
struct Sentence {
    std::string pinyin;  // "yin2 hang2, huan2 qian2." - syllables, commas, one full stop: never anything else
    std::size_t syllables = 0;
};

inline constexpr std::size_t kSentenceMax = 120;  // syllables; longer ones are cut at a pause, or anywhere

[[nodiscard]] std::vector<Unit> read_units(std::string_view text, const Tongue& tongue);
[[nodiscard]] std::vector<Sentence> read_aloud(std::string_view text, const Tongue& tongue);
// One character or sign by itself, as when it was chosen: its reading; empty when there is none.
[[nodiscard]] std::string pinyin_of(std::string_view text, const Tongue& tongue);

// "One" and "not" take the tone that what follows asks for. Third tones are left to the synthesiser, which does them
// well.
void settle_tones(std::vector<Unit>& units, const Rules& rules);

}  // namespace courtyard::speech
