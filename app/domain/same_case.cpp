// Original cases out of what people write into one line (double_aid.hpp).
#include <algorithm>

#include "app/domain/case_number.hpp"
#include "app/domain/double_aid.hpp"
#include "app/domain/text.hpp"

namespace courtyard::domain {

namespace {

using Text = std::u32string;
using TextView = std::u32string_view;

constexpr std::size_t kCasesMax = 20, kItemMax = 120, kTypedMax = 2'000;
constexpr std::size_t kKindMax = 10, kShortKindMax = 6, kPrefixMax = 30;
constexpr int kYearMax = 9'999;
constexpr char32_t kYearSign = U'\u5E74';
// Before 2016 these stood between kind and number: "character", "number".
constexpr TextView kOldWords = U"\u5B57\u7B2C";
// "and" in four ways: they part numbers, and stand in names, too.
constexpr TextView kAnd = U"\u548C\u53CA\u4E0E\u6216";
constexpr TextView kUpTo = U"\u81F3\u5230";
constexpr TextView kParting = U"\u3001,;:.\u3002\n/|+&";
constexpr TextView kOfDays = U"\u5E74\u6708\u65E5";
// With these names of offices end: "court", "procuratorate", "bureau".
constexpr TextView kOfficeEnd = U"\u9662\u5C40";
constexpr TextView kHanDigits = U"\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";
constexpr TextView kHanZeros = U"\u96F6\u25CB\u25EF";
constexpr char32_t kFullOpen = U'\uFF08', kFullClose = U'\uFF09';

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_han(char32_t c) { return is_one_of(han_of_case_numbers(), c); }
bool is_in(TextView of, char32_t c) { return of.find(c) != TextView::npos; }

// One spelling of each sign; several spaces are one.
Text plain(std::string_view typed) {
    Text out;
    for (char32_t c : code_points(half_width(typed)).value_or(Text{})) {
        if (is_in(U"[{<\u3014\u3010\u3008\u300A\u300C\u300E\u3016\u3018\uFF3B\u2768\uFE59\uFE5B\uFE5D\u27E8\u2329", c))
            c = U'(';
        if (is_in(U"]}>\u3015\u3011\u3009\u300B\u300D\u300F\u3017\u3019\uFF3D\u2769\uFE5A\uFE5C\uFE5E\u27E9\u232A", c))
            c = U')';
        if (is_in(U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uFE63", c)) c = U'-';
        if (c == U'\r' || c == U'\u2028') c = U'\n';
        if (is_in(U"\t\u00A0\u2002\u2003\u2009\u202F", c)) c = U' ';
        if (c == U'\u200B' || c == U'\uFEFF' || c == U'\u200D') continue;
        if (c == U'\u865F') c = kCaseSign;  // as it was written before 1956
        if (c == U' ' && !out.empty() && out.back() == U' ') continue;
        if (c >= U'a' && c <= U'z') c = c - U'a' + U'A';
        out += c;
    }
    return out;
}

// The numerals that people write: digits, and the units of ten; the forms of bank notes beside them.
constexpr TextView kNoteDigits = U"\u96F6\u58F9\u8D30\u53C1\u8086\u4F0D\u9646\u67D2\u634C\u7396";
constexpr TextView kTens = U"\u5341\u62FE", kHundreds = U"\u767E\u4F70", kThousands = U"\u5343\u4EDF";

int digit_of(char32_t c) {
    for (const TextView digits : {kHanDigits, kNoteDigits})
        if (const std::size_t at = digits.find(c); at != TextView::npos) return static_cast<int>(at);
    return is_in(kHanZeros, c) ? 0 : -1;
}
std::uint64_t unit_of(char32_t c) {
    return is_in(kTens, c) ? 10 : is_in(kHundreds, c) ? 100 : is_in(kThousands, c) ? 1'000 : 0;
}
bool is_numeral(char32_t c) { return digit_of(c) >= 0 || unit_of(c) > 0; }

// "eighteen", "one hundred and eight", or digit by digit; nothing for what is neither.
Text value_of_numerals(TextView run) {
    Text digits;
    if (std::none_of(run.begin(), run.end(), [](char32_t c) { return unit_of(c) > 0; })) {
        for (const char32_t c : run)
            digits += static_cast<char32_t>(U'0' + digit_of(c));
        return digits;
    }
    std::uint64_t value = 0, last_unit = 10'000;
    int digit = -1;
    for (const char32_t c : run) {
        if (const int next = digit_of(c); next >= 0) {
            if (digit > 0) return {};
            digit = next;
            continue;
        }
        const std::uint64_t unit = unit_of(c);
        const bool is_bare = digit < 0 && unit == 10;  // "ten", "eighteen", "a hundred and eighteen" as people say it
        if (unit >= last_unit || (digit <= 0 && !is_bare)) return {};
        value += (is_bare ? 1 : static_cast<std::uint64_t>(digit)) * unit;
        last_unit = unit;
        digit = -1;
    }
    if (digit > 0) value += static_cast<std::uint64_t>(digit);
    if (digit == 0) return {};
    const std::string text = std::to_string(value);
    return {text.begin(), text.end()};
}

// A number that is written in numerals, where nothing else can be meant: the sign of a number stands behind it, or
// behind those that follow it in a row, or "the" before it. Nowhere else: a kind of case is written with numerals, too.
class Numerals {
public:
    explicit Numerals(const Text& text) : text_(text) {}

    Text in_digits() const {
        Text out;
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t end = run_from(at, is_numeral);
            if (end == at) {
                out += text_[at++];
                continue;
            }
            const TextView run = TextView(text_).substr(at, end - at);
            const Text digits = is_meant(at, end) ? value_of_numerals(run) : Text{};
            out += digits.empty() ? Text(run) : digits;
            at = end;
        }
        return out;
    }

private:
    template <class Is>
    std::size_t run_from(std::size_t at, Is is) const {
        while (at < text_.size() && is(text_[at]))
            ++at;
        return at;
    }
    std::size_t past_spaces(std::size_t at) const {
        return run_from(at, [](char32_t c) { return c == U' '; });
    }
    bool ends_number(std::size_t end) const {
        for (end = past_spaces(end); end < text_.size(); end = past_spaces(end)) {
            if (text_[end] == kCaseSign) return true;
            const char32_t c = text_[end];
            if (!is_in(kParting, c) && !is_in(kAnd, c) && !is_in(kUpTo, c) && c != U'-' && c != U'~') return false;
            std::size_t next = past_spaces(end + 1);
            if (next < text_.size() && text_[next] == kOldWords.back()) next = past_spaces(next + 1);
            end = run_from(next, [](char32_t each) { return is_numeral(each) || is_digit(each); });
            if (end == next) return false;
        }
        return false;
    }
    bool is_meant(std::size_t begin, std::size_t end) const {
        const char32_t before = begin == 0 ? U'\0' : text_[begin - 1];
        if (is_digit(before) || before == kCasePartOf.front()) return false;
        const char32_t after = end < text_.size() ? text_[end] : U'\0';
        const bool stands_alone = after == U'\0' || !(is_han(after) || is_digit(after));
        return ends_number(end) || (before == kOldWords.back() && stands_alone);
    }

    const Text& text_;
};

struct Number {
    Text year, court, kind, digits;
    bool has_brackets = false;

    // A year, a word and a sum of money are no number of a case.
    [[nodiscard]] bool is_sure(bool signed_off) const { return has_brackets || signed_off || is_digit(court.back()); }
    [[nodiscard]] Text text() const {
        Text plain_kind = kind;
        while (!plain_kind.empty() && is_in(kOldWords, plain_kind.back()))
            plain_kind.pop_back();
        return Text(1, kFullOpen) + year + kFullClose + court + plain_kind + digits;
    }
};

class Reader {
public:
    explicit Reader(TextView text, std::size_t at = 0) : text_(text), at_(at) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    void go_to(std::size_t at) { at_ = at; }
    [[nodiscard]] bool is_at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] char32_t peek(std::size_t further = 0) const {
        return at_ + further < text_.size() ? text_[at_ + further] : U'\0';
    }
    void skip_spaces() {
        while (peek() == U' ')
            ++at_;
    }
    bool take(char32_t wanted) {
        skip_spaces();
        if (peek() != wanted) return false;
        while (peek() == wanted)
            ++at_;
        return true;
    }
    bool take_one_of(TextView wanted) {
        skip_spaces();
        if (is_at_end() || !is_in(wanted, peek())) return false;
        ++at_;
        return true;
    }
    template <class Is>
    Text take_while(Is is, std::size_t count_max) {
        Text taken;
        for (skip_spaces(); taken.size() < count_max && !is_at_end() && is(peek()); skip_spaces())
            taken += text_[at_++];
        return taken;
    }

    // Year and, where there are any, its brackets. Without them no digit may stand before it.
    bool take_year(Text& year, bool& has_brackets) {
        const bool has_open = take(U'(');
        if (!has_open && at_ > 0 && is_digit(text_[at_ - 1])) return false;
        year = year_digits();
        if (year.size() != 4) return false;
        if (peek() == kYearSign) ++at_;
        const bool has_close = take(U')');
        has_brackets = has_open || has_close;
        if (!has_brackets && is_digit(peek())) return false;
        int value = 0;
        for (const char32_t digit : year)
            value = value * 10 + static_cast<int>(digit - U'0');
        return value >= kCaseYearMin && value <= kYearMax;
    }

    bool take_court(Text& court) {
        skip_spaces();
        if (text_.substr(at_).starts_with(kCaseSupremeCourt)) {
            court = kCaseSupremeCourt;
            at_ += court.size();
            return true;
        }
        court = take_while(is_han, 1);
        court += take_while(is_digit, kCaseCourtDigitsMax);
        return !court.empty() && is_han(court.front());
    }

    // Everything before the number's own digits.
    bool take_head(Number& out) {
        if (!take_year(out.year, out.has_brackets) || !take_court(out.court)) return false;
        out.kind = take_while(is_han, kKindMax);
        return !out.kind.empty();
    }

    // A space may part two numbers as well as one number's digits.
    bool take_digits(Text& digits) {
        digits.clear();
        take(U'(');
        skip_spaces();
        while (is_digit(peek())) {
            digits += text_[at_++];
            if (peek() != U' ') continue;
            Number next;
            Reader ahead(text_, at_ + 1);
            if (ahead.take_head(next)) break;
            if (is_digit(peek(1))) ++at_;
        }
        if (digits.empty() || digits.size() > kCaseDigitsMax) return false;
        const std::size_t zeros = std::min(digits.find_first_not_of(U'0'), digits.size() - 1);
        digits.erase(0, zeros);
        take(U')');
        return true;
    }

    // A part of the case, before or after the sign: "-1", "one of". "-125" after 123 is no part but a row of cases.
    bool take_part(const Text& digits, Text& last) {
        Reader ahead = *this;
        ahead.take(U'(');
        if (ahead.take_one_of(kCasePartOf)) {
            const auto is_word = [](char32_t c) { return is_han(c) && !is_in(kAnd, c); };
            if (ahead.take_while(is_digit, 3).empty() && ahead.take_while(is_word, kCasePartHanMax).empty())
                return false;
        } else if (ahead.take(U'-')) {
            const Text part = ahead.take_while(is_digit, kCaseDigitsMax);
            if (part.empty()) return false;
            constexpr std::size_t kPartDigitsMax = 2;
            const bool is_row = part.size() > kPartDigitsMax && part.size() >= digits.size();
            if (is_row) last = part;
        } else {
            return false;
        }
        ahead.take(U')');
        at_ = ahead.at_;
        return true;
    }

    bool take_end(const Text& digits, Text& last) {
        take_part(digits, last);
        const bool signed_off = take(kCaseSign);
        if (signed_off) take_part(digits, last);
        return signed_off;
    }

private:
    Text year_digits() {
        Text year = take_while(is_digit, 4);
        if (!year.empty()) return year;
        for (; year.size() < 4 && !is_at_end(); ++at_) {
            const std::size_t value = kHanDigits.find(peek());
            if (value == TextView::npos && !is_in(kHanZeros, peek())) break;
            year += static_cast<char32_t>(U'0' + (value == TextView::npos ? 0 : value));
        }
        return year;
    }

    TextView text_;
    std::size_t at_;
};

std::uint64_t value_of(const Text& digits) {
    std::uint64_t value = 0;
    for (const char32_t digit : digits)
        value = value * 10 + (digit - U'0');
    return value;
}

Text digits_of(std::uint64_t value) {
    const std::string text = std::to_string(value);
    return {text.begin(), text.end()};
}

class Scanner {
public:
    explicit Scanner(Text text) : text_(std::move(text)) {}

