#include "app/pack/application_json.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "app/pack/json_text.hpp"
#include "app/pack/readers.hpp"
#include "app/pack/tree.hpp"

namespace courtyard::pack {

namespace {

using domain::Answer;
using domain::Field;
using domain::FieldType;
using Kind = Tree::Kind;

tl::unexpected<base::Error> wrong_kind(std::string_view place, std::string_view expected) {
    return base::fail("application.kind", std::string(place) + " must be " + std::string(expected));
}

bool takes_numbers(FieldType type) { return type == FieldType::Money || type == FieldType::Integer; }

// A JSON number that is a whole one however it is written (3, 3.0, 1e5), in plain digits. Nothing for a fraction. What
// is beyond all bounds stays as it is written: the check has a sentence for it.
std::optional<std::string> whole_number(const Tree& node) {
    if (node.kind == Kind::Integer) return std::to_string(node.integer);
    constexpr long kExponentMax = 30;
    std::string_view rest = node.text;
    const bool is_negative = rest.starts_with('-');
    if (is_negative) rest.remove_prefix(1);
    const std::size_t e = rest.find_first_of("eE");
    long exponent = 0;
    if (e != std::string_view::npos) {
        const bool has_plus = e + 1 < rest.size() && rest[e + 1] == '+';
        const std::string_view written = rest.substr(e + (has_plus ? 2 : 1));
        const auto [end, failed] = std::from_chars(written.data(), written.data() + written.size(), exponent);
        if (failed != std::errc{} || end != written.data() + written.size()) return std::nullopt;
        rest = rest.substr(0, e);
    }
    const std::size_t point = std::min(rest.find('.'), rest.size());
    std::string digits = std::string(rest.substr(0, point));
    if (point < rest.size()) {
        const std::string_view decimals = rest.substr(point + 1);
        digits += decimals;
        exponent -= static_cast<long>(decimals.size());
    }
    for (; exponent < 0 && digits.size() > 1 && digits.ends_with('0'); ++exponent)
        digits.pop_back();
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty()) return "0";
    if (exponent < 0) return std::nullopt;
    if (exponent > kExponentMax) return node.text;
    digits.append(static_cast<std::size_t>(exponent), '0');
    return (is_negative ? "-" : "") + digits;
}

// A single value as text: texts as they are, whole numbers where numbers make sense.
base::Result<std::string> scalar(const Field& field, const Tree& node, std::string_view place) {
    if (node.kind == Kind::Text) return node.text;
    const bool is_number = node.kind == Kind::Integer || node.kind == Kind::Decimal;
    if (!takes_numbers(field.type)) return wrong_kind(place, "a text in quotation marks");
    if (is_number) {
        if (std::optional<std::string> number = whole_number(node)) return *std::move(number);
    }
    if (field.type == FieldType::Integer) return wrong_kind(place, "a whole number, as a number or a text");
    // A number with a fraction goes through floating point in most programs before it reaches this one.
    return wrong_kind(place, is_number ? "an amount in whole yuan; write one with jiao and fen as a text, \"1234.56\""
                                       : "an amount in yuan, as a whole number or a text");
}

std::string parts_of(const Field& field) {
    std::string names;
    for (const Field& column : field.columns)
        names += (names.empty() ? "" : ", ") + ('"' + column.code + '"');
    return names;
}

base::Result<domain::Row> read_row(const Field& field, const Tree& node, const std::string& place) {
    if (node.kind != Kind::Table) {
        const std::string either = field.type == FieldType::IdDocument ? "the number as a text, or " : "";
        return wrong_kind(place, either + "an object with the parts " + parts_of(field));
    }
    domain::Row row;
    for (const auto& [key, value] : node.table) {
        const Field* column = field.column(key);
        if (column == nullptr)
            return base::fail(
                "application.unknown_field",
                place + " has a part '" + shown(key) + "' that the form does not know; it has " + parts_of(field));
        row.emplace(key, TRY(scalar(*column, value, place + "." + key)));
    }
    return row;
}

base::Result<domain::Row> read_signature(const Tree& node, const std::string& place) {
    if (node.kind != Kind::Table) return wrong_kind(place, "an object with \"signed\" and \"date\"");
    domain::Row row;
    for (const auto& [key, value] : node.table) {
        if (key == "signed" && value.kind == Kind::Bool) {
            row.emplace(key, value.truth ? "true" : "false");
        } else if ((key == "date" || key == "ink") && value.kind == Kind::Text) {
            row.emplace(key, value.text);
        } else {
            return wrong_kind(place, "an object with \"signed\" (true or false), \"date\" and \"ink\" (texts) only");
        }
    }
    return row;
}

base::Result<Answer> read_list(const Field& field, const Tree& node, const std::string& place) {
    if (node.kind != Kind::List) {
        return wrong_kind(place, field.type == FieldType::Multi
                                     ? "a list of texts"
                                     : "a list of objects with the parts " + parts_of(field));
    }
    if (node.list.size() > kListEntriesMax)
        return base::fail("application.size", place + " has more than " + std::to_string(kListEntriesMax) + " entries");
    domain::TextList texts;
    domain::RowList rows;
    for (std::size_t i = 0; i < node.list.size(); ++i) {
        const std::string entry = place + "[" + std::to_string(i + 1) + "]";
        if (field.type == FieldType::Multi) {
            if (node.list[i].kind != Kind::Text) return wrong_kind(entry, "a text in quotation marks");
            texts.push_back(node.list[i].text);
        } else {
            rows.push_back(TRY(read_row(field, node.list[i], entry)));
        }
    }
    return field.type == FieldType::Multi ? Answer{std::move(texts)} : Answer{std::move(rows)};
}

base::Result<Answer> read_answer(const Field& field, const Tree& node) {
    const std::string& place = field.code;
    // A word instead of an answer ("not clear", "none") is a text whatever the type; which words a field takes is
    // judged by check().
    const bool is_structured = field.type == FieldType::Multi || !field.columns.empty();
    if (is_structured && node.kind == Kind::Text) return Answer{node.text};
    switch (field.type) {
        case FieldType::Multi:
        case FieldType::Rows:
        case FieldType::Papers: return read_list(field, node, place);
        case FieldType::Group:
        case FieldType::BankAccount:
        case FieldType::IdDocument: return Answer{TRY(read_row(field, node, place))};
        case FieldType::Signature: return Answer{TRY(read_signature(node, place))};
        case FieldType::Declaration:
        case FieldType::Consent:
            if (node.kind != Kind::Bool) return wrong_kind(place, "true or false");
            return Answer{node.truth};
        default: return Answer{TRY(scalar(field, node, place))};
    }
}

// Without a field nobody knows what kind a value is of: as it is written.
std::string as_written(const Tree& node) {
    switch (node.kind) {
        case Kind::Integer: return std::to_string(node.integer);
        case Kind::Bool: return node.truth ? "true" : "false";
        default: return node.text;
    }
}

domain::Row row_as_written(const Tree& node) {
    domain::Row row;
    for (const auto& [key, value] : node.table)
        row.emplace(key, as_written(value));
    return row;
}

Answer answer_as_written(const Tree& node) {
    if (node.kind == Kind::Bool) return Answer{node.truth};
    if (node.kind == Kind::Table) return Answer{row_as_written(node)};
    if (node.kind != Kind::List) return Answer{as_written(node)};
    domain::TextList texts;
    domain::RowList rows;
    for (const Tree& each : node.list) {
        if (each.kind == Kind::Table)
            rows.push_back(row_as_written(each));
        else
            texts.push_back(as_written(each));
    }
    return rows.empty() ? Answer{std::move(texts)} : Answer{std::move(rows)};
}

using Answers = std::map<std::string, Answer, std::less<>>;

void keep_other(Answers& others, const std::string& place, const Tree& node) {
    Answer answer = answer_as_written(node);
    if (!answer.is_empty()) others.emplace(place, std::move(answer));
}

// Parts that the field does not have, or that are of another kind in it, leave the tree; what they said is kept.
void part_from(const Field& field, Tree& node, const std::string& place, Answers& others) {
    for (std::size_t i = 0; i < node.list.size(); ++i)
        part_from(field, node.list[i], place + "[" + std::to_string(i + 1) + "]", others);
    if (field.columns.empty()) return;
    std::erase_if(node.table, [&](Tree::Entry& entry) {
        const Field* column = field.column(entry.key);
        const std::string part = place + "." + entry.key;
        if (column != nullptr && scalar(*column, entry.value, part)) return false;
        keep_other(others, part, entry.value);
        wipe(entry.value);
        return true;
    });
}

void read_signed_answer(const Field& field, Tree& node, domain::Application& into) {
    if (auto whole = read_answer(field, node)) {
        into.answers.emplace(field.code, *std::move(whole));
        return;
    }
    Tree known = node;
    Answers others;
    part_from(field, known, field.code, others);
    auto parts = read_answer(field, known);
    wipe(known);
    if (parts) {
        if (!parts->is_empty()) into.answers.emplace(field.code, *std::move(parts));
        into.others.merge(others);
    } else {
        keep_other(into.others, field.code, node);
    }
}

void write_row(JsonWriter& writer, const Field& field, const domain::Row& row) {
    writer.open_object();
    if (field.type == FieldType::Signature) {
        if (const auto made = row.find("signed"); made != row.end()) {
            writer.key("signed");
            writer.truth(made->second == "true");
        }
        for (const char* part : {"date", "ink"}) {
            const auto found = row.find(part);
            if (found == row.end()) continue;
            writer.key(part);
            writer.text(found->second);
        }
    }
    for (const Field& column : field.columns) {
        const auto part = row.find(column.code);
        if (part == row.end()) continue;
        writer.key(column.code);
        writer.text(part->second);
    }
    writer.close_object();
}

void write_answer(JsonWriter& writer, const Field& field, const Answer& answer) {
    if (const std::string* text = answer.text()) return writer.text(*text);
    if (const bool* flag = answer.flag()) return writer.truth(*flag);
    if (const domain::Row* row = answer.row()) return write_row(writer, field, *row);
    writer.open_list();
    if (const domain::TextList* list = answer.list()) {
        for (const std::string& text : *list)
            writer.text(text);
    }
    if (const domain::RowList* rows = answer.rows()) {
        for (const domain::Row& row : *rows)
            write_row(writer, field, row);
    }
    writer.close_list();
}

}  // namespace

