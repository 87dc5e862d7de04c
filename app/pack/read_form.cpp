#include <algorithm>
#include <set>

#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

using domain::Field;
using domain::FieldType;

constexpr std::size_t kFieldsMax = 300, kColumnsMax = 30, kOptionsMax = 200;

// F<n>.<nn> with at most one letter behind: the codes of the paper form.
bool is_field_code(std::string_view code) {
    if (code.size() < 4 || code[0] != 'F') return false;
    const std::size_t point = code.find('.');
    if (point == std::string_view::npos || point < 2 || point + 1 == code.size()) return false;
    std::string_view number = code.substr(point + 1);
    if (number.size() > 1 && number.back() >= 'a' && number.back() <= 'z') number.remove_suffix(1);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::string_view form = code.substr(1, point - 1);
    return std::all_of(form.begin(), form.end(), is_digit) && std::all_of(number.begin(), number.end(), is_digit) &&
           code.size() <= 10;
}

std::size_t chars_max_of(FieldType type) {
    switch (type) {
        case FieldType::Name: return 50;
        case FieldType::LongText: return 500;
        default: return 100;
    }
}

bool has_options(FieldType type) {
    return type == FieldType::Choice || type == FieldType::Multi || type == FieldType::IdDocument;
}
bool has_columns(FieldType type) {
    return type == FieldType::Group || type == FieldType::Rows || type == FieldType::Papers ||
           type == FieldType::BankAccount;
}
bool may_stand_in_column(FieldType type) {
    return !has_columns(type) && type != FieldType::Multi && type != FieldType::Declaration &&
           type != FieldType::Consent && type != FieldType::Signature;
}

std::vector<domain::Option> read_options(TableReader& reader) {
    std::vector<domain::Option> options;
    std::set<std::string> seen;
    for (const Tree* table : reader.tables("options")) {
        TableReader option_reader(*table, reader.source());
        domain::Option option;
        option.value = option_reader.text("value");
        option.say = option_reader.text("say");
        option.kind = option_reader.text_or_empty("kind");
        option_reader.finish();
        if (!seen.insert(option.value).second)
            option_reader.problem("the option '" + option.value + "' is there twice; remove one");
        options.push_back(std::move(option));
    }
    if (options.size() > kOptionsMax) reader.problem("there are more than 200 options; remove some");
    return options;
}

void read_need(TableReader& reader, Field& field) {
    const std::string need = reader.text("required");
    if (need == "must") {
        field.need = domain::Need::Must;
    } else if (need == "when") {
        field.need = domain::Need::When;
    } else if (need != "optional" && !need.empty()) {
        reader.problem_at("required", "'required' must be must, when or optional");
    }
    field.when = reader.expression_if("when");
    if ((field.need == domain::Need::When) != field.when.has_value()) {
        reader.problem("'when' belongs to required = \"when\", and only to it");
    }
}

void check_kinds(TableReader& reader, const Field& field, std::initializer_list<std::string_view> kinds) {
    for (const domain::Option& option : field.options) {
        if (std::find(kinds.begin(), kinds.end(), option.kind) == kinds.end()) {
            reader.problem("the option '" + option.value + "' of " + field.code + " needs a kind that this type knows");
        }
    }
}

void check_role(TableReader& reader, const Field& field, std::string_view role,
                std::initializer_list<std::string_view> kinds) {
    const Field* column = field.column_of_role(role);
    if (column == nullptr)
        return reader.problem(field.code + " needs a column with role = \"" + std::string(role) + "\"");
    if (kinds.size() == 0) return;
    for (const std::string_view kind : kinds) {
        if (column->option_of_kind(kind) == nullptr)
            reader.problem("the column '" + column->code + "' of " + field.code + " needs an option of kind \"" +
                           std::string(kind) + "\"");
    }
}

