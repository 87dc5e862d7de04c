#include "app/printing/court_format.hpp"

#include <algorithm>

#include "app/domain/mask.hpp"
#include "app/domain/sentence_end.hpp"
#include "app/domain/text.hpp"

namespace courtyard::printing {

namespace {

using pack::BlankType;
using pack::CourtBlank;
using Form = CourtBlank::Form;

std::string figure(const pack::Pack& pack, int digit) {
    const auto points = domain::code_points(pack.words.text("court.figures"));
    if (!points || points->size() != 10) return std::to_string(digit);
    return domain::utf8(points->substr(static_cast<std::size_t>(digit), 1));
}

// 2026 as four figures, one by one.
std::string year_figures(const pack::Pack& pack, int year) {
    std::string out;
    for (const char c : std::to_string(year))
        out += figure(pack, c - '0');
    return out;
}

// 1 to 31 as people say it.
std::string spoken(const pack::Pack& pack, int number) {
    if (number < 10) return figure(pack, number);
    std::string out = number >= 20 ? figure(pack, number / 10) : std::string();
    out += pack.words.text("court.ten");
    return number % 10 == 0 ? out : out + figure(pack, number % 10);
}

std::string format_day(const pack::Pack& pack, domain::Date day, Form form) {
    const auto& words = pack.words;
    const bool chinese = form == Form::Chinese;
    return (chinese ? year_figures(pack, day.year()) : std::to_string(day.year())) + words.text("court.year") +
           (chinese ? spoken(pack, day.month()) : std::to_string(day.month())) + words.text("court.month") +
           (chinese ? spoken(pack, day.day()) : std::to_string(day.day())) + words.text("court.day");
}

std::string format_money(const pack::Pack& pack, domain::Fen amount, Form form) {
    if (form == Form::Capital) return domain::capital_text(amount, pack.capital);
    return domain::yuan_display(amount) + pack.words.text("court.yuan");
}

// A word of a choice. A court's own words of a list ("food 2") keep what stands behind their first word.
std::string word_of(const pack::Pack& pack, const CourtBlank& blank, const std::string& value) {
    if (blank.words.empty() || blank.words == "form") return value;
    const std::string key = blank.words + ".";
    if (pack.words.has(key + value)) return pack.words.text(key + value);
    const std::size_t end = value.find_first_of(" :=");
    if (end == std::string::npos || !pack.words.has(key + value.substr(0, end))) return value;
    return pack.words.text(key + value.substr(0, end)) + " " +
           value.substr(std::min(value.find_first_not_of(" :=", end), value.size()));
}

std::string joined(const pack::Pack& pack, const CourtBlank& blank, const std::vector<std::string>& all) {
    const std::string between = pack.words.text("court.between");
    std::string out;
    for (const std::string& each : all) {
        if (!out.empty()) out += between;
        std::string_view rest =
            between;  // an item gives its last mark up to it, the last item to what follows the list
        domain::put_words(out, word_of(pack, blank, each), rest);
    }
    return out;
}

// All that may be chosen: value and word.
std::vector<std::pair<std::string, std::string>> choices_of(const pack::Pack& pack, const CourtBlank& blank) {
    std::vector<std::pair<std::string, std::string>> all;
    if (blank.type == BlankType::YesNo)
        return {{"yes", pack.words.text("court.yes")}, {"no", pack.words.text("court.no")}};
    if (blank.words == "form") {
        const std::size_t dot = blank.name.find('.', blank.name.find('.') + 1);
        const domain::Field* field = pack.form.field(blank.name.substr(0, dot));
        if (field != nullptr && dot != std::string::npos) field = field->column(blank.name.substr(dot + 1));
        if (field == nullptr) return all;
        for (const domain::Option& option : field->options) {
            const bool is_code = static_cast<unsigned char>(option.value.front()) < 0x80;
            const std::string& word = is_code ? option.say : option.value;
            all.emplace_back(word, word);
        }
        return all;
    }
    for (std::size_t from = 0; from < blank.choices.size();) {
        const std::size_t end = std::min(blank.choices.find(' ', from), blank.choices.size());
        const std::string value = blank.choices.substr(from, end - from);
        all.emplace_back(value, word_of(pack, blank, value));
        from = end + 1;
    }
    return all;
}

std::string boxes(const pack::Pack& pack, const CourtBlank& blank, const std::vector<std::string>& chosen) {
    std::string out;
    for (const auto& [value, word] : choices_of(pack, blank)) {
        const bool ticked = std::find(chosen.begin(), chosen.end(), value) != chosen.end();
        out += (out.empty() ? "" : "  ") + pack.words.text(ticked ? "court.ticked" : "court.box") + word;
    }
    for (const std::string& own : chosen) {  // in words of one's own
        const auto all = choices_of(pack, blank);
        const bool is_known = std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.first == own; });
        if (!is_known) out += "  " + pack.words.text("court.ticked") + own;
    }
    return out;
}