base::Result<domain::Application> read_application(const domain::FormDefinition& form, const Tree& root) {
    if (root.kind != Kind::Table)
        return base::fail("application.json", "an application must be one JSON object {\"F1.01\":…}");
    domain::Application application;
    for (const auto& [code, node] : root.table) {
        const Field* field = form.field(code);
        if (field == nullptr)
            return base::fail("application.unknown_field",
                              "'" + shown(code) + "' is no field of the form " + form.id + "; see courtyardctl form");
        application.answers.emplace(code, TRY(read_answer(*field, node)));
    }
    return application;
}

base::Result<Tree> parse_application_tree(std::string_view json, std::size_t& line) {
    return parse_json(json, {kApplicationJsonBytesMax, kJsonDepthMax}, "application.json", &line);
}

base::Result<domain::Application> parse_application(const domain::FormDefinition& form, std::string_view json) {
    Tree root = TRY(parse_json(json, {kApplicationJsonBytesMax, kJsonDepthMax}, "application.json"));
    auto application = read_application(form, root);
    wipe(root);
    return application;
}

base::Result<domain::Application> parse_signed_application(const domain::FormDefinition& form, std::string_view json) {
    Tree root = TRY(parse_json(json, {kApplicationJsonBytesMax, kJsonDepthMax}, "application.json"));
    if (root.kind != Kind::Table) {
        wipe(root);
        return base::fail("application.json", "an application must be one JSON object {\"F1.01\":…}");
    }
    domain::Application application;
    for (auto& [code, node] : root.table) {
        if (const Field* field = form.field(code))
            read_signed_answer(*field, node, application);
        else
            keep_other(application.others, code, node);
    }
    wipe(root);
    return application;
}

std::string write_application(const domain::FormDefinition& form, const domain::Application& application) {
    JsonWriter writer;
    writer.open_object();
    for (const Field& field : form.fields) {
        const auto answer = application.answers.find(field.code);
        if (answer == application.answers.end()) continue;
        writer.key(field.code);
        write_answer(writer, field, answer->second);
    }
    writer.close_object();
    return writer.take();
}

}  // namespace courtyard::pack
