// "One" (yi1) and "not" (bu4) by what follows. Characters by code point, because code holds no words for people.
#include "app/speech/reader.hpp"

namespace courtyard::speech {
namespace {

constexpr char32_t kOne = 0x4E00, kNot = 0x4E0D, kGe = 0x4E2A;

}  // namespace

void settle_tones(std::vector<Unit>& units, const Rules& rules) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        Unit& unit = units[i];
        if (unit.settled || (unit.from != kOne && unit.from != kNot)) continue;
        const bool last = i + 1 == units.size() || unit.after != Pause::none;
        const char32_t before = i > 0 && units[i - 1].after == Pause::none ? units[i - 1].from : 0;
        const Unit* next = last ? nullptr : &units[i + 1];
        const bool between_same = next && before != 0 && before == next->from;  // look-one-look, be-not-be
        const bool falls = next && (tone_of(next->syllable) == '4' || (next->from == kGe && next->syllable == "ge5"));
        if (unit.from == kNot && unit.syllable == "bu4") {
            if (between_same)
                unit.syllable = "bu5";
            else if (falls)
                unit.syllable = "bu2";
        }
        if (unit.from == kOne && unit.syllable == "yi1") {
            if (!next || (before != 0 && has(rules.one_after, before)) || has(rules.one_before, next->from)) continue;
            if (next->from == kOne) continue;
            unit.syllable = between_same ? "yi5" : falls ? "yi2" : "yi4";
        }
        unit.settled = true;
    }
}

}  // namespace courtyard::speech
