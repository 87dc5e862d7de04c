#include "app/domain/case_number.hpp"

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

constexpr std::u32string_view kJudicialAid = U"\u53F8\u6551";
constexpr std::u32string_view kPetitionAid = U"\u53F8\u6551\u8BBF";

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_han(char32_t c) { return is_one_of(han_of_case_numbers(), c); }
bool is_open(char32_t c) { return c == U'(' || c == U'[' || c == 0xFF08 || c == 0x3014 || c == 0x3010; }
bool is_close(char32_t c) { return c == U')' || c == U']' || c == 0xFF09 || c == 0x3015 || c == 0x3011; }

class Reader {
public:
    explicit Reader(std::u32string_view text) : rest_(text) {}
    template <class Test>
    std::u32string_view take(Test test, std::size_t count_max) {
        std::size_t count = 0;
        while (count < rest_.size() && count < count_max && test(rest_[count]))
            ++count;
        const std::u32string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    bool take_start(std::u32string_view start) {
        if (!rest_.starts_with(start)) return false;
        rest_.remove_prefix(start.size());
        return true;
    }
    [[nodiscard]] std::u32string_view rest() const { return rest_; }

private:
    std::u32string_view rest_;
};

std::u32string without_spaces(std::u32string text) {
    std::erase_if(text, [](char32_t c) { return c == U' ' || c == 0xA0; });
    return text;
}

}  // namespace

base::Result<CaseNumber> CaseNumber::parse(std::string_view typed, int year_max) {
    const auto wrong = [] {
        return base::fail("case_number.format", "a case number does not have the form (year) court, kind, number");
    };
    const std::optional<std::u32string> points = code_points(half_width(trim(typed)));
    if (!points) return wrong();
    const std::u32string text = without_spaces(*points);

    Reader reader(text);
    const bool has_open = !reader.take(is_open, 1).empty();
    const std::u32string_view year_digits = reader.take(is_digit, 4);
    const bool has_close = !reader.take(is_close, 1).empty();
    if (!has_open || !has_close || year_digits.size() != 4) return wrong();
    int year = 0;
    for (const char32_t digit : year_digits)
        year = year * 10 + static_cast<int>(digit - U'0');

    // One character for the province (three for the supreme court), digits of the court, then the kind: without digits
    // in between, as for a high court, the first character is the court and the rest the kind.
    std::u32string court;
    if (reader.take_start(kCaseSupremeCourt)) {
        court = kCaseSupremeCourt;
    } else {
        court = reader.take(is_han, 1);
        court += reader.take(is_digit, kCaseCourtDigitsMax);
    }
    const std::u32string_view kind = reader.take(is_han, kCaseKindHanMax);
    const std::u32string_view number = reader.take(is_digit, kCaseDigitsMax);
    if (court.empty() || !is_han(court.front()) || kind.empty() || number.empty() ||
        !reader.take_start(std::u32string(1, kCaseSign)))
        return wrong();
    std::u32string part;
    if (reader.take_start(kCasePartOf)) {
        part = std::u32string(kCasePartOf) + std::u32string(reader.take(is_han, kCasePartHanMax));
        if (part.size() == kCasePartOf.size()) return wrong();
    }
    if (!reader.rest().empty()) return wrong();
    if (year < kCaseYearMin || year > year_max)
        return base::fail("case_number.year", "the year of a case number lies before 1949 or in the future");

    CaseNumber result;
    result.year_ = year;
    result.court_ = utf8(court);
    result.kind_ = utf8(kind);
    result.text_ = utf8(U"\uFF08" + std::u32string(year_digits) + U"\uFF09" + court + std::u32string(kind) +
                        std::u32string(number) + kCaseSign + part);
    return result;
}

bool is_case_court(std::string_view text) {
    const auto number = CaseNumber::parse(
        utf8(U"\uFF082026\uFF09") + std::string(text) + utf8(kJudicialAid) + "1" + utf8(std::u32string(1, kCaseSign)),
        2026);
    return number && number->court() == text;
}

std::string plain_case_number(std::string_view typed) {
    constexpr int kYearMax = 9999;  // whether the year has come is not asked here
    const auto number = CaseNumber::parse(typed, kYearMax);
    return number ? number->text() : std::string(typed);
}

bool CaseNumber::is_judicial_aid() const { return kind_.starts_with(utf8(kJudicialAid)); }
bool CaseNumber::is_petition_aid() const { return kind_ == utf8(kPetitionAid); }

}  // namespace courtyard::domain
