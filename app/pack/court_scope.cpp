#include "app/pack/court_scope.hpp"

#include <algorithm>

#include "app/pack/court_text.hpp"

namespace courtyard::pack {

namespace {

// "a b" as "a or b".
std::string with_or(std::string_view words) {
    std::string out;
    for (const char each : words)
        out += each == ' ' ? std::string(" or ") : std::string(1, each);
    return out;
}

bool is_among(std::string_view word, std::string_view words) {
    for (std::size_t from = 0; from < words.size();) {
        const std::size_t end = std::min(words.find(' ', from), words.size());
        if (words.substr(from, end - from) == word) return true;
        from = end + 1;
    }
    return false;
}

using domain::Field;
using domain::FieldType;

constexpr std::size_t kNear = 3;  // slips of the pen between two names

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row[b.size()];
}

std::string unknown(std::string_view name) {
    std::string out = "the blank {" + std::string(name) + "} is not known";
    const BlankRule* nearest = nullptr;
    std::size_t least = kNear;
    for (const BlankRule& blank : court_blanks()) {
        const std::size_t far = distance(name, blank.name);
        if (far < least) {
            least = far;
            nearest = &blank;
        }
    }
    if (nearest != nullptr) return out + "; do you mean {" + std::string(nearest->name) + "}?";
    return out + "; courtyardctl papers blanks lists all";
}

BlankType type_of(const Field& field) {
    switch (field.type) {
        case FieldType::Name: return BlankType::Name;
        case FieldType::LongText: return BlankType::Words;
        case FieldType::Date: return BlankType::Day;
        case FieldType::Money: return BlankType::Money;
        case FieldType::Integer: return BlankType::Number;
        case FieldType::Choice:
        case FieldType::YesNo:
        case FieldType::YesNoUnknown: return BlankType::Choice;
        case FieldType::Declaration:
        case FieldType::Consent: return BlankType::YesNo;
        case FieldType::Multi: return BlankType::Texts;
        case FieldType::Rows:
        case FieldType::Papers: return BlankType::Rows;
        default: return BlankType::Text;
    }
}

bool has_boxes(const Field& field) {
    return field.type == FieldType::Choice || field.type == FieldType::Multi || field.type == FieldType::YesNo ||
           field.type == FieldType::YesNoUnknown;
}

// What a paper says of an option: the words of a code ("E1"), else the option as it is stored.
std::string said_of(const domain::Option& option) {
    const bool is_code = !option.value.empty() && static_cast<unsigned char>(option.value.front()) < 0x80;
    return is_code ? option.say : option.value;
}

using Answers = std::optional<std::vector<std::string>>;

// The words that a test may ask of a field: those that can be chosen, and those that are accepted instead of an answer.
// `owner`: the field whose part it is, else itself; a word instead of the whole answer stands in a part of it.
Answers answers_of(const domain::FormDefinition& form, const Field& owner, const Field& field) {
    const BlankType type = type_of(field);
    if (type == BlankType::YesNo) return {{"yes", "no"}};
    if (type == BlankType::Rows) return std::vector<std::string>{};
    const bool is_figure = type == BlankType::Money || type == BlankType::Day;
    if (!field.is_closed() && !is_figure) return std::nullopt;
    std::vector<std::string> all;
    for (const domain::Option& option : field.options)
        all.push_back(said_of(option));
    if (field.type == FieldType::YesNo || field.type == FieldType::YesNoUnknown) all = {form.yes, form.no};
    if (field.type == FieldType::YesNoUnknown) all.push_back(form.unknown);
    all.insert(all.end(), field.also.begin(), field.also.end());
    if (&owner != &field) all.insert(all.end(), owner.also.begin(), owner.also.end());
    return all;
}

CourtBlank blank_of(std::string_view name, const domain::FormDefinition& form, const Field& owner, const Field& field) {
    CourtBlank blank;
    blank.name = std::string(name);
    blank.type = type_of(field);
    if (has_boxes(field)) blank.words = "form";
    blank.answers = answers_of(form, owner, field);
    return blank;
}

Answers answers_of(BlankType type, std::string_view choices) {
    const auto words = words_in(choices);
    if (!words.empty()) return std::vector<std::string>(words.begin(), words.end());
    switch (type) {
        case BlankType::YesNo: return {{"yes", "no"}};
        case BlankType::Money:
        case BlankType::Number:
        case BlankType::Day:
        case BlankType::Rows: return std::vector<std::string>{};
        default: return std::nullopt;
    }
}

CourtBlank made(std::string_view name, BlankType type, std::string_view words = {}, std::string_view choices = {}) {
    CourtBlank blank;
    blank.name = std::string(name);
    blank.type = type;
    if (!choices.empty()) blank.words = "court." + std::string(words);
    blank.choices = std::string(choices);
    blank.answers = answers_of(type, choices);
    return blank;
}

// "F1.36.part" -> "F1.36" and "part".
std::pair<std::string_view, std::string_view> code_and_part(std::string_view name) {
    const std::size_t first = name.find('.');
    const std::size_t second = first == std::string_view::npos ? first : name.find('.', first + 1);
    if (second == std::string_view::npos) return {name, {}};
    return {name.substr(0, second), name.substr(second + 1)};
}

bool looks_like_code(std::string_view name) {
    return name.size() > 2 && name[0] == 'F' && name[1] >= '0' && name[1] <= '9';
}

}  // namespace

std::optional<CourtBlank> CourtScope::find(std::string_view name, For use, std::string& why) const {
    const std::string_view head = name.substr(0, name.find('.'));
    for (auto loop = loops_.rbegin(); loop != loops_.rend(); ++loop)
        if (loop->variable == head) return in_loop(*loop, name, why);
    if (looks_like_code(name)) return of_form(name, use, why);
    if (head == "contact") return of_contact(name, why);
    return of_list(name, use, why);
}

