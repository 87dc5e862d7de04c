#include "app/domain/money.hpp"

#include <optional>

#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

constexpr std::string_view kYuanCharacter = "\xE5\x85\x83";    // U+5143
constexpr std::string_view kMyriadCharacter = "\xE4\xB8\x87";  // U+4E07
constexpr std::string_view kYenSign = "\xC2\xA5";              // U+00A5
constexpr std::string_view kFullYenSign = "\xEF\xBF\xA5";      // U+FFE5
constexpr std::size_t kIntegerDigitsMax = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "1,234" as "1234"; commas only between groups of three, and then no zero in front. Nothing for anything else.
std::optional<std::string> without_commas(std::string_view text) {
    if (text.find(',') == std::string_view::npos) return std::string(text);
    if (text.starts_with('0')) return std::nullopt;
    std::string out;
    std::size_t group = 0;
    bool first = true;
    for (const char c : text) {
        if (c == ',') {
            if (first ? (group == 0 || group > 3) : group != 3) return std::nullopt;
            first = false;
            group = 0;
        } else {
            out.push_back(c);
            ++group;
        }
    }
    if (group != 3) return std::nullopt;
    return out;
}

std::string two_digits(std::int64_t number) {
    std::string digits = std::to_string(number);
    return digits.size() < 2 ? '0' + digits : digits;
}

tl::unexpected<base::Error> wrong_format() {
    return base::fail("money.format", "an amount is not written in yuan like 1234.56");
}

}  // namespace

base::Result<Fen> parse_yuan(std::string_view typed) {
    const std::string half = half_width(trim(typed));
    std::string_view text = trim(half);
    if (text.starts_with('-') || text.starts_with("\xE2\x88\x92")) {
        return base::fail("money.negative", "an amount is negative; write 0 or more");
    }
    if (text.starts_with('+')) return wrong_format();
    if (text.starts_with(kYenSign)) {
        text.remove_prefix(kYenSign.size());
    } else if (text.starts_with(kFullYenSign)) {
        text.remove_prefix(kFullYenSign.size());
    }
    if (text.ends_with(kYuanCharacter)) text.remove_suffix(kYuanCharacter.size());
    text = trim(text);
    std::size_t shift = 2;  // decimal places from yuan to fen
    if (text.ends_with(kMyriadCharacter)) {
        text = trim(text.substr(0, text.size() - kMyriadCharacter.size()));
        shift += 4;
    }

    const std::size_t point = text.find('.');
    const std::optional<std::string> whole = without_commas(text.substr(0, point));
    std::string_view decimals = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (!whole || whole->empty() || (point != std::string_view::npos && decimals.empty())) return wrong_format();
    for (const char c : *whole) {
        if (!is_digit(c)) return wrong_format();
    }
    for (const char c : decimals) {
        if (!is_digit(c)) return wrong_format();
    }
    while (decimals.size() > shift && decimals.ends_with('0'))
        decimals.remove_suffix(1);
    if (decimals.size() > shift)
        return base::fail("money.decimals", "an amount is finer than a fen; write at most two decimals");

    std::string digits = *whole + std::string(decimals) + std::string(shift - decimals.size(), '0');
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.size() > kIntegerDigitsMax)
        return base::fail("money.too_large", "an amount is larger than 9,999,999,999.99 yuan");
    Fen amount;
    for (const char c : digits)
        amount.value = amount.value * 10 + (c - '0');
    if (amount > kFenMax) return base::fail("money.too_large", "an amount is larger than 9,999,999,999.99 yuan");
    return amount;
}

std::string yuan_text(Fen amount) {
    COURTYARD_CHECK(amount.value >= 0);
    const std::int64_t fen = amount.value % 100;
    std::string text = std::to_string(amount.value / 100);
    if (fen != 0) text += '.' + two_digits(fen);
    return text;
}

std::string yuan_display(Fen amount) {
    COURTYARD_CHECK(amount.value >= 0);
    std::string whole = std::to_string(amount.value / 100);
    for (std::size_t at = whole.size(); at > 3;) {
        at -= 3;
        whole.insert(at, 1, ',');
    }
    return whole + '.' + two_digits(amount.value % 100);
}

namespace {

// Up to four digits with their places; a zero between places is said once.
std::string capital_group(std::int64_t group, const CapitalNumerals& n) {
    const std::string* const places[4] = {&n.thousand, &n.hundred, &n.ten, nullptr};
    std::string out;
    bool zero_due = false;
    std::int64_t scale = 1000;
    for (const std::string* place : places) {
        const auto digit = static_cast<std::size_t>(group / scale % 10);
        scale /= 10;
        if (digit == 0) {
            zero_due = !out.empty();
            continue;
        }
        if (zero_due) out += n.digits[0];
        zero_due = false;
        out += n.digits[digit];
        if (place != nullptr) out += *place;
    }
    return out;
}

std::string capital_yuan(std::int64_t yuan, const CapitalNumerals& n) {
    struct Part {
        std::int64_t group;
        const std::string* place;
    };
    const Part parts[] = {
        {yuan / 100'000'000, &n.hundred_million}, {yuan / 10'000 % 10'000, &n.myriad}, {yuan % 10'000, nullptr}};
    std::string out;
    bool gap = false;  // a whole group of zeros lies between what was said and what comes
    for (const Part& part : parts) {
        if (part.group == 0) {
            gap = !out.empty();
            continue;
        }
        if (!out.empty() && (gap || part.group < 1000)) out += n.digits[0];
        gap = false;
        out += capital_group(part.group, n);
        if (part.place != nullptr) out += *part.place;
    }
    return out;
}

}  // namespace

std::string capital_text(Fen amount, const CapitalNumerals& n) {
    COURTYARD_CHECK(amount.value >= 0 && amount <= kFenMax);
    const std::int64_t yuan = amount.value / 100;
    const auto jiao = static_cast<std::size_t>(amount.value / 10 % 10);
    const auto fen = static_cast<std::size_t>(amount.value % 10);
    if (amount.value == 0) return n.digits[0] + n.yuan + n.whole;
    std::string out;
    if (yuan > 0) out = capital_yuan(yuan, n) + n.yuan;
    if (jiao == 0 && fen == 0) return out + n.whole;
    if (jiao > 0) out += n.digits[jiao] + n.jiao;
    if (jiao == 0 && yuan > 0) out += n.digits[0];
    if (fen > 0) return out + n.digits[fen] + n.fen;
    return out + n.whole;
}

}  // namespace courtyard::domain