    std::vector<std::string> run() {
        std::size_t rest = 0;  // where what belongs to no number begins
        for (std::size_t at = 0; at < text_.size() && found_.size() < kCasesMax;) {
            std::size_t begin = at, end = at;
            if (take_numbers(at, end) || take_document(rest, at, begin, end)) {
                take_rest(rest, begin);
                for (const Text& each : items_)
                    add(each);
                items_.clear();
                rest = end;
            }
            at = std::max(at + 1, end);
        }
        take_rest(rest, text_.size());
        return std::move(found_);
    }

private:
    void add(const Text& item) {
        if (item.empty() || item.size() > kItemMax || found_.size() == kCasesMax) return;
        std::string text = utf8(item);
        if (std::find(found_.begin(), found_.end(), text) == found_.end()) found_.push_back(std::move(text));
    }

    // "123 to 125" and "123-125": a row of cases, each of them named.
    void add_row(Number number, const Text& last) {
        items_.push_back(number.text());
        if (last.empty()) return;
        const std::uint64_t first = value_of(number.digits), end = value_of(last);
        for (std::uint64_t each = first + 1; each <= end && each < first + kCasesMax; ++each) {
            number.digits = digits_of(each);
            items_.push_back(number.text());
        }
    }

    // A court's number, and those that follow and say only what is different.
    bool take_numbers(std::size_t at, std::size_t& end) {
        Number number;
        Reader reader(text_, at);
        if (!reader.take_head(number) || !reader.take_digits(number.digits)) return false;
        Text last;
        if (!number.is_sure(reader.take_end(number.digits, last))) return false;
        take_up_to(reader, last);
        add_row(number, last);
        while (take_next(reader, number)) {
        }
        end = reader.at();
        return true;
    }

