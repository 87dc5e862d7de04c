#include "app/domain/sentence_end.hpp"

#include <algorithm>
#include <array>

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

}  // namespace courtyard::domain
