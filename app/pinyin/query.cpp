#include "app/pinyin/query.hpp"

#include <algorithm>
#include <limits>

#include "app/domain/sounded_word.hpp"

namespace courtyard::pinyin {

namespace {

constexpr std::size_t kSyllableMax = 6;  // "zhuang"
constexpr std::string_view kInitials = "bpmfdtnlgkhjqxrzcsyw";

bool begins_a_syllable(std::string_view letters) {
    const auto& all = domain::pinyin_syllables();
    const auto found = std::lower_bound(all.begin(), all.end(), letters);
    return found != all.end() && found->starts_with(letters);
}

// What it costs to take letters for one piece; 0: they cannot be one.
int cost(std::string_view letters, bool at_the_end) {
    if (domain::is_pinyin_syllable(letters)) return 100;
    if (letters.size() == 1) return kInitials.find(letters.front()) != std::string_view::npos ? 250 : 0;
    if (letters == "zh" || letters == "ch" || letters == "sh") return 240;
    return at_the_end && begins_a_syllable(letters) ? 180 : 0;
}

bool replace_tail(std::string& syllable, std::string_view from, std::string_view to) {
    if (!syllable.ends_with(from)) return false;
    syllable.replace(syllable.size() - from.size(), from.size(), to);
    return true;
}

}  // namespace

Query query_of(std::string_view typed) {
    Query query;
    query.typed.push_back(0);
    const auto add = [&query](char letter, std::size_t end) {
        query.letters.push_back(letter);
        query.typed.push_back(end);
    };
    for (std::size_t at = 0; at < typed.size() && query.letters.size() < kLettersMax;) {
        const auto rest = typed.substr(at);
        const char c = rest.front();
        const bool after_letter = !query.letters.empty() && query.letters.back() != '\'';
        if (rest.starts_with("\xC3\xBC") || rest.starts_with("\xC3\x9C") || rest.starts_with("u:")) {
            at += 2;
            add('v', at);
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            add(c >= 'a' ? c : static_cast<char>(c - 'A' + 'a'), ++at);
        } else if (c == ' ' || c == '\'' || (c >= '1' && c <= '5' && after_letter) ||
                   rest.starts_with("\xE2\x80\x99")) {
            at += c == '\xE2' ? 3 : 1;
            if (after_letter)
                add('\'', at);
            else
                query.typed.back() = at;
        } else {
            break;
        }
    }
    return query;
}

std::vector<Piece> pieces_of(std::string_view letters) {
    constexpr int kNever = std::numeric_limits<int>::max();
    const std::size_t size = letters.size();
    // From behind: the least cost from each place to the farthest place that can be reached from the front.
    std::vector<bool> reached(size + 1, false);
    reached[0] = true;
    std::size_t farthest = 0;
    const auto each = [&](std::size_t from, const auto& take) {
        if (letters[from] == '\'') return take(from + 1, 0);
        for (std::size_t end = from + 1; end <= std::min(size, from + kSyllableMax); ++end) {
            const bool last = end == size || letters[end] == '\'';
            if (const int price = cost(letters.substr(from, end - from), last); price != 0) take(end, price);
        }
    };
    for (std::size_t from = 0; from < size; ++from) {
        if (!reached[from]) continue;
        each(from, [&](std::size_t end, int) {
            reached[end] = true;
            farthest = std::max(farthest, end);
        });
    }
    std::vector<int> least(farthest + 1, kNever);
    std::vector<std::size_t> next(farthest + 1, 0);
    least[farthest] = 0;
    for (std::size_t from = farthest; from-- > 0;) {
        each(from, [&](std::size_t end, int price) {
            if (end > farthest || least[end] == kNever) return;
            if (least[end] + price > least[from]) return;  // of equal ones the longer first syllable
            least[from] = least[end] + price;
            next[from] = end;
        });
    }
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < farthest && least[at] != kNever; at = next[at]) {
        if (letters[at] == '\'') continue;
        pieces.push_back({at, next[at], domain::is_pinyin_syllable(letters.substr(at, next[at] - at))});
    }
    return pieces;
}

std::string blurred(std::string_view syllable) {
    std::string out(syllable);
    if (out.size() > 1 && out[1] == 'h' && (out[0] == 'z' || out[0] == 'c' || out[0] == 's')) out.erase(1, 1);
    if (!out.empty() && out[0] == 'n') out[0] = 'l';
    if (!replace_tail(out, "ang", "an") && !replace_tail(out, "eng", "en")) replace_tail(out, "ing", "in");
    std::replace(out.begin(), out.end(), 'v', 'u');
    return out;
}

}  // namespace courtyard::pinyin