    static void take_up_to(Reader& reader, Text& last) {
        Reader ahead = reader;
        if (!ahead.take_one_of(kUpTo) && !ahead.take(U'~')) return;
        ahead.take_one_of(kOldWords);
        Text digits, ignored;
        if (!ahead.take_digits(digits) || !ahead.take_end(digits, ignored)) return;
        last = digits;
        reader = ahead;
    }

    bool take_next(Reader& reader, Number& number) {
        Reader ahead = reader;
        const bool parted = ahead.take_one_of(kParting) || ahead.take_one_of(kAnd);
        Reader whole = ahead;
        Number other;
        if (!parted || whole.take_head(other)) return false;
        other = number;
        take_what_differs(ahead, other);
        Text last;
        if (!ahead.take_digits(other.digits)) return false;
        const bool signed_off = ahead.take_end(other.digits, last);
        take_up_to(ahead, last);
        Reader after = ahead;
        const bool goes_on = (after.take_one_of(kParting) || after.take_one_of(kAnd)) && is_digit(after.peek());
        if (!signed_off && last.empty() && !goes_on) return false;
        number = other;
        add_row(number, last);
        reader = ahead;
        return true;
    }

    // Of court and kind.
    static void take_what_differs(Reader& reader, Number& number) {
        Reader ahead = reader;
        Text court = ahead.take_while(is_han, 1);
        const Text digits = ahead.take_while(is_digit, kCaseCourtDigitsMax);
        Text kind = ahead.take_while(is_han, kShortKindMax);
        if (!court.empty() && !digits.empty() && !kind.empty()) {
            number.court = court + digits;
            number.kind = kind;
            reader = ahead;
            return;
        }
        kind = reader.take_while(is_han, kShortKindMax);
        while (!kind.empty() && is_in(kOldWords, kind.front()))
            kind.erase(0, 1);
        if (!kind.empty()) number.kind = kind;
    }

