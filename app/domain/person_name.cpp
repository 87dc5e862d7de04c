#include "app/domain/person_name.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

constexpr char32_t kMiddleDot = 0xB7;

constexpr bool is_within(char32_t point, char32_t first, char32_t last) { return point >= first && point <= last; }

bool is_han(char32_t point) {
    return is_within(point, 0x3400, 0x4DBF) || is_within(point, 0x4E00, 0x9FFF) || is_within(point, 0xF900, 0xFAFF) ||
           is_within(point, 0x20000, 0x3FFFF) || point == 0x3007 || is_one_of(private_use(), point);
}

}  // namespace

base::Result<PersonName> PersonName::parse(std::string_view typed) {
    std::optional<std::u32string> points = code_points(trim(typed));
    if (!points) return base::fail("name.character", "a name is not valid UTF-8");
    if (points->empty()) return base::fail("name.empty", "a name is empty");
    if (points->size() > kNameCodePointsMax) return base::fail("name.too_long", "a name has more than 50 characters");
    const auto is_name_character = [](char32_t point) { return !is_one_of(not_in_names(), point); };
    if (!std::all_of(points->begin(), points->end(), is_name_character) ||
        is_one_of(only_inside_names(), points->front())) {
        return base::fail("name.character", "a name has a digit, sign or invisible character in it");
    }
    const auto looks_like_middle_dot = [](char32_t point) { return is_one_of(middle_dot_lookalikes(), point); };
    std::replace_if(points->begin(), points->end(), looks_like_middle_dot, kMiddleDot);
    return PersonName(utf8(*points));
}

bool PersonName::has_private_use() const { return has_one_of(private_use(), text_); }

SplitName split_name(const PersonName& name, const std::vector<std::string>& compound_surnames) {
    const std::u32string points = code_points(name.text()).value_or(std::u32string{});
    if (points.size() < 2 || !std::all_of(points.begin(), points.end(), is_han)) return {name.text(), ""};
    std::size_t surname = 1;
    for (const std::string& compound : compound_surnames) {
        if (name.text().starts_with(compound) && name.text().size() > compound.size()) {
            surname = code_points(compound).value_or(std::u32string(1, U' ')).size();
        }
    }
    return {utf8(points.substr(0, surname)), utf8(points.substr(surname))};
}

}  // namespace courtyard::domain