void check_shape(TableReader& reader, const Field& field) {
    if (has_options(field.type) && field.options.empty() && field.type != FieldType::IdDocument)
        reader.problem(field.code + " needs options");
    const bool is_yes_no = field.type == FieldType::YesNo || field.type == FieldType::YesNoUnknown;
    if (!has_options(field.type) && !is_yes_no && !field.options.empty())
        reader.problem(field.code + " has options, but its type has none");
    if (has_columns(field.type) && field.columns.empty()) reader.problem(field.code + " needs columns");
    if (!has_columns(field.type) && !field.columns.empty())
        reader.problem(field.code + " has columns, but its type has none");
    if (field.type == FieldType::Papers) {
        check_role(reader, field, "name", {});
        check_role(reader, field, "state", {"given", "court", "missing"});
        check_role(reader, field, "reason", {});
    }
    if (field.type == FieldType::BankAccount) {
        check_role(reader, field, "holder", {});
        check_role(reader, field, "account", {});
        check_role(reader, field, "kind", {"card", "book"});
    }
    if (field.min && field.max && *field.min > *field.max)
        reader.problem(field.code + " has a min that is larger than its max");
    const bool is_list = field.type == FieldType::Rows || field.type == FieldType::Papers;
    for (const Field& column : field.columns) {
        if (is_list && (column.from || column.show || column.when))
            reader.problem("a column of rows cannot have from, show or when: " + field.code + "." + column.code);
    }
}

void read_common(TableReader& reader, const domain::FormDefinition& form, Field& field) {
    const std::string type = reader.text("type");
    const std::optional<FieldType> known = domain::field_type(type);
    if (!known && !type.empty())
        reader.problem_at("type", "the type '" + type + "' is not known; see the table in assets/packs/README.md");
    field.type = known.value_or(FieldType::Text);
    field.ask = reader.text("ask");
    field.hint = reader.text_or_empty("hint");
    read_need(reader, field);
    field.show = reader.expression_if("show");
    field.from = reader.expression_if("from");
    field.options = read_options(reader);
    field.also = reader.texts_or_none("also");
    field.chars_max = static_cast<std::size_t>(
        reader.integer_if("chars_max", 1, 2000).value_or(static_cast<std::int64_t>(chars_max_of(field.type))));
    field.min = reader.integer_if("min", 0, 1'000'000);
    field.max = reader.integer_if("max", 0, 1'000'000);
    field.role = reader.text_or_empty("role");
    field.future = reader.flag_or("future", false) ? domain::FutureDates::Allowed : domain::FutureDates::Refused;
    if (reader.flag_or("open", false)) {
        field.other_words = domain::OtherWords::Accepted;
        if (field.type != FieldType::Choice) reader.problem_at("open", "'open' belongs to the type choice only");
    }
    const bool is_yes_no = field.type == FieldType::YesNo || field.type == FieldType::YesNoUnknown;
    if (is_yes_no && field.options.empty()) {
        field.options = {{form.yes, form.yes, "yes"}, {form.no, form.no, "no"}};
        if (field.type == FieldType::YesNoUnknown) field.options.push_back({form.unknown, form.unknown, "unknown"});
    } else if (is_yes_no) {
        reader.problem("yes/no fields take their options from [words]; remove these");
    }
}

Field read_column(const Tree& table, Source source, const domain::FormDefinition& form) {
    TableReader reader(table, source);
    Field column;
    column.code = reader.text("key");
    column.label = reader.text_or_empty("label");
    if (column.label.empty()) column.label = column.code;
    read_common(reader, form, column);
    reader.finish();
    // In a row everything is shown at once, over the shoulder of whoever stands there: numbers never in full.
    if (column.type == FieldType::IdDocument || column.type == FieldType::Phone) column.shown = domain::Shown::Masked;
    if (column.code.find('.') != std::string::npos || column.code == "kind")
        reader.problem("a column's key may not be 'kind' or have a point in it");
    if (!may_stand_in_column(column.type))
        reader.problem("a column cannot have the type " + std::string(id(column.type)));
    if (column.type == FieldType::Choice && column.options.empty())
        reader.problem("the column '" + column.code + "' needs options");
    return column;
}

