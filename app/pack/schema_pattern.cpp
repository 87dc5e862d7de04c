#include "app/pack/schema_pattern.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "app/domain/case_number.hpp"
#include "app/domain/characters.hpp"
#include "app/domain/credit_code.hpp"
#include "app/domain/person_name.hpp"

namespace courtyard::pack::schema {

namespace {

using domain::CharacterTable;

constexpr char32_t kFullWidth = 0xFF01 - 0x21;  // from an ASCII sign to its full-width form

// A character of a class or of a text. Signs of the expressions themselves are spelled \xHH, which all dialects know.
std::string spelled(char32_t point) {
    const bool is_word =
        (point >= U'0' && point <= U'9') || (point >= U'A' && point <= U'Z') || (point >= U'a' && point <= U'z');
    if (is_word || point > 0xFF) return domain::utf8({&point, 1});
    constexpr std::string_view kHex = "0123456789ABCDEF";
    return std::string("\\x") + kHex[point >> 4] + kHex[point & 15];
}

std::string ranges(CharacterTable table) {
    std::string out;
    for (const domain::CharacterRange& range : table) {
        out += spelled(range.first);
        if (range.last != range.first) out += '-' + spelled(range.last);
    }
    return out;
}

std::string within(CharacterTable table) { return '[' + ranges(table) + ']'; }
std::string without(std::initializer_list<CharacterTable> tables) {
    std::string out = "[^";
    for (const CharacterTable table : tables)
        out += ranges(table);
    return out + ']';
}

std::string any_character_of(std::u32string_view points) {
    std::string out = "[";
    for (const char32_t point : points)
        out += spelled(point);
    return out + ']';
}

// One character in both widths.
std::string wide(char32_t point) { return any_character_of(std::u32string{point, point + kFullWidth}); }
std::string digit(char32_t first = U'0', char32_t last = U'9') {
    if (first == last) return wide(first);
    const domain::CharacterRange both[]{{first, last}, {first + kFullWidth, last + kFullWidth}};
    return within(both);
}
std::string digits_of(std::u32string_view which) {
    std::u32string both(which);
    for (const char32_t point : which)
        both += point + kFullWidth;
    return any_character_of(both);
}

std::string either(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts)
        out += (out.empty() ? "" : "|") + part;
    return "(?:" + out + ")";
}
std::string times(std::size_t min, std::size_t max) {
    return '{' + std::to_string(min) + ',' + std::to_string(max) + '}';
}

std::string space() { return within(domain::white_space()) + '*'; }
std::string whole(const std::string& core) { return '^' + space() + core + space() + '$'; }

std::string blanks() { return any_character_of(U" \u3000") + '*'; }

// Characters that a text may have, with those that are dropped before it is counted (carriage returns) in front.
std::string plain(domain::Lines lines) {
    std::vector<domain::CharacterRange> refused;
    for (const domain::CharacterRange& range : domain::not_plain()) {
        const bool is_split = lines == domain::Lines::Many && range.first <= U'\n' && range.last >= U'\n';
        if (!is_split) {
            refused.push_back(range);
            continue;
        }
        refused.push_back({range.first, U'\n' - 1});
        refused.push_back({U'\n' + 1, range.last});
    }
    return "(?:\\x0D*" + without({CharacterTable(refused)}) + ')';
}
std::string plain_not_white() { return without({domain::not_plain(), domain::white_space()}); }

// Digits of a date with something between each two and something else between year, month and day.
class DateWriter {
public:
    DateWriter(std::string between, std::string parts) : between_(std::move(between)), parts_(std::move(parts)) {}

