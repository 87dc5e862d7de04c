#include "app/domain/double_aid.hpp"

#include <algorithm>

#include "app/domain/case_number.hpp"
#include "app/domain/characters.hpp"
#include "app/domain/identity_number.hpp"
#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

constexpr std::size_t kOldSize = 15;
constexpr std::size_t kDocumentMin = 5;
constexpr std::size_t kDocumentMax = 40;
constexpr std::size_t kCaseMax = 120;  // characters
constexpr int kAnyYear = 9'999;
// Before 2016 these stood between kind and number: "character", "number".
constexpr std::u32string_view kOldWords = U"\u5B57\u7B2C";

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_one(char32_t c, std::u32string_view of) { return of.find(c) != std::u32string_view::npos; }

bool are_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string in_eighteen(const std::string& old) {
    const std::string first17 = old.substr(0, 6) + "19" + old.substr(6);
    return first17 + identity_check_character(first17);
}

// One spelling of what can be spelled in several ways, whatever the text is: all but the brackets is taken from
// half_width.
std::u32string plain(std::string_view typed) {
    std::u32string out;
    for (char32_t c : code_points(half_width(typed)).value_or(std::u32string{})) {
        if (is_one(c, U" \u00A0\t\n\r\u2002\u2003\u2009\u200B")) continue;
        if (is_one(c, U"[\u3014\u3010\uFF3B\u2768\uFF08{\u3016")) c = U'(';
        if (is_one(c, U"]\u3015\u3011\uFF3D\u2769\uFF09}\u3017")) c = U')';
        if (c >= U'a' && c <= U'z') c = c - U'a' + U'A';
        out += c;
    }
    return out;
}

// With the brackets and the last sign that people leave out.
std::optional<CaseNumber> number_of(std::u32string text) {
    constexpr std::size_t kYear = 4;
    const auto is_year = [&] {
        return text.size() > kYear && std::all_of(text.begin(), text.begin() + kYear, is_digit);
    };
    if (is_year() && !is_digit(text[kYear])) text = U"(" + text.substr(0, kYear) + U")" + text.substr(kYear);
    if (is_digit(text.back())) text += kCaseSign;
    auto number = CaseNumber::parse(utf8(text), kAnyYear);
    return number ? std::optional<CaseNumber>(std::move(*number)) : std::nullopt;
}

// The first run of digits after the kind is the case's number: year and court stand before it.
std::u32string without_old_spelling(std::u32string_view text, std::size_t kind_end) {
    std::u32string out(text.substr(0, kind_end));
    while (!out.empty() && is_one(out.back(), kOldWords))
        out.pop_back();
    std::size_t at = kind_end;
    while (at + 1 < text.size() && text[at] == U'0' && is_digit(text[at + 1]))
        ++at;
    while (at < text.size() && is_digit(text[at]))
        out += text[at++];
    return out;
}

}  // namespace

std::optional<std::string> same_person_text(std::string_view typed) {
    std::string out;
    for (const char32_t c : plain(typed))
        if (is_digit(c) || (c >= U'A' && c <= U'Z')) out += static_cast<char>(c);
    if (out.size() == kOldSize && are_digits(out)) return in_eighteen(out);
    if (out.size() < kDocumentMin || out.size() > kDocumentMax) return std::nullopt;
    return out;
}

std::optional<std::string> same_case_text(std::string_view typed) {
    const std::u32string text = plain(typed);
    if (text.empty() || text.size() > kCaseMax) return std::nullopt;
    const auto number = number_of(text);
    if (!number) return utf8(text);
    // Bracket, four digits, bracket; then the court, then the kind.
    constexpr std::size_t kYear = 6;
    const std::size_t court = code_points(number->court())->size(), kind = code_points(number->kind())->size();
    return utf8(without_old_spelling(*code_points(number->text()), kYear + court + kind));
}

}  // namespace courtyard::domain