int usual_line(BlankType type) {
    switch (type) {
        case BlankType::Text: return 8;
        case BlankType::Words: return 20;
        case BlankType::Name: return 6;
        case BlankType::Money: return 8;
        case BlankType::Number: return 3;
        case BlankType::Choice: return 6;
        case BlankType::Texts: return 16;
        default: return 8;
    }
}

}  // namespace

std::string ruled_line(const pack::Pack& pack, int characters) {
    std::string out;
    for (int i = 0; i < characters; ++i)
        out += pack.words.text("court.line");
    return out;
}

namespace {

// A telephone number, else a document's.
std::string masked_number(const std::string& text) {
    constexpr std::size_t kPhone = 11;
    return text.size() == kPhone ? domain::mask_all_but(text, 3, 4) : domain::mask_document(text);
}

}  // namespace

std::string format_value(const pack::Pack& pack, const CourtBlank& blank, const CourtValue& value) {
    if (const auto* day = std::get_if<domain::Date>(&value.what)) return format_day(pack, *day, blank.form);
    if (const auto* amount = std::get_if<domain::Fen>(&value.what)) return format_money(pack, *amount, blank.form);
    if (const auto* number = std::get_if<std::int64_t>(&value.what)) return std::to_string(*number);
    if (const auto* yes = std::get_if<bool>(&value.what)) {
        if (blank.form == Form::Boxes) return boxes(pack, blank, {*yes ? "yes" : "no"});
        return pack.words.text(*yes ? "court.yes" : "court.no");
    }
    if (const auto* all = std::get_if<std::vector<std::string>>(&value.what))
        return blank.form == Form::Boxes ? boxes(pack, blank, *all) : joined(pack, blank, *all);
    const auto* text = std::get_if<std::string>(&value.what);
    if (text == nullptr) return {};
    if (blank.form == Form::Boxes) return boxes(pack, blank, {*text});
    if (blank.form == Form::Masked) return masked_number(*text);
    return word_of(pack, blank, *text);
}

std::string format_empty(const pack::Pack& pack, const CourtBlank& blank, int line_max) {
    const auto& words = pack.words;
    if (blank.form == Form::Boxes || (blank.type == BlankType::YesNo && blank.line == 0)) return boxes(pack, blank, {});
    if (blank.type == BlankType::Day)
        return ruled_line(pack, 4) + words.text("court.year") + ruled_line(pack, 2) + words.text("court.month") +
               ruled_line(pack, 2) + words.text("court.day");
    const int line = blank.line > 0 ? blank.line : usual_line(blank.type);
    const std::string ruled = ruled_line(pack, line_max > 0 && blank.line == 0 ? std::min(line, line_max) : line);
    return blank.type == BlankType::Money && blank.form == Form::Plain ? ruled + words.text("court.yuan") : ruled;
}

}  // namespace courtyard::printing
