#include "app/pack/application_json.hpp"

#include <array>

#include "app/pack/json_text.hpp"
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

// A single value as text: texts as they are, numbers exactly as written where numbers make sense.
base::Result<std::string> scalar(const Field& field, const Tree& node, std::string_view place) {
    if (node.kind == Kind::Text) return node.text;
    if (!takes_numbers(field.type)) return wrong_kind(place, "a text in quotation marks");
    if (node.kind == Kind::Integer) return std::to_string(node.integer);
    if (node.kind == Kind::Decimal && field.type == FieldType::Money) return node.text;
    return wrong_kind(place, field.type == FieldType::Money ? "an amount in yuan, as a number or a text"
                                                            : "a whole number, as a number or a text");
}

base::Result<domain::Row> read_row(const Field& field, const Tree& node, const std::string& place) {
    if (node.kind != Kind::Table) return wrong_kind(place, "an object with the parts that the form names");
    domain::Row row;
    for (const auto& [key, value] : node.table) {
        const Field* column = field.column(key);
        if (column == nullptr)
            return base::fail("application.unknown_field",
                              place + " has a part '" + key + "' that the form does not know");
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
        } else if (key == "date" && value.kind == Kind::Text) {
            row.emplace(key, value.text);
        } else {
            return wrong_kind(place, "an object with \"signed\" (true or false) and \"date\" (a text) only");
        }
    }
    return row;
}

base::Result<Answer> read_list(const Field& field, const Tree& node, const std::string& place) {
    if (node.kind != Kind::List) return wrong_kind(place, "a list");
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

void write_row(JsonWriter& writer, const Field& field, const domain::Row& row) {
    writer.open_object();
    if (field.type == FieldType::Signature) {
        if (const auto made = row.find("signed"); made != row.end()) {
            writer.key("signed");
            writer.truth(made->second == "true");
        }
        if (const auto date = row.find("date"); date != row.end()) {
            writer.key("date");
            writer.text(date->second);
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

base::Result<domain::Application> parse_application(const domain::FormDefinition& form, std::string_view json) {
    const Tree root = TRY(parse_json(json, {kApplicationJsonBytesMax, kJsonDepthMax}, "application.json"));
    if (root.kind != Kind::Table)
        return base::fail("application.json", "an application must be one JSON object {\"F1.01\":…}");
    domain::Application application;
    for (const auto& [code, node] : root.table) {
        const Field* field = form.field(code);
        if (field == nullptr)
            return base::fail("application.unknown_field",
                              "'" + code + "' is no field of the form " + form.id + "; see courtyardctl form");
        application.answers.emplace(code, TRY(read_answer(*field, node)));
    }
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
