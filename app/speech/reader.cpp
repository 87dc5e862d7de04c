#include "app/speech/reader.hpp"

#include <algorithm>

#include "app/speech/number_reader.hpp"
#include "app/speech/numbers.hpp"
#include "app/speech/points.hpp"

namespace courtyard::speech {
namespace {

constexpr char32_t kHao = 0x53F7;  // the sign that ends a case number
constexpr char32_t kLingSign = 0x3007;
constexpr std::size_t kCaseNumberMax = 28;  // characters between the year and that sign

constexpr std::u32string_view kStops = U"!?;\n\u3002";
constexpr std::u32string_view kBreaths = U",:()[]{}/\u3001\u3000\u2026\u2014\u2192\u3014\u3015|\u2022";
constexpr std::u32string_view kBrackets = U"(\u3014[";
constexpr std::u32string_view kStars = U"*\u25CF\u2022";

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

class Reader {
public:
    Reader(std::u32string_view text, const Tongue& tongue) : text_(text), tongue_(tongue) {}

    std::vector<Unit> read() {
        while (at_ < text_.size())
            step();
        settle_tones(out_, tongue_.rules);
        return std::move(out_);
    }

private:
    void step() {
        const char32_t c = text_[at_];
        if (in_case_number()) return;
        if (is_digit(c)) {
            const bool code = beside_letter();
            at_ = NumberReader(text_, tongue_.rules, out_).read(at_, code);
            return;
        }
        if (is_letter(c)) {
            for (const std::string& syllable : letter(static_cast<char>(c)))
                say(syllable);
            ++at_;
            return;
        }
        if (is_han(c)) return han();
        if (is_one_of(kStars, c)) return stars();
        sign(c);
        ++at_;
    }

    // 7K3M, F1, A4: digits among letters are no amount.
    [[nodiscard]] bool beside_letter() const {
        const auto part = [&](char32_t c) { return is_letter(c) || is_digit(c); };
        std::size_t from = at_, to = at_;
        const auto joined = [&](std::size_t i) {
            return part(text_[i]) || ((text_[i] == '-' || text_[i] == '.') && i > 0 && i + 1 < text_.size() &&
                                      part(text_[i - 1]) && part(text_[i + 1]));
        };
        while (from > 0 && joined(from - 1))
            --from;
        while (to < text_.size() && joined(to))
            ++to;
        return std::any_of(text_.begin() + static_cast<std::ptrdiff_t>(from),
                           text_.begin() + static_cast<std::ptrdiff_t>(to), is_letter);
    }

    // (2026)...123 and the sign of a number: every digit for itself.
    bool in_case_number() {
        if (at_ < case_end_) {
            if (!is_digit(text_[at_])) return false;
            at_ = NumberReader(text_, tongue_.rules, out_).read(at_, true);
            return true;
        }
        if (!is_one_of(kBrackets, text_[at_]) || at_ + 6 >= text_.size()) return false;
        for (std::size_t i = 1; i <= 4; ++i)
            if (!is_digit(text_[at_ + i])) return false;
        if (!is_one_of(U")\u3015]", text_[at_ + 5])) return false;
        const std::size_t found = text_.substr(0, std::min(text_.size(), at_ + kCaseNumberMax)).find(kHao, at_);
        if (found == std::u32string_view::npos) return false;
        for (std::size_t i = at_ + 6; i < found; ++i)
            if (!is_han(text_[i]) && !is_digit(text_[i]) && !is_letter(text_[i]) && text_[i] != ' ' && text_[i] != '-')
                return false;
        case_end_ = found;
        return false;
    }

    void han() {
        const std::u32string_view rest = text_.substr(at_);
        const Lexicon::Match court = tongue_.court.longest(rest);
        const Lexicon::Match word = tongue_.words.longest(rest);
        const bool by_court = court.characters > 0 && (court.characters >= word.characters || word.syllables.empty());
        const Lexicon::Match& match = by_court ? court : word;
        const std::size_t count = std::max<std::size_t>(match.characters, 1);
        for (std::size_t i = 0; i < count; ++i) {
            if (i < match.syllables.size())
                out_.push_back({match.syllables[i], Pause::none, rest[i], by_court});
            else
                alone(rest[i]);
        }
        at_ += count;
    }

    void alone(char32_t c) {
        if (const std::string_view reading = tongue_.characters.reading(c); !reading.empty())
            out_.push_back({std::string(reading), Pause::none, c, c == kLingSign});
        else
            say(tongue_.unknown);
    }