    // Another office's number: its own words, a year in brackets, a number.
    bool take_document(std::size_t rest, std::size_t at, std::size_t& begin, std::size_t& end) {
        Reader reader(text_, at);
        Text year, digits;
        bool has_brackets = false;
        if (text_[at] != U'(' || !reader.take_year(year, has_brackets)) return false;
        Text kind = reader.take_while(is_han, kKindMax);
        if (!reader.take_digits(digits)) return false;
        reader.take(kCaseSign);
        begin = prefix_begin(rest, at);
        Text prefix = without_spaces(TextView(text_).substr(begin, at - begin));
        if (prefix.empty() && kind.empty()) return false;
        for (Text* words : {&prefix, &kind})
            while (!words->empty() && is_in(kOldWords, words->back()))
                words->pop_back();
        items_.push_back(prefix + U"(" + year + U")" + kind + digits + kCaseSign);
        end = reader.at();
        return true;
    }

    // Back to what parts numbers, or to the end of an office's name, without an "and" after the number before.
    [[nodiscard]] std::size_t prefix_begin(std::size_t rest, std::size_t at) const {
        std::size_t begin = at;
        while (begin > rest && at - begin < kPrefixMax && !is_in(kParting, text_[begin - 1]))
            --begin;
        for (std::size_t i = at; i > begin + 1; --i)
            if (is_in(kOfficeEnd, text_[i - 2])) return i - 1;
        while (begin < at && (text_[begin] == U' ' || (rest > 0 && is_in(kAnd, text_[begin]))))
            ++begin;
        return begin;
    }

    // What is left is a number only if it looks like one; if nothing else was found, it is all there is.
    void take_rest(std::size_t from, std::size_t to) {
        const bool is_all = from == 0 && to == text_.size();
        constexpr std::size_t kDigitsMin = 6;
        while (from < to) {
            std::size_t end = from;
            while (end < to && !is_in(kParting, text_[end]))
                ++end;
            const Text piece = without_spaces(TextView(text_).substr(from, end - from));
            const auto digits = static_cast<std::size_t>(std::count_if(piece.begin(), piece.end(), is_digit));
            const bool tells_day =
                std::any_of(piece.begin(), piece.end(), [](char32_t c) { return is_in(kOfDays, c); });
            if (is_all ? digits > 0 : digits >= kDigitsMin && !tells_day) add(piece);
            from = end + 1;
        }
    }

    static Text without_spaces(TextView text) {
        Text out(text);
        std::erase(out, U' ');
        return out;
    }

    Text text_;
    std::vector<Text> items_;  // of the place that is being read
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> same_case_texts(std::string_view typed) {
    Text text = plain(typed);
    if (text.size() > kTypedMax) text.resize(kTypedMax);
    return Scanner(Numerals(text).in_digits()).run();
}

}  // namespace courtyard::domain