std::optional<CourtBlank> CourtScope::in_loop(const Loop& loop, std::string_view name, std::string& why) const {
    const std::string_view part = name.size() > loop.variable.size() ? name.substr(loop.variable.size() + 1) : "";
    if (part == "n") return made(name, BlankType::Number);
    const bool has_rows = loop.field != nullptr || !loop.columns.empty();
    if (part.empty() && !has_rows) {
        CourtBlank blank = loop.each;
        blank.name = std::string(name);
        return blank;
    }
    for (const ColumnRule& column : loop.columns)
        if (column.name == part) return made(name, column.type, loop.list + "." + std::string(part), column.choices);
    if (loop.field != nullptr)
        if (const Field* column = loop.field->column(part)) return blank_of(name, pack_.form, *loop.field, *column);
    why = "'" + std::string(name) + "': the list " + loop.list + " has no part '" + std::string(part) + "'; it has n";
    for (const ColumnRule& column : loop.columns)
        why += " " + std::string(column.name);
    if (loop.field != nullptr)
        for (const Field& column : loop.field->columns)
            why += " " + column.code;
    return std::nullopt;
}

std::optional<CourtBlank> CourtScope::of_form(std::string_view name, For use, std::string& why) const {
    const auto [code, part] = code_and_part(name);
    const Field* field = pack_.form.field(code);
    const auto no = [&why](std::string what) {
        why = std::move(what);
        return std::nullopt;
    };
    if (field == nullptr) return no("'" + std::string(code) + "' is no field of the form");
    if (field->type == FieldType::BankAccount) {
        if (about_ != "pay_ordered" && about_ != "urgent_paid")
            return no("the account of the form stands on papers about a payment only");
        const Field* column = field->column(part);
        if (column != nullptr && column->role == "account") return no("write {account} for the number of the account");
    }
    if (part.empty()) {
        const bool whole =
            use == For::Test || (field->type != FieldType::Group && field->type != FieldType::BankAccount &&
                                 field->type != FieldType::Signature && type_of(*field) != BlankType::Rows);
        if (!whole)
            return no("'" + std::string(name) + "' has parts: write {" + std::string(name) +
                      ".part}, or {each row of " + std::string(name) + "}");
        return blank_of(name, pack_.form, *field, *field);
    }
    if (field->type == FieldType::IdDocument && (part == "type" || part == "number"))
        return made(name, BlankType::Text);
    if (field->type == FieldType::Signature && part == "date") return made(name, BlankType::Day);
    const Field* column = field->column(part);
    if (column == nullptr || type_of(*field) == BlankType::Rows)
        return no("'" + std::string(code) + "' has no part '" + std::string(part) + "'");
    return blank_of(name, pack_.form, *field, *column);
}

std::optional<CourtBlank> CourtScope::of_contact(std::string_view name, std::string& why) const {
    const std::size_t last = name.rfind('.');
    const std::string_view part = name.substr(last + 1);
    const std::size_t first = name.find('.');
    const std::string_view id = first < last ? name.substr(first + 1, last - first - 1) : std::string_view();
    if (pack_.contact(id) != nullptr && (part == "name" || part == "number")) return made(name, BlankType::Text);
    why = "'" + std::string(name) + "' must be like {contact.aid_office.name} or .number, with an id of contacts.toml";
    return std::nullopt;
}

std::optional<CourtBlank> CourtScope::of_list(std::string_view name, For use, std::string& why) const {
    const BlankRule* rule = find_blank(name);
    if (rule == nullptr) {
        why = unknown(name);
        return std::nullopt;
    }
    if (!rule->only_about.empty() && !is_among(about_, rule->only_about)) {
        why = "the blank {" + std::string(name) + "} stands only in papers about " + with_or(rule->only_about);
        return std::nullopt;
    }
    if (rule->type == BlankType::Rows && use == For::Text) {
        why = "{" + std::string(name) + "} has rows: write {each row of " + std::string(name) + "}";
        return std::nullopt;
    }
    return made(name, rule->type, name, rule->choices);
}

bool CourtScope::enter(std::string_view variable, std::string_view list, std::string& why) {
    Loop loop;
    loop.variable = std::string(variable);
    loop.list = std::string(list);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    if (!std::all_of(variable.begin(), variable.end(), is_letter) || find_blank(variable) != nullptr) {
        why = "'" + std::string(variable) + "' must be a word of small letters that is no blank";
        return false;
    }
    const auto found = find(list, For::Test, why);
    if (!found) return false;
    if (found->type != BlankType::Rows && found->type != BlankType::Texts) {
        why = "'" + std::string(list) + "' is no list";
        return false;
    }
    if (const BlankRule* rule = find_blank(list)) loop.columns = rule->columns;
    if (found->type == BlankType::Rows && loop.columns.empty()) loop.field = pack_.form.field(list);
    loop.each = *found;
    loop.each.type = found->choices.empty() ? BlankType::Text : BlankType::Choice;
    loops_.push_back(std::move(loop));
    return true;
}

std::string CourtScope::lacks_words(const CourtBlank& blank) const {
    if (blank.choices.empty()) return {};
    std::string_view all = blank.choices;
    while (!all.empty()) {
        const std::size_t end = std::min(all.find(' '), all.size());
        const std::string key = blank.words + "." + std::string(all.substr(0, end));
        if (!pack_.words.has(key))
            return "'" + blank.name + "' needs the words '" + key + "' in text/court.toml; add them";
        all.remove_prefix(std::min(end + 1, all.size()));
    }
    return {};
}

}  // namespace courtyard::pack
