#include "app/domain/bank_account.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

base::Result<std::string> digits_of(std::string_view typed) {
    std::string text = half_width(trim(typed));
    std::erase(text, ' ');
    if (text.empty() || !std::all_of(text.begin(), text.end(), is_digit)) {
        return base::fail("account.digits", "an account number has something other than digits in it");
    }
    return text;
}

}  // namespace

bool luhn_holds(std::string_view digits) {
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return false;
    int sum = 0;
    bool is_doubled = false;
    for (auto at = digits.rbegin(); at != digits.rend(); ++at) {
        const int digit = (*at - '0') * (is_doubled ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
        is_doubled = !is_doubled;
    }
    return sum % 10 == 0;
}

base::Result<std::string> parse_card(std::string_view typed) {
    std::string text = TRY(digits_of(typed));
    if (text.size() < kCardDigitsMin || text.size() > kCardDigitsMax) {
        return base::fail("account.card_length", "a bank card number does not have 16 to 19 digits");
    }
    if (!luhn_holds(text))
        return base::fail("account.luhn",
                          "the last digit of a bank card number does not fit the others; one of them is wrong");
    return text;
}

base::Result<std::string> parse_account(std::string_view typed) {
    std::string text = TRY(digits_of(typed));
    if (text.size() < kAccountDigitsMin || text.size() > kAccountDigitsMax) {
        return base::fail("account.length", "an account number does not have 5 to 32 digits");
    }
    return text;
}

}  // namespace courtyard::domain
