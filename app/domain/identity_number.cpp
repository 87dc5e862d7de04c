#include "app/domain/identity_number.hpp"

#include <algorithm>
#include <array>

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

constexpr std::size_t kSize = 18;
constexpr int kAgeMax = 150;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool are_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

std::string without_separators(std::string_view text) {
    std::string out = half_width(text);
    std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '\t'; });
    return out;
}

}  // namespace

char identity_check_character(std::string_view first17) {
    constexpr std::array<int, kSize - 1> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    COURTYARD_CHECK(first17.size() == kWeights.size() && are_digits(first17));
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += kWeights[i] * (first17[i] - '0');
    return "10X98765432"[sum % 11];
}

base::Result<IdentityNumber> IdentityNumber::parse(std::string_view typed, Date today) {
    std::string text = without_separators(trim(typed));
    if (text.size() == 15 && are_digits(text)) {
        return base::fail(
            "identity.fifteen",
            "an identity number of 15 digits has been out of use since 2013; take the 18 digits of the present card");
    }
    const std::optional<std::u32string> points = code_points(text);
    const std::size_t length = points ? points->size() : text.size();
    if (length != kSize) return base::fail("identity.length", "an identity number does not have 18 characters");
    if (text.size() != kSize)
        return base::fail("identity.character", "an identity number has a character that is neither a digit nor X");
    if (text.back() == 'x') text.back() = 'X';
    const std::string_view first17 = std::string_view(text).substr(0, kSize - 1);
    if (!are_digits(first17) || !(is_digit(text.back()) || text.back() == 'X') || text.front() == '0') {
        return base::fail("identity.character", "an identity number has a character that cannot stand where it stands");
    }
    const std::optional<Date> born =
        Date::from_civil(number(first17.substr(6, 4)), number(first17.substr(10, 2)), number(first17.substr(12, 2)));
    if (!born) return base::fail("identity.date", "digits 7 to 14 of an identity number are not a real date");
    if (*born > today) return base::fail("identity.future", "the birth date in an identity number lies in the future");
    if (full_years(*born, today) > kAgeMax)
        return base::fail("identity.date", "the birth date in an identity number lies more than 150 years back");
    if (identity_check_character(first17) != text.back()) {
        return base::fail("identity.checksum",
                          "the last character of an identity number does not fit the others; one of them is wrong");
    }
    return IdentityNumber(std::move(text), *born);
}

Sex IdentityNumber::sex() const { return (text_[16] - '0') % 2 == 1 ? Sex::Male : Sex::Female; }

bool IdentityNumber::is_permit() const {
    return text_.starts_with("810000") || text_.starts_with("820000") || text_.starts_with("830000");
}

}  // namespace courtyard::domain
