#include "app/domain/person_name.hpp"

#include <algorithm>

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

constexpr char32_t kMiddleDot = 0xB7;

constexpr bool is_within(char32_t point, char32_t first, char32_t last) { return point >= first && point <= last; }

constexpr bool is_private_use(char32_t point) {
    return is_within(point, 0xE000, 0xF8FF) || is_within(point, 0xF0000, 0xFFFFD) ||
           is_within(point, 0x100000, 0x10FFFD);
}

constexpr bool looks_like_middle_dot(char32_t point) {
    return point == 0x2022 || point == 0x2027 || point == 0x30FB || point == 0xFF65;
}

// Letters of any script are welcome, so this lists what is none: ASCII and Latin-1 signs and digits, general
// punctuation, symbols, CJK punctuation (but the ideographic zero and iteration mark), full-width forms, pictographs.
constexpr bool is_name_character(char32_t point) {
    if (point < 0x80) {
        return is_within(point, 'A', 'Z') || is_within(point, 'a', 'z') || point == ' ' || point == '-' ||
               point == '\'' || point == '.';
    }
    if (is_within(point, 0x80, 0xBF)) return point == kMiddleDot;
    if (point == 0xD7 || point == 0xF7) return false;
    if (is_within(point, 0x2000, 0x2BFF)) return false;
    if (is_within(point, 0x3000, 0x303F)) return point == 0x3005 || point == 0x3007;
    if (is_within(point, 0x3200, 0x33FF)) return false;
    if (is_within(point, 0xFE00, 0xFE6F) || is_within(point, 0xFF00, 0xFFEF)) return false;
    if (is_within(point, 0x1F000, 0x1FAFF)) return false;
    return !is_within(point, 0xE0000, 0xE0FFF);
}

constexpr bool is_han(char32_t point) {
    return is_within(point, 0x3400, 0x4DBF) || is_within(point, 0x4E00, 0x9FFF) || is_within(point, 0xF900, 0xFAFF) ||
           is_within(point, 0x20000, 0x3FFFF) || point == 0x3007 || is_private_use(point);
}

}  // namespace

base::Result<PersonName> PersonName::parse(std::string_view typed) {
    std::optional<std::u32string> points = code_points(trim(typed));
    if (!points) return base::fail("name.character", "a name is not valid UTF-8");
    if (points->empty()) return base::fail("name.empty", "a name is empty");
    if (points->size() > kNameCodePointsMax) return base::fail("name.too_long", "a name has more than 50 characters");
    std::replace_if(points->begin(), points->end(), looks_like_middle_dot, kMiddleDot);
    const bool is_sound =
        is_plain(*points, Lines::One) && std::all_of(points->begin(), points->end(), is_name_character);
    const auto is_letter = [](char32_t point) { return point >= 0xC0 || is_within(point | 0x20, 'a', 'z'); };
    if (!is_sound || !is_letter(points->front()) || std::none_of(points->begin(), points->end(), is_letter)) {
        return base::fail("name.character", "a name has a digit, sign or invisible character in it");
    }
    return PersonName(utf8(*points));
}

bool PersonName::has_private_use() const {
    const std::optional<std::u32string> points = code_points(text_);
    return points && std::any_of(points->begin(), points->end(), is_private_use);
}

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