    void stars() {
        std::size_t end = at_;
        while (end < text_.size() && is_one_of(kStars, text_[end]))
            ++end;
        const bool name = end - at_ <= 2 && text_[at_] == '*' &&
                          ((at_ > 0 && is_han(text_[at_ - 1])) || (end < text_.size() && is_han(text_[end])));
        if (text_[at_] == '*') {
            if (name)
                for (std::size_t i = at_; i < end; ++i)
                    say(tongue_.somebody);
            else if (end - at_ > 1)
                pause(Pause::breath), say(tongue_.hidden), pause(Pause::breath);
        } else {
            pause(Pause::breath);
        }
        at_ = end;
    }

    void sign(char32_t c) {
        if (is_one_of(kStops, c)) return pause(Pause::stop);
        if (c == '.' && (at_ + 1 == text_.size() || text_[at_ + 1] == ' ' || text_[at_ + 1] == '\n'))
            return pause(Pause::stop);
        if (is_one_of(kBreaths, c)) return pause(Pause::breath);
        switch (c) {
            case '-': return pause(Pause::breath);
            case ' ': return between_groups();
            case '+': return say("jia1");
            case '=': return say(Syllables{"deng3", "yu2"});
            case '&': return say("he2");
            case '%': return say(Syllables{"bai3", "fen1", "hao4"});
            case 0x00D7: return say("cheng2");
            case 0x2103: return say(Syllables{"she4", "shi4", "du4"});
            case 0x33A1: return say(Syllables{"ping2", "fang1", "mi3"});
            case 0x00A5:
            case 0x20AC: return money_sign();
            default: break;
        }
        if (c >= 0x2460 && c <= 0x2473) {  // numbers in circles
            say(cardinal(std::to_string(c - 0x2460 + 1)));
            pause(Pause::breath);
        }
        // Quotation marks, titles, the dot in names, what nobody says: nothing.
    }

    // 7K3M 9QXT: groups of a number or code; between words a blank is nothing.
    void between_groups() {
        const auto part = [](char32_t one) { return is_letter(one) || is_digit(one); };
        if (at_ > 0 && at_ + 1 < text_.size() && part(text_[at_ - 1]) && part(text_[at_ + 1])) pause(Pause::breath);
    }

    // The unit is said behind the number.
    void money_sign() {
        const bool yuan = text_[at_] == 0x00A5;
        std::size_t next = at_ + 1;
        while (next < text_.size() && text_[next] == ' ')
            ++next;
        if (next >= text_.size() || !is_digit(text_[next])) return;
        at_ = NumberReader(text_, tongue_.rules, out_).amount(next) - 1;
        say(yuan ? Syllables{"yuan2"} : Syllables{"ou1", "yuan2"});
    }

    void say(std::string_view syllable) { out_.push_back({std::string(syllable), Pause::none, 0, true}); }
    void say(const Syllables& syllables) {
        for (const std::string& syllable : syllables)
            say(syllable);
    }
    void pause(Pause kind) {
        if (!out_.empty()) out_.back().after = std::max(out_.back().after, kind);
    }

    std::u32string_view text_;
    const Tongue& tongue_;
    std::size_t at_ = 0;
    std::size_t case_end_ = 0;
    std::vector<Unit> out_;
};

}  // namespace

std::vector<Unit> read_units(std::string_view text, const Tongue& tongue) {
    const std::u32string points = points_of(text);
    return Reader(points, tongue).read();
}

std::vector<Sentence> read_aloud(std::string_view text, const Tongue& tongue) {
    std::vector<Sentence> out;
    Sentence now;
    const auto end = [&] {
        if (now.syllables == 0) return;
        now.pinyin += '.';
        out.push_back(std::move(now));
        now = {};
    };
    bool comma = false;
    for (const Unit& unit : read_units(text, tongue)) {
        if (now.syllables > 0) now.pinyin += comma ? ", " : " ";
        now.pinyin += unit.syllable;
        ++now.syllables;
        comma = unit.after == Pause::breath;
        const bool long_enough = now.syllables >= kSentenceMax || (comma && now.syllables >= kSentenceMax * 2 / 3);
        if (unit.after == Pause::stop || long_enough) end();
    }
    end();
    return out;
}

std::string pinyin_of(std::string_view text, const Tongue& tongue) {
    std::string out;
    for (const Sentence& sentence : read_aloud(text, tongue))
        out += (out.empty() ? "" : " ") + sentence.pinyin;
    return out;
}

}  // namespace courtyard::speech
