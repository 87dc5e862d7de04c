// Case numbers of Chinese courts (V-CASE): year in brackets, court code, kind, number. Half- and full-width forms are
// accepted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::domain {

// The grammar: bracket, year, bracket, then the supreme court's three characters, or one character and up to four
// digits of another court; kind, number, the sign, and for a part of a case the word for it and its own number in
// words.
inline constexpr int kCaseYearMin = 1949;
inline constexpr std::size_t kCaseCourtDigitsMax = 4;
inline constexpr std::size_t kCaseKindHanMax = 8;
inline constexpr std::size_t kCaseDigitsMax = 8;
inline constexpr std::size_t kCasePartHanMax = 3;
inline constexpr char32_t kCaseSign = U'\u53F7';
inline constexpr std::u32string_view kCaseSupremeCourt = U"\u6700\u9AD8\u6CD5";
inline constexpr std::u32string_view kCasePartOf = U"\u4E4B";  // "one of": parts of one case

class CaseNumber {
public:
    // `year_max` is today's year. "case_number.format", "case_number.year" (before 1949 or after year_max).
    [[nodiscard]] static base::Result<CaseNumber> parse(std::string_view text, int year_max);

    [[nodiscard]] const std::string& text() const { return text_; }  // full-width round brackets, half-width digits
    [[nodiscard]] int year() const { return year_; }
    [[nodiscard]] const std::string& court() const { return court_; }  // the court's characters and up to four digits
    [[nodiscard]] const std::string& kind() const { return kind_; }
    [[nodiscard]] bool is_judicial_aid() const;  // kinds of the form "judicial aid, criminal/civil/..."
    [[nodiscard]] bool is_petition_aid() const;  // of them, that for who petitions about a lawsuit

    friend bool operator==(const CaseNumber&, const CaseNumber&) = default;

private:
    CaseNumber() = default;
    std::string text_, court_, kind_;
    int year_ = 0;
};

// How a court is named in its case numbers: as CaseNumber::court() says it.
[[nodiscard]] bool is_case_court(std::string_view text);

// As the courts write it, whatever brackets and digits somebody typed; other texts stay as they are.
[[nodiscard]] std::string plain_case_number(std::string_view typed);

}  // namespace courtyard::domain