    [[nodiscard]] std::string date() const {
        const std::string any = digit();
        const std::string first_to_31 = either(
            {pair(wide(U'0'), digit(U'1', U'9')), pair(digit(U'1', U'2'), any), pair(wide(U'3'), digit(U'0', U'1'))});
        const std::string first_to_30 =
            either({pair(wide(U'0'), digit(U'1', U'9')), pair(digit(U'1', U'2'), any), pair(wide(U'3'), wide(U'0'))});
        const std::string first_to_28 =
            either({pair(wide(U'0'), digit(U'1', U'9')), pair(wide(U'1'), any), pair(wide(U'2'), digit(U'0', U'8'))});
        const std::string long_months =
            either({pair(wide(U'0'), digits_of(U"13578")), pair(wide(U'1'), digits_of(U"02"))});
        const std::string short_months = either({pair(wide(U'0'), digits_of(U"469")), pair(wide(U'1'), wide(U'1'))});
        const std::string february = pair(wide(U'0'), wide(U'2'));
        const std::string common = either(
            {long_months + parts_ + first_to_31, short_months + parts_ + first_to_30, february + parts_ + first_to_28});
        return either(
            {any_year() + parts_ + common, leap_year() + parts_ + february + parts_ + pair(wide(U'2'), wide(U'9'))});
    }

private:
    [[nodiscard]] std::string pair(const std::string& a, const std::string& b) const { return a + between_ + b; }
    [[nodiscard]] std::string any_year() const {
        const std::string any = digit(), zero = wide(U'0'), some = digit(U'1', U'9');
        return either({pair(pair(some, any), pair(any, any)), pair(pair(zero, some), pair(any, any)),
                       pair(pair(zero, zero), pair(some, any)), pair(pair(zero, zero), pair(zero, some))});
    }
    [[nodiscard]] std::string leap_year() const {
        const std::string four =
            either({pair(wide(U'0'), digits_of(U"48")), pair(digits_of(U"2468"), digits_of(U"048")),
                    pair(digits_of(U"13579"), digits_of(U"26"))});
        return either({pair(pair(digit(), digit()), four), pair(four, pair(wide(U'0'), wide(U'0')))});
    }

    std::string between_, parts_;
};

// The 18 places after the first ones, which say the area.
std::string identity_after(const std::string& area) {
    const std::string between = any_character_of(U"-\t \u3000\uFF0D") + '*';
    const std::string sequence = "(?:" + digit() + between + "){3}";
    return whole(between + area + between + DateWriter(between, between).date() + between + sequence +
                 digits_of(U"0123456789Xx") + between);
}

}  // namespace

std::string blank_pattern() { return '^' + space() + '$'; }

std::string text_pattern(std::size_t characters_max, domain::Lines lines) {
    const std::string count = characters_max == 0 ? "*" : times(0, characters_max - 1);
    return whole(plain_not_white() + plain(lines) + count);
}

std::string name_pattern(std::size_t characters_max) {
    const std::size_t max =
        characters_max == 0 ? domain::kNameCodePointsMax : std::min(characters_max, domain::kNameCodePointsMax);
    return whole(without({domain::not_in_names(), domain::only_inside_names()}) + without({domain::not_in_names()}) +
                 times(0, max - 1));
}

std::string date_pattern() { return whole(DateWriter("", wide(U'-')).date()); }

std::string phone_pattern() {
    const std::string blank = blanks(), hyphen = wide(U'-'), loose = any_character_of(U" \u3000-\uFF0D") + '*';
    const std::string prefix = wide(U'+') + blank + wide(U'8') + blank + wide(U'6');
    const std::string more = blank + digit();
    const std::string mobile =
        loose + wide(U'1') + loose + digit(U'3', U'9') + "(?:" + loose + digit() + "){9}" + loose;
    const std::string land = wide(U'0') + either({"(?:" + more + "){9,11}",
                                                  "(?:" + more + "){2,3}" + blank + hyphen + "(?:" + more + "){7,8}"});
    return whole(
        either({"(?:" + prefix + ")?" + mobile, "(?:" + prefix + blank + "(?:" + hyphen + blank + ")?)?" + land}));
}

std::string money_pattern() {
    const std::string any = digit(), some = digit(U'1', U'9'), zeros = wide(U'0') + '*';
    const std::string group = wide(U',') + any + "{3}", point = wide(U'.');
    const std::string yuan =
        either({zeros + any + "{1,10}", some + any + "{0,2}(?:" + group + "){1,2}", some + "(?:" + group + "){3}"}) +
        "(?:" + point + any + "{1,2}" + zeros + ")?";
    const std::string myriads = either({zeros + any + "{1,6}", some + any + "{0,2}" + group}) + "(?:" + point + any +
                                "{1,6}" + zeros + ")?" + space() + spelled(U'\u4E07');
    return whole(any_character_of(U"\u00A5\uFFE5") + '?' + space() + either({yuan, myriads}) + space() +
                 spelled(U'\u5143') + '?');
}

namespace {

std::string case_number_start(const std::string& between) {
    const std::string any = digit() + between;
    const std::string year =
        either({wide(U'1') + between + wide(U'9') + between +
                    either({wide(U'4') + between + wide(U'9'), digit(U'5', U'9') + between + digit()}),
                digit(U'2', U'9') + between + any + any + digit()});
    static_assert(domain::kCaseYearMin == 1949);
    return any_character_of(U"([\uFF08\uFF3B\u3014\u3010") + between + year + between +
           any_character_of(U")]\uFF09\uFF3D\u3015\u3011") + between;
}
std::string between_case_parts() { return any_character_of(U" \u00A0\u3000") + '*'; }
std::string supreme_court(const std::string& between) {
    std::string out;
    for (const char32_t point : domain::kCaseSupremeCourt)
        out += spelled(point) + between;
    return out;
}

}  // namespace

