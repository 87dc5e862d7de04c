#include "app/speech/number_reader.hpp"

#include <algorithm>

#include "app/speech/points.hpp"

namespace courtyard::speech {
namespace {

constexpr char32_t kYear = 0x5E74, kNumber = 0x53F7;  // the signs after a year and after a number of a house or case
constexpr char32_t kEnDash = 0x2013, kEmDash = 0x2014, kTilde = 0x223C, kWaveDash = 0x301C, kFullTilde = 0x2053;

bool is_to(char32_t c) {
    return c == '-' || c == '~' || c == kEnDash || c == kEmDash || c == kTilde || c == kWaveDash || c == kFullTilde;
}

}  // namespace

std::size_t NumberReader::digits_end(std::size_t i) const {
    while (is_digit(at(i)))
        ++i;
    return i;
}
std::size_t NumberReader::skip_blanks(std::size_t i) const {
    while (at(i) == ' ')
        ++i;
    return i;
}
std::string NumberReader::ascii(std::size_t from, std::size_t to) const {
    std::string out;
    for (std::size_t i = from; i < to; ++i)
        out.push_back(static_cast<char>(text_[i]));
    return out;
}
int NumberReader::value(std::size_t from, std::size_t to) const {
    int out = 0;
    for (std::size_t i = from; i < to && out < 100'000; ++i)
        out = out * 10 + static_cast<int>(text_[i] - '0');
    return out;
}

void NumberReader::say(const Syllables& syllables) {
    for (const std::string& syllable : syllables)
        say(syllable);
}

bool NumberReader::is_measured(std::size_t end, std::size_t digits) const {
    const char32_t next = at(skip_blanks(end));
    if (next == kNumber) return digits <= 3;
    return next != 0 && has(digits >= 5 ? rules_.long_measure : rules_.measure, next);
}

bool NumberReader::asks_for_digits(std::size_t from) const {
    while (from > 0 && (text_[from - 1] == ' ' || text_[from - 1] == ':' || text_[from - 1] == 0x201C))
        --from;
    const std::u32string_view before = text_.substr(0, from);
    return std::any_of(rules_.digits_after.begin(), rules_.digits_after.end(),
                       [before](const std::u32string& word) { return before.ends_with(word); });
}

Two NumberReader::two_before(std::size_t from, std::size_t end) const {
    std::size_t before = from;
    while (before > 0 && text_[before - 1] == ' ')
        --before;
    if (before > 0 && has(rules_.ordinal, text_[before - 1])) return Two::er;
    const char32_t next = at(skip_blanks(end));
    return next != 0 && has(rules_.pair, next) ? Two::liang : Two::er;
}

// In groups, as people read them out: 138 0000 0000, 330199 19530814 0025, else by four.
void NumberReader::one_by_one(std::size_t from, std::size_t to, bool telephone) {
    const std::size_t count = to - from;
    const One one = telephone ? One::yao : One::yi;
    for (std::size_t i = 0; i < count; ++i) {
        say(digit(static_cast<char>(text_[from + i]), one));
        const std::size_t done = i + 1;
        if (done == count || count < 7) continue;
        const bool ends = count == 11 ? done == 3 || done == 7 : count == 18 ? done == 6 || done == 14 : done % 4 == 0;
        if (ends) breathe();
    }
}

std::optional<std::size_t> NumberReader::date(std::size_t from) {
    const std::size_t year_end = digits_end(from);
    const char32_t mark = at(year_end);
    if (year_end - from != 4 || (mark != '-' && mark != '/' && mark != '.')) return std::nullopt;
    const std::size_t month = year_end + 1, month_end = digits_end(month);
    const std::size_t day = month_end + 1, day_end = digits_end(day);
    if (at(month_end) != mark || month_end - month > 2 || day_end - day > 2 || day_end == day) return std::nullopt;
    const int m = value(month, month_end), d = value(day, day_end);
    if (m < 1 || m > 12 || d < 1 || d > 31 || is_letter(at(day_end)) || at(day_end) == mark) return std::nullopt;
    say(digits(ascii(from, year_end)));
    say("nian2");
    say(cardinal(std::to_string(m)));
    say("yue4");
    say(cardinal(std::to_string(d)));
    say("ri4");
    return day_end;
}

std::optional<std::size_t> NumberReader::year(std::size_t from) {
    const std::size_t end = digits_end(from);
    if (end - from != 4 || at(skip_blanks(end)) != kYear || (at(from) != '1' && at(from) != '2')) return std::nullopt;
    say(digits(ascii(from, end)));
    return end;
}

std::optional<std::size_t> NumberReader::moment(std::size_t from) {
    const std::size_t hour_end = digits_end(from);
    if (at(hour_end) != ':' || hour_end - from > 2) return std::nullopt;
    const std::size_t minute = hour_end + 1, minute_end = digits_end(minute);
    const int h = value(from, hour_end), m = value(minute, minute_end);
    if (minute_end - minute != 2 || h > 24 || m > 59) return std::nullopt;
    say(cardinal(std::to_string(h), Two::liang));
    say("dian3");
    if (m == 0) {
        say("zheng3");
    } else {
        if (m < 10) say("ling2");
        say(cardinal(std::to_string(m)));
        say("fen1");
    }
    if (at(minute_end) != ':') return minute_end;
    const std::size_t end = digits_end(minute_end + 1);  // seconds are not worth saying
    return end;
}

std::optional<std::size_t> NumberReader::telephone(std::size_t from) {
    std::size_t end = digits_end(from);
    std::size_t all = end - from, parts = 1;
    while ((at(end) == '-' || at(end) == ' ') && is_digit(at(end + 1))) {
        const std::size_t next = digits_end(end + 1);
        all += next - end - 1;
        end = next;
        ++parts;
    }
    if (parts == 1 || all < 9 || all > 20) return std::nullopt;
    for (std::size_t i = from; i < end;) {
        const std::size_t part_end = digits_end(i);
        if (part_end > i) one_by_one(i, part_end, true);
        breathe();
        i = std::max(part_end, i + 1);
    }
    if (!out_.empty()) out_.back().after = Pause::none;
    return end;
}

std::optional<std::size_t> NumberReader::range(std::size_t from) {
    const std::size_t first_end = digits_end(from);
    if (!is_to(at(first_end)) || !is_digit(at(first_end + 1))) return std::nullopt;
    std::size_t second = first_end + 1;
    const std::size_t end = digits_end(second);
    if (is_to(at(end)) || first_end - from > 7 || end - second > 7) return std::nullopt;
    const bool measured = is_measured(end, std::min<std::size_t>(end - second, 4)) || at(end) == '%';
    if (!measured && (first_end - from > 2 || end - second > 2)) return std::nullopt;
    if (at(from) == '0' || at(second) == '0') return std::nullopt;
    say(cardinal(ascii(from, first_end), Two::liang));
    say("dao4");
    return amount(second);
}

std::optional<std::size_t> NumberReader::fraction(std::size_t from) {
    const std::size_t end = digits_end(from);
    if (at(end) != '/' || !is_digit(at(end + 1))) return std::nullopt;
    const std::size_t below_end = digits_end(end + 1);
    if (end - from > 2 || below_end - end - 1 > 3 || value(end + 1, below_end) < 2 || at(below_end) == '/')
        return std::nullopt;
    say(cardinal(ascii(end + 1, below_end)));
    say("fen1");
    say("zhi1");
    say(cardinal(ascii(from, end)));
    return below_end;
}

std::size_t NumberReader::amount(std::size_t from) {
    std::size_t end = digits_end(from);
    std::string whole = ascii(from, end);
    while (at(end) == ',' && digits_end(end + 1) == end + 4 && !whole.empty()) {
        whole += ascii(end + 1, end + 4);
        end += 4;
    }
    std::string decimals;
    if (at(end) == '.' && is_digit(at(end + 1))) {
        const std::size_t decimals_end = digits_end(end + 1);
        decimals = ascii(end + 1, decimals_end);
        end = decimals_end;
    }
    if (decimals.find_first_not_of('0') == std::string::npos) decimals.clear();  // 8000.00: nobody says the zeros
    const bool percent = at(end) == '%';
    if (percent) {
        for (const char* word : {"bai3", "fen1", "zhi1"})
            say(word);
    }
    say(cardinal(whole, decimals.empty() && !percent ? two_before(from, end) : Two::er));
    if (!decimals.empty()) {
        say("dian3");
        say(digits(decimals));
    }
    return percent ? end + 1 : end;
}

std::size_t NumberReader::read(std::size_t from, bool code) {
    const std::size_t end = digits_end(from);
    const std::size_t count = end - from;
    if (code) {
        one_by_one(from, end, false);
        return end;
    }
    if (const auto read = date(from)) return *read;
    if (const auto read = year(from)) return *read;
    if (const auto read = moment(from)) return *read;
    if (const auto read = range(from)) return *read;
    if (const auto read = telephone(from)) return *read;
    if (const auto read = fraction(from)) return *read;
    const bool grouped = at(end) == ',' && count <= 3 && digits_end(end + 1) == end + 4;
    const bool decimal = at(end) == '.' && is_digit(at(end + 1)) && count < 12;
    const bool starred = at(end) == '*' || (from > 0 && text_[from - 1] == '*');
    const bool amounts = grouped || decimal || at(end) == '%';
    if (!starred && !asks_for_digits(from)) {
        if (amounts) return amount(from);
        const bool leading_zero = at(from) == '0' && count > 1;
        if (!leading_zero && (count <= 2 || is_measured(end, count))) return amount(from);
    } else if (amounts && !starred && !decimal) {
        return amount(from);
    }
    one_by_one(from, end, count >= 3 && !starred);
    return end;
}

}  // namespace courtyard::speech
