#include "app/cases/sounded_text.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::cases {

namespace {

bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }

// Blanks, brackets of all kinds, hyphens, dots, apostrophes: whoever searches leaves them out or types others.
bool is_between(char32_t c) {
    constexpr std::u32string_view kBetween =
        U" \t\r\n()[]<>'-_.,:\"\u00A0\u00B7\u2018\u2019\u2010\u2011\u2012\u2013\u2014\u2022\u2027\u3000\u3008\u3009"
        U"\u300A\u300B\u3010\u3011\u3014\u3015\u30FB\uFF3B\uFF3D";
    return kBetween.find(c) != std::u32string_view::npos;
}

// \u00FC and its capital, with and without a tone: "v" on keyboards that have no such letter.
bool is_umlaut(char32_t c) { return c == 0xFC || c == 0xDC || (c >= 0x1D5 && c <= 0x1DC); }

char32_t plain(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (is_umlaut(c)) return U'v';
    return c >= U'A' && c <= U'Z' ? c + 32 : c;
}

// "lv" is typed as lv, lu or lyu, whoever typed it; and "er", which writes the r of other languages' names, as r.
void add_spellings(std::vector<std::string>& all, const std::string& syllable) {
    const std::size_t umlaut = syllable.find('v');
    all.push_back(syllable);
    if (syllable == "er") all.emplace_back("r");
    if (umlaut == std::string::npos) return;
    for (const char* as : {"u", "yu"})
        all.push_back(syllable.substr(0, umlaut) + as + syllable.substr(umlaut + 1));
}

std::size_t common(std::u32string_view typed, std::string_view syllable) {
    std::size_t n = 0;
    while (n < typed.size() && n < syllable.size() && typed[n] == static_cast<char32_t>(syllable[n]))
        ++n;
    return n;
}

// How many letters stand for a syllable by its beginning: one, or two of zh, ch, sh.
std::size_t initial_size(std::string_view syllable) { return syllable.size() > 1 && syllable[1] == 'h' ? 2 : 1; }

}  // namespace

std::u32string searchable(std::string_view utf8) {
    std::u32string out;
    for (char32_t c : domain::code_points(utf8).value_or(std::u32string{})) {
        c = plain(c);
        constexpr char32_t kPointsAbove = 0x308;  // on the letter before it
        if (c == kPointsAbove) {
            if (!out.empty() && out.back() == U'u') out.back() = U'v';
            continue;
        }
        if (!is_between(c)) out.push_back(c);
    }
    return out;
}

Fit fit_in(std::u32string_view text, std::u32string_view typed) {
    const std::size_t at = text.find(typed);
    if (at == std::u32string_view::npos) return Fit::None;
    if (at > 0) return Fit::Inside;
    return text.size() == typed.size() ? Fit::Whole : Fit::Prefix;
}

SoundedText::SoundedText(std::string_view utf8, const Readings& readings) : characters_(searchable(utf8)) {
    for (const char32_t c : characters_) {
        std::vector<std::string> all;
        if (!is_letter(c))
            for (const std::string& syllable : readings(c))
                if (!syllable.empty() && is_letter(static_cast<unsigned char>(syllable.front())))
                    add_spellings(all, syllable);
        std::uint32_t letters = 0;
        for (const std::string& syllable : all)
            letters |= std::uint32_t{1} << (static_cast<unsigned char>(syllable.front()) - 'a');
        first_letters_.push_back(letters);
        sort_key_ += all.empty() ? domain::utf8(std::u32string_view(&c, 1)) : all.front() + " ";
        readings_.push_back(std::move(all));
    }
}

Fit SoundedText::fit(std::u32string_view typed) const {
    if (typed.empty() || typed.size() > kTypedMax) return Fit::None;
    if (matches(typed, 0, false)) return matches(typed, 0, true) ? Fit::Whole : Fit::Prefix;
    for (std::size_t place = 1; place < characters_.size(); ++place)
        if (matches(typed, place, false)) return Fit::Inside;
    return Fit::None;
}

bool SoundedText::may_begin(char32_t first, std::size_t place) const {
    if (place >= characters_.size()) return false;
    if (first == characters_[place]) return true;
    return is_letter(first) && (first_letters_[place] >> (first - U'a') & 1U) != 0;
}

// Walks along the characters with all the places in what was typed to which they may have led, as bits: a name that is
// one sound many times costs no more than any other.
bool SoundedText::matches(std::u32string_view typed, std::size_t place, bool to_end) const {
    if (!may_begin(typed.front(), place)) return false;
    const std::uint64_t all = std::uint64_t{1} << typed.size();
    std::uint64_t reached = 1;
    for (; place < characters_.size() && reached != 0; ++place) {
        std::uint64_t next = 0;
        for (std::size_t at = 0; at < typed.size(); ++at)
            if ((reached >> at & 1U) != 0) next |= steps(typed, at, place, to_end);
        if (!to_end && (next & all) != 0) return true;
        reached = next;
    }
    return to_end && (reached & all) != 0;
}

// A whole syllable or its beginning, and then the next character; or, at the end of what was typed, any part of it. A
// syllable that was begun does not make the whole, unless by its initial: "stj" is all of three characters.
std::uint64_t SoundedText::steps(std::u32string_view typed, std::size_t at, std::size_t place, bool to_end) const {
    const auto bit = [](std::size_t n) { return std::uint64_t{1} << n; };
    std::uint64_t out = typed[at] == characters_[place] ? bit(at + 1) : 0;
    if (!is_letter(typed[at])) return out;
    for (const std::string& syllable : readings_[place]) {
        const std::size_t n = common(typed.substr(at), syllable);
        if (n == 0) continue;
        out |= bit(at + 1);
        if (n == syllable.size() || (!to_end && at + n == typed.size())) out |= bit(at + n);
        if (initial_size(syllable) == 2 && n >= 2) out |= bit(at + 2);
    }
    return out;
}

}  // namespace courtyard::cases