std::string case_number_pattern() {
    const std::string between = between_case_parts(), han = within(domain::han_of_case_numbers()) + between;
    const std::string number = "(?:" + digit() + between + ')';
    const std::string court = either({supreme_court(between), han + number + times(0, domain::kCaseCourtDigitsMax)});
    std::string part;
    for (const char32_t point : domain::kCasePartOf)
        part += spelled(point) + between;
    part += "(?:" + han + ')' + times(1, domain::kCasePartHanMax);
    return whole(case_number_start(between) + court + "(?:" + han + ')' + times(1, domain::kCaseKindHanMax) + number +
                 times(1, domain::kCaseDigitsMax) + spelled(domain::kCaseSign) + between + "(?:" + part + ")?");
}

std::string not_case_number_pattern() {
    const std::string between = between_case_parts();
    return '^' + space() + case_number_start(between) + supreme_court(between) + digit();
}

std::string identity_pattern() {
    const std::string between = any_character_of(U"-\t \u3000\uFF0D") + '*';
    return identity_after(digit(U'1', U'9') + "(?:" + between + digit() + "){5}");
}

std::string permit_pattern() {
    const std::string between = any_character_of(U"-\t \u3000\uFF0D") + '*';
    return identity_after(wide(U'8') + between + digit(U'1', U'3') + "(?:" + between + wide(U'0') + "){4}");
}

std::string credit_code_pattern() {
    std::u32string points;
    for (const char c : domain::kCreditCodeCharacters) {
        const auto point = static_cast<char32_t>(c);
        points += {point, point + kFullWidth};
        if (c >= 'A') points += {point + 32, point + 32 + kFullWidth};  // small letters
    }
    const std::string between = any_character_of(U"-\t \u3000\uFF0D") + '*', one = any_character_of(points);
    return whole(one + "(?:" + between + one + "){17}");
}

std::string foreign_pattern(std::size_t characters_max) {
    constexpr std::size_t kCard = 18;  // characters of the card of 2023; other lengths are older cards
    const std::string first = plain_not_white(), inside = plain(domain::Lines::One), last = "\\x0D*" + first;
    std::vector<std::string> forms{wide(U'9') + digit() + "{17}", first + "(?:" + inside + "{0,15}" + last + ")?"};
    if (characters_max > kCard) forms.push_back(first + inside + times(kCard - 1, characters_max - 2) + last);
    return whole(either(forms));
}

std::string account_pattern(std::size_t digits_min, std::size_t digits_max) {
    return whole(digit() + "(?:" + blanks() + digit() + ')' + times(digits_min - 1, digits_max - 1));
}

std::string not_area_pattern() {
    const std::string any = digit();
    return whole(either({any + "{1,5}", any + "{7,8}", any + "{10,11}", any + "{13,}"}));
}

namespace {

// The ends of the stretches into which [min, max] falls so that each is a fixed start and free digits behind it.
std::vector<std::int64_t> stretches(std::int64_t min, std::int64_t max) {
    std::vector<std::int64_t> ends{max};
    for (std::int64_t scale = 10; scale <= max; scale *= 10) {
        const std::int64_t nines = min / scale * scale + scale - 1;
        if (nines >= min && nines < max) ends.push_back(nines);
        const std::int64_t before_zeros = (max + 1) / scale * scale - 1;
        if (before_zeros >= min && before_zeros < max) ends.push_back(before_zeros);
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

}  // namespace

std::string whole_number_pattern(std::int64_t min, std::int64_t max) {
    std::vector<std::string> forms;
    if (min == 0) forms.push_back(wide(U'0') + '+');
    std::string numbers;
    std::int64_t start = std::max<std::int64_t>(min, 1);
    for (const std::int64_t end : max < start ? std::vector<std::int64_t>{} : stretches(start, max)) {
        const std::string from = std::to_string(start), to = std::to_string(end);
        std::string one;
        for (std::size_t i = 0; i < from.size(); ++i)
            one += digit(static_cast<char32_t>(from[i]), static_cast<char32_t>(to[i]));
        numbers += (numbers.empty() ? "" : "|") + one;
        start = end + 1;
    }
    if (!numbers.empty()) forms.push_back(wide(U'0') + "*(?:" + numbers + ')');
    return whole(either(forms));
}

std::string literal_pattern(std::string_view text) {
    std::string out;
    for (const char32_t point : domain::code_points(text).value_or(std::u32string{}))
        out += spelled(point);
    return whole(out);
}

}  // namespace courtyard::pack::schema
