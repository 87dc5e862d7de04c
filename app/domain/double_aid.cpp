#include "app/domain/double_aid.hpp"

#include <algorithm>

#include "app/domain/identity_number.hpp"
#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

constexpr std::size_t kOldSize = 15;
constexpr std::size_t kDocumentMin = 5;
constexpr std::size_t kDocumentMax = 40;
// What other keyboards write for the X at the end: a sign of multiplication, a Roman ten, Greek and Russian letters.
constexpr std::u32string_view kLikeX = U"\u00D7\u2169\u2179\u03A7\u03C7\u0425\u0445\u2715\u2716";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool are_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

std::string in_eighteen(const std::string& old) {
    const std::string first17 = old.substr(0, 6) + "19" + old.substr(6);
    return first17 + identity_check_character(first17);
}

// H or M, eight digits of the person, two that count the renewals.
bool is_renewed_permit(std::string_view text) {
    constexpr std::size_t kSize = 11;
    return text.size() == kSize && (text.front() == 'H' || text.front() == 'M') && are_digits(text.substr(1));
}

}  // namespace

std::optional<std::string> same_person_text(std::string_view typed) {
    constexpr std::size_t kPermitSize = 9;
    std::string out;
    for (char32_t c : code_points(half_width(typed)).value_or(std::u32string{})) {
        if (kLikeX.find(c) != std::u32string_view::npos) c = U'X';
        if (c >= U'a' && c <= U'z') c = c - U'a' + U'A';
        if ((c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z')) out += static_cast<char>(c);
    }
    if (out.size() == kOldSize && are_digits(out)) return in_eighteen(out);
    if (is_renewed_permit(out)) return out.substr(0, kPermitSize);
    const bool has_digit = std::any_of(out.begin(), out.end(), is_digit);
    if (!has_digit || out.size() < kDocumentMin || out.size() > kDocumentMax) return std::nullopt;
    return out;
}

std::optional<std::string> same_case_text(std::string_view typed) {
    std::vector<std::string> all = same_case_texts(typed);
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

}  // namespace courtyard::domain
