#include "app/domain/phone.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool are_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool is_mobile(std::string_view text) {
    return text.size() == 11 && are_digits(text) && text[0] == '1' && text[1] >= '3';
}

// An area code of three or four digits, then seven or eight; without a hyphen the whole has 10 to 12 digits.
bool is_land_line(std::string_view text) {
    if (!text.starts_with('0')) return false;
    const std::size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos) return are_digits(text) && text.size() >= 10 && text.size() <= 12;
    const std::string_view area = text.substr(0, hyphen);
    const std::string_view local = text.substr(hyphen + 1);
    return are_digits(area) && are_digits(local) && (area.size() == 3 || area.size() == 4) &&
           (local.size() == 7 || local.size() == 8);
}

}  // namespace

base::Result<std::string> parse_phone(std::string_view typed) {
    std::string text = half_width(trim(typed));
    std::erase(text, ' ');
    if (text.starts_with("+86")) text.erase(0, text.starts_with("+86-") ? 4 : 3);
    if (is_land_line(text)) return text;
    std::string digits = text;
    std::erase(digits, '-');
    if (is_mobile(digits)) return digits;
    return base::fail("phone.format",
                      "a telephone number is neither a mobile number of 11 digits nor a land line with its area code");
}

}  // namespace courtyard::domain
