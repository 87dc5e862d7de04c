#include "app/cases/bank_number.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::cases {

namespace {

constexpr std::size_t kDigitsMin = 12;
constexpr std::size_t kGroup = 4;

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'\uFF10' && c <= U'\uFF19'); }
bool is_gap(char32_t c) { return c == U' ' || c == U'-' || c == U'\u3000' || c == U'\uFF0D'; }

bool is_id(std::string_view text) { return FactId::parse(text).has_value() || base::PersonId::parse(text).has_value(); }

}  // namespace

bool holds_bank_number(std::string_view text) {
    if (is_id(text)) return false;
    const auto points = domain::code_points(text);
    if (!points) return true;        // no text at all: nothing that a person wrote
    std::size_t group = 0, sum = 0;  // digits of this group, and with the groups of four before it
    for (std::size_t i = 0; i < points->size(); ++i) {
        const char32_t c = (*points)[i];
        if (is_digit(c)) {
            ++group;
            ++sum;
            if (group >= kDigitsMin || (sum >= kDigitsMin && group <= kGroup)) return true;
        } else {
            if (!is_gap(c) || group != kGroup) sum = 0;
            group = 0;
        }
    }
    return false;
}

bool holds_bank_number(const Fields& fields) {
    return std::any_of(fields.begin(), fields.end(), [](const auto& field) {
        if (const auto* text = std::get_if<std::string>(&field.second)) return holds_bank_number(*text);
        const auto* list = std::get_if<std::vector<std::string>>(&field.second);
        return list != nullptr &&
               std::any_of(list->begin(), list->end(), [](const std::string& each) { return holds_bank_number(each); });
    });
}

}  // namespace courtyard::cases
