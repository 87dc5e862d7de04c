#include "app/cases/bank_number.hpp"

#include <algorithm>
#include <string>

#include "app/domain/text.hpp"

namespace courtyard::cases {

namespace {

constexpr std::size_t kDigitsMin = 12;
constexpr std::size_t kSerialMin = 8;  // so many figures stand of a long number that is no serial ("money.proof")
constexpr std::size_t kGroup = 4;

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'\uFF10' && c <= U'\uFF19'); }
bool is_gap(char32_t c) { return c == U' ' || c == U'-' || c == U'\u3000' || c == U'\uFF0D'; }

bool is_id(std::string_view text) { return FactId::parse(text).has_value() || base::PersonId::parse(text).has_value(); }

char plain_digit(char32_t c) { return static_cast<char>('0' + (c >= U'\uFF10' ? c - U'\uFF10' : c - U'0')); }

// The number that `count` digits from `at` are.
int number_at(std::string_view digits, std::size_t at, std::size_t count) {
    int value = 0;
    for (const char c : digits.substr(at, count))
        value = value * 10 + (c - '0');
    return value;
}

// The day with which eight digits or more begin.
std::optional<domain::Date> day_at_start(std::string_view digits) {
    return domain::Date::from_civil(number_at(digits, 0, 4), number_at(digits, 4, 2), number_at(digits, 6, 2));
}

// Eight figures that are a day are said of every payment of that day.
bool is_serial(std::string_view digits) {
    return digits.size() >= kSerialMin && (digits.size() > kSerialMin || !day_at_start(digits));
}

// Banks begin the serial number of a payment with its day; an account that began with just that day would be a rare
// chance. Entered a while later, it is still that day.
class VoucherDay {
public:
    explicit VoucherDay(domain::Date told) : told_(told) {}
    [[nodiscard]] bool begins(std::string_view digits) const {
        if (digits.size() < 8) return false;
        const auto day = day_at_start(digits);
        return day && *day <= told_ && told_.days_since(*day) <= kDaysLater;
    }

private:
    static constexpr std::int32_t kDaysLater = 31;
    domain::Date told_;
};

// Long runs of digits; with `voucher`, those that begin with its day are none.
bool holds_number(std::string_view text, const VoucherDay* voucher) {
    if (is_id(text)) return false;
    const auto points = domain::code_points(text);
    if (!points) return true;  // no text at all: nothing that a person wrote
    std::string group;         // the digits that stand together
    std::size_t sum = 0;       // with the groups of four before them
    for (std::size_t i = 0; i <= points->size(); ++i) {
        const char32_t c = i < points->size() ? (*points)[i] : U'.';
        if (is_digit(c)) {
            group += plain_digit(c);
            ++sum;
            continue;
        }
        const bool is_long = group.size() >= kDigitsMin && !(voucher != nullptr && voucher->begins(group));
        if (is_long || (sum >= kDigitsMin && group.size() <= kGroup)) return true;
        if (!is_gap(c) || group.size() != kGroup) sum = 0;
        group.clear();
    }
    return false;
}

}  // namespace

bool holds_bank_number(std::string_view text) { return holds_number(text, nullptr); }

bool holds_bank_number(const Fields& fields) {
    return std::any_of(fields.begin(), fields.end(), [](const auto& field) {
        if (const auto* text = std::get_if<std::string>(&field.second)) return holds_bank_number(*text);
        const auto* list = std::get_if<std::vector<std::string>>(&field.second);
        return list != nullptr &&
               std::any_of(list->begin(), list->end(), [](const std::string& each) { return holds_bank_number(each); });
    });
}

std::string serial_in(std::string_view proof) {
    const auto points = domain::code_points(proof);
    if (!points) return {};
    std::string digits;
    for (const char32_t c : *points) {
        if (is_digit(c)) {
            digits += plain_digit(c);
        } else {
            if (is_serial(digits)) break;
            digits.clear();
        }
    }
    return is_serial(digits) ? digits : std::string{};
}

Verdict refused_number(const Fact& fact) {
    constexpr const char* kProof = "proof";
    const VoucherDay voucher(fact.day());
    Fields others = fact.fields;
    others.erase(kProof);
    if (holds_bank_number(others)) return refuse("money.number");
    return holds_number(fact.text(kProof), &voucher) ? refuse("money.proof") : std::nullopt;
}

}  // namespace courtyard::cases
