#include "app/domain/whole_number.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::domain {

base::Result<std::int64_t> parse_whole_number(std::string_view typed) {
    const auto wrong = [] {
        return base::fail("integer.format", "a whole number has something else in it than digits");
    };
    const std::string half = half_width(trim(typed));
    std::string_view digits = half;
    const bool is_negative = digits.starts_with('-');
    if (is_negative) digits.remove_prefix(1);
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return wrong();
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() > kWholeNumberDigitsMax || (is_negative && digits.empty())) return wrong();
    std::int64_t number = 0;
    for (const char c : digits)
        number = number * 10 + (c - '0');
    return is_negative ? -number : number;
}

}  // namespace courtyard::domain
