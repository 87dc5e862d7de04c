#include "app/domain/sentence_end.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

// In UTF-8, three bytes each.
constexpr std::size_t kMark = 3;
constexpr std::array<std::string_view, 5> kGiveWay{"\xE3\x80\x82", "\xEF\xBC\x8C", "\xEF\xBC\x9B", "\xE3\x80\x81",
                                                   "\xEF\xBC\x9A"};  // full stop, comma, semicolon, list comma, colon
constexpr std::array<std::string_view, 2> kStay{"\xEF\xBC\x81", "\xEF\xBC\x9F"};  // "!" and "?", full width
constexpr std::array<std::string_view, 6> kClosing{"\xE2\x80\x9D", "\xE2\x80\x99", "\xE3\x80\x8B",
                                                   "\xEF\xBC\x89", "\xE3\x80\x8D", "\xE3\x80\x8F"};
constexpr std::string_view kStop = kGiveWay.front();

template <std::size_t N>
bool is_one(const std::array<std::string_view, N>& marks, std::string_view mark) {
    return std::find(marks.begin(), marks.end(), mark) != marks.end();
}

// How much of the text is closing marks.
std::size_t closed_until(std::string_view text) {
    std::size_t at = 0;
    while (is_one(kClosing, text.substr(at, kMark)))
        at += kMark;
    return at;
}

bool ends_with_one_of(std::string_view text, std::span<const std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(), [text](std::string_view mark) { return text.ends_with(mark); });
}

}  // namespace

void put_words(std::string& out, std::string_view words, std::string_view& rest) {
    const std::size_t closed = closed_until(rest);
    const std::string_view next = rest.substr(closed, kMark);
    const bool ends = is_one(kGiveWay, next) || is_one(kStay, next);
    std::string_view said = ends ? trim(words) : words;
    const auto last = [&said] { return said.substr(said.size() - std::min(kMark, said.size())); };
    while (ends && is_one(kGiveWay, last()))
        said.remove_suffix(kMark);
    out += said;
    if (next != kStop || !is_one(kStay, last())) return;
    out += rest.substr(0, closed);
    rest.remove_prefix(closed + kMark);
}

void end_sentence(std::string& words) {
    constexpr std::array<std::string_view, 7> kEnds{kStop, kStay[0], kStay[1], "\xE2\x80\xA6", ".", "!", "?"};
    std::string_view said = trim(words);
    std::string_view inside = said;
    while (ends_with_one_of(inside, kClosing))
        inside.remove_suffix(kMark);
    if (said.empty() || ends_with_one_of(inside, kEnds)) return;
    while (ends_with_one_of(said, kGiveWay))
        said.remove_suffix(kMark);
    words = std::string(said) + std::string(kStop);
}

}  // namespace courtyard::domain
