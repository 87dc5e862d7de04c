#include "app/speech/readings.hpp"

#include <algorithm>

#include "app/speech/points.hpp"

namespace courtyard::speech {
namespace {

// Calls with every line and its number from 1; ends early when the call returns false.
template <class Call>
bool each_line(std::string_view text, Call call) {
    for (int number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (!line.empty() && !call(line, number)) return false;
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return true;
}

std::size_t count_syllables(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

}  // namespace

base::Result<Characters> Characters::parse(std::string_view text) {
    Characters out;
    out.entries_.reserve(48'000);
    int wrong = 0;
    const bool sound = each_line(text, [&](std::string_view line, int number) {
        const std::size_t blank = line.find(' ');
        if (blank == std::string_view::npos || !is_syllable(line.substr(0, blank))) {
            wrong = number;
            return false;
        }
        const auto syllable = static_cast<std::uint16_t>(out.syllables_.size());
        out.syllables_.emplace_back(line.substr(0, blank));
        for (const char32_t c : points_of(line.substr(blank + 1)))
            out.entries_.push_back({c, syllable});
        return true;
    });
    if (!sound)
        return base::fail("speech.readings",
                          "readings.txt: line " + std::to_string(wrong) + " begins with no syllable");
    std::sort(out.entries_.begin(), out.entries_.end(),
              [](const Entry& a, const Entry& b) { return a.character < b.character; });
    return out;
}

std::string_view Characters::reading(char32_t character) const {
    const auto found = std::lower_bound(entries_.begin(), entries_.end(), character,
                                        [](const Entry& entry, char32_t c) { return entry.character < c; });
    if (found == entries_.end() || found->character != character) return {};
    return syllables_[found->syllable];
}

base::Result<Lexicon> Lexicon::parse(std::string text) {
    Lexicon out;
    out.lines_.reserve(48'000);
    int wrong = 0;
    const bool sound = each_line(text, [&](std::string_view line, int number) {
        const std::size_t blank = line.find(' ');
        wrong = number;
        const std::string_view word = line.substr(0, blank);
        const std::string_view syllables = blank == std::string_view::npos ? "" : line.substr(blank + 1);
        const std::size_t characters = points_of(word).size();
        if (characters == 0 || characters > kWordMax) return false;
        if (!syllables.empty() && count_syllables(syllables) != characters) return false;
        if (!out.lines_.empty() && !(out.lines_.back().word < word)) return false;
        out.longest_ = std::max(out.longest_, characters);
        out.lines_.push_back({std::string(word), std::string(syllables)});
        return true;
    });
    if (!sound)
        return base::fail("speech.words", "words.txt: line " + std::to_string(wrong) +
                                              " is no word with a syllable for each character, or out of order");
    return out;
}

Lexicon Lexicon::of(const std::map<std::string, std::string, std::less<>>& words) {
    Lexicon out;
    for (const auto& [word, syllables] : words) {
        if (!why_no_word(word, syllables).empty()) continue;
        out.longest_ = std::max(out.longest_, points_of(word).size());
        out.lines_.push_back({word, syllables});
    }
    return out;
}

Lexicon::Match Lexicon::longest(std::u32string_view text) const {
    // The part of the list that begins with the first character; longer beginnings lie inside it.
    const std::string head = text.empty() ? std::string{} : utf8_of(text.substr(0, 1));
    const auto begins = [](const Line& line, const std::string& w) { return line.word < w; };
    const auto from = std::lower_bound(lines_.begin(), lines_.end(), head, begins);
    if (from == lines_.end() || !from->word.starts_with(head)) return {};
    for (std::size_t length = std::min(longest_, text.size()); length >= 1; --length) {
        const std::string word = utf8_of(text.substr(0, length));
        const auto found = std::lower_bound(from, lines_.end(), word, begins);
        if (found == lines_.end() || found->word != word) continue;
        return {length, found->syllables.empty() ? Syllables{} : parse_syllables(found->syllables)};
    }
    return {};
}

std::string why_no_word(std::string_view word, std::string_view syllables) {
    const std::u32string points = points_of(word);
    if (points.empty() || points.size() > Lexicon::kWordMax)
        return "a word has 1 to " + std::to_string(Lexicon::kWordMax) + " characters";
    if (!std::all_of(points.begin(), points.end(), is_han)) return "a word is made of Han characters only";
    const Syllables read = parse_syllables(syllables);
    if (read.empty()) return "write it as syllables with a tone from 1 to 5 (5 = light), such as \"yin2 hang2\"";
    if (read.size() != points.size())
        return "it has " + std::to_string(points.size()) + " characters, but " + std::to_string(read.size()) +
               " syllables";
    return {};
}

}  // namespace courtyard::speech