// An id_document is a group of two parts whose names are the format's own.
void add_document_columns(Field& field) {
    Field type;
    type.code = "type";
    type.label = "type";
    type.type = FieldType::Choice;
    type.options = field.options;
    Field number;
    number.code = "number";
    number.label = "number";
    number.type = FieldType::IdDocument;
    field.columns = {std::move(type), std::move(number)};
}

Field read_field(const Tree& table, Source source, const domain::FormDefinition& form) {
    TableReader reader(table, source);
    Field field;
    field.code = reader.text("code");
    field.section = reader.text("section");
    field.label = reader.text("label");
    read_common(reader, form, field);
    field.shown = reader.flag_or("mask", false) ? domain::Shown::Masked : domain::Shown::Plain;
    const std::string sensitive = reader.text_or_empty("sensitive");
    if (sensitive == "S") field.sensitivity = domain::Sensitivity::Sensitive;
    if (sensitive == "T") field.sensitivity = domain::Sensitivity::ThirdPerson;
    if (!sensitive.empty() && sensitive != "P" && sensitive != "S" && sensitive != "T")
        reader.problem_at("sensitive", "'sensitive' must be P, S or T");
    std::set<std::string> keys;
    for (const Tree* column : reader.tables("column")) {
        field.columns.push_back(read_column(*column, source, form));
        if (!keys.insert(field.columns.back().code).second)
            reader.problem("the column '" + field.columns.back().code + "' is there twice");
    }
    reader.finish();
    if (!is_field_code(field.code)) reader.problem("the code '" + field.code + "' must look like F1.06 or F1.53a");
    if (field.columns.size() > kColumnsMax) reader.problem("a field has more than 30 columns");
    check_shape(reader, field);
    if (field.type == FieldType::IdDocument) {
        check_kinds(reader, field, {"citizen", "permit", "foreign", "organisation", "other", "none"});
        if (field.option_of_kind("citizen") == nullptr)
            reader.problem(field.code + " needs an option of kind \"citizen\"");
        add_document_columns(field);
    }
    return field;
}

}  // namespace

void read_form(const Tree& root, Source source, domain::FormDefinition& form) {
    TableReader reader(root, source);
    if (const Tree* head = reader.table_if("form")) {
        TableReader head_reader(*head, source);
        form.id = head_reader.id("id");
        form.title = head_reader.text("title");
        form.version = head_reader.integer("version", 1, 1'000'000);
        head_reader.finish();
    } else {
        reader.problem("the table [form] is missing; add id, title and version");
    }
    if (const Tree* words = reader.table_if("words")) {
        TableReader words_reader(*words, source);
        form.yes = words_reader.text("yes");
        form.no = words_reader.text("no");
        form.unknown = words_reader.text("unknown");
        words_reader.finish();
    } else {
        reader.problem("the table [words] is missing; add yes, no and unknown");
    }
    std::set<std::string> sections, codes;
    for (const Tree* table : reader.tables("section")) {
        TableReader section_reader(*table, source);
        form.sections.push_back({section_reader.id("id"), section_reader.text("title")});
        section_reader.finish();
        if (!sections.insert(form.sections.back().id).second)
            section_reader.problem("the section '" + form.sections.back().id + "' is there twice");
    }
    for (const Tree* table : reader.tables("field")) {
        form.fields.push_back(read_field(*table, source, form));
        const Field& field = form.fields.back();
        if (!codes.insert(field.code).second)
            source.problems.add(source.file, table->line, "the field " + field.code + " is there twice; remove one");
        if (!sections.contains(field.section) && sections.insert(field.section).second)
            source.problems.add(source.file, table->line,
                                field.code + " (and whatever else stands there) is in the section '" + field.section +
                                    "', which does not exist");
    }
    if (form.fields.empty() || form.fields.size() > kFieldsMax) reader.problem("a form must have 1 to 300 fields");
    reader.finish();
}

}  // namespace courtyard::pack
