#include "app/speech/syllable.hpp"

#include <algorithm>
#include <array>

namespace courtyard::speech {
namespace {

constexpr std::array<std::string_view, 24> kInitials{"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g",
                                                     "k",  "h",  "j",  "q", "x", "r", "z", "c", "s", "y", "w", ""};
constexpr std::array<std::string_view, 39> kFinals{
    "a",   "o",   "e",   "ai", "ei",   "ao", "ou",   "an",  "en",   "ang", "eng", "ong",  "i",
    "ia",  "iao", "ie",  "iu", "ian",  "in", "iang", "ing", "iong", "io",  "u",   "ua",   "uo",
    "uai", "ui",  "uan", "un", "uang", "ue", "v",    "ve",  "er",   "van", "vn",  "ueng", "uen"};
// Sounds without a vowel, and the light ending of the north.
constexpr std::array<std::string_view, 7> kAlone{"m", "n", "ng", "hm", "hng", "r", "ê"};

template <class List>
bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool is_syllable(std::string_view text) {
    if (text.size() < 2 || text.back() < '1' || text.back() > '5') return false;
    text.remove_suffix(1);
    if (contains(kAlone, text)) return true;
    return std::any_of(kInitials.begin(), kInitials.end(), [text](std::string_view initial) {
        return text.starts_with(initial) && contains(kFinals, text.substr(initial.size()));
    });
}

Syllables parse_syllables(std::string_view text) {
    Syllables out;
    while (true) {
        const std::size_t blank = text.find(' ');
        const std::string_view one = text.substr(0, blank);
        if (!is_syllable(one)) return {};
        out.emplace_back(one);
        if (blank == std::string_view::npos) return out;
        text.remove_prefix(blank + 1);
    }
}

}  // namespace courtyard::speech
