#include "app/domain/credit_code.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

// Weights are the powers of three, modulo 31.
std::size_t check_value(std::string_view first17) {
    std::size_t sum = 0, weight = 1;
    for (const char c : first17) {
        sum += kCreditCodeCharacters.find(c) * weight;
        weight = weight * 3 % kCreditCodeCharacters.size();
    }
    return (kCreditCodeCharacters.size() - sum % kCreditCodeCharacters.size()) % kCreditCodeCharacters.size();
}

}  // namespace

base::Result<std::string> parse_credit_code(std::string_view typed) {
    std::string text = half_width(trim(typed));
    std::erase_if(text, [](char c) { return c == ' ' || c == '-' || c == '\t'; });
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const auto bad = [] {
        return base::fail("identity.organisation", "this is no unified social credit code of 18 characters");
    };
    if (text.size() != kCreditCodeSize || text.find_first_not_of(kCreditCodeCharacters) != std::string::npos)
        return bad();
    const std::string_view first17 = std::string_view(text).substr(0, kCreditCodeSize - 1);
    if (kCreditCodeCharacters[check_value(first17)] != text.back()) return bad();
    return text;
}

}  // namespace courtyard::domain
