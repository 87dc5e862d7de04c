#include "app/domain/form_scope.hpp"

#include <array>

#include "app/domain/money.hpp"
#include "app/domain/text.hpp"
#include "app/domain/whole_number.hpp"

namespace courtyard::domain {

namespace {

// A stored text as a value of the field's type: chosen words exactly, typed text without white space around it. Text
// that is no number or date has no value.
Value typed(const Field& field, std::string_view text) {
    if (is_blank(text)) return {};
    if (field.is_also(text) || field.is_closed()) return {std::string(text)};
    switch (field.type) {
        case FieldType::Money: {
            const base::Result<Fen> amount = parse_yuan(text);
            return amount ? Value{Hundredths{amount->value}} : Value{};
        }
        case FieldType::Integer: {
            const base::Result<std::int64_t> number = parse_whole_number(text);
            return number ? Value{Hundredths{*number * 100}} : Value{};
        }
        case FieldType::Date: {
            const base::Result<Date> date = Date::parse(half_width(trim(text)));
            return date ? Value{*date} : Value{};
        }
        default: return {std::string(trim(text))};
    }
}

std::string_view part_text(const Row& row, std::string_view key) {
    const auto found = row.find(key);
    return found == row.end() ? std::string_view{} : std::string_view(found->second);
}

Value kind_of_option(const Field& field, std::string_view value) {
    const Option* option = field.option(value);
    return option == nullptr ? Value{} : Value{option->kind};
}

Value whole_value(const Field& field, const Answer& answer) {
    if (const bool* flag = answer.flag()) return {*flag};
    if (const std::string* text = answer.text()) return typed(field, *text);
    if (const TextList* list = answer.list()) {
        std::vector<Value> values;
        for (const std::string& text : *list)
            values.push_back({text});
        return {std::move(values)};
    }
    if (const RowList* rows = answer.rows()) return {std::vector<Value>(rows->size(), Value{true})};
    const Row& row = *answer.row();
    if (field.type == FieldType::IdDocument) return typed(field, part_text(row, "number"));
    if (field.type == FieldType::Signature) return {part_text(row, "signed") == "true"};
    return {true};
}

Value part_value(const Field& field, const Answer& answer, std::string_view part) {
    if (part == "kind") {
        const std::string* text = answer.text();
        if (field.type != FieldType::IdDocument) return text == nullptr ? Value{} : kind_of_option(field, *text);
        if (text != nullptr) return field.is_also(*text) ? Value{} : Value{std::string("citizen")};
        if (answer.row() == nullptr) return {};
        const std::string_view type = part_text(*answer.row(), "type");
        return is_blank(type) ? Value{std::string("citizen")} : kind_of_option(field, type);
    }
    const Field* column = field.column(part);
    if (const Row* row = answer.row())
        return column == nullptr ? Value{std::string(part_text(*row, part))} : typed(*column, part_text(*row, part));
    const RowList* rows = answer.rows();
    if (rows == nullptr || column == nullptr) return {};
    std::vector<Value> values;
    for (const Row& row : *rows) {
        const std::string_view text = part_text(row, part);
        values.push_back(column->is_also(text) ? Value{} : typed(*column, text));
    }
    return {std::move(values)};
}

// A computed value in the form in which the field stores it.
std::optional<std::string> stored_text(const Field& field, const Value& value) {
    if (const auto* amount = std::get_if<Hundredths>(&value.is)) {
        if (field.type == FieldType::Money && amount->value >= 0 && Fen{amount->value} <= kFenMax)
            return yuan_text(Fen{amount->value});
        if (field.type == FieldType::Integer && amount->value % 100 == 0) return std::to_string(amount->value / 100);
        return std::nullopt;
    }
    if (const auto* date = std::get_if<Date>(&value.is))
        return field.type == FieldType::Date ? std::optional(date->text()) : std::nullopt;
    const auto* text = std::get_if<std::string>(&value.is);
    if (text == nullptr || text->empty()) return std::nullopt;
    if (field.options.empty()) return field.type == FieldType::Text ? std::optional(*text) : std::nullopt;
    if (const Option* option = field.option_of_kind(*text)) return option->value;
    return field.option(*text) == nullptr ? std::nullopt : std::optional(*text);
}

}  // namespace

FormName split_form_name(std::string_view name) {
    const std::size_t first = name.find('.');
    const std::size_t second = first == std::string_view::npos ? first : name.find('.', first + 1);
    if (second == std::string_view::npos) return {name, {}};
    return {name.substr(0, second), name.substr(second + 1)};
}

Value FormScope::evaluated(const Field& field) const {
    if (!field.from || depth_ >= kComputedDepthMax) return {};
    ++depth_;
    Value value = field.from->evaluate(*this, today_);
    --depth_;
    return value;
}

std::optional<std::string> FormScope::computed(const Field& field) const {
    return stored_text(field, evaluated(field));
}

bool FormScope::is_negative(const Field& field) const {
    if (field.type != FieldType::Money && field.type != FieldType::Integer) return false;
    const Value value = evaluated(field);
    const auto* number = std::get_if<Hundredths>(&value.is);
    return number != nullptr && number->value < 0;
}

Value FormScope::value(std::string_view name) const {
    if (name == "path") return {std::string(id(kind_))};
    const FormName split = split_form_name(name);
    const Field* field = form_.field(split.code);
    if (field == nullptr) return {};
    const Field* computed_part = split.part.empty() ? field : field->column(split.part);
    if (computed_part != nullptr && computed_part->from) {
        const std::optional<std::string> text = computed(*computed_part);
        if (text) return typed(*computed_part, *text);
    }
    const Answer* answer = application_.find(split.code);
    if (answer == nullptr) return {};
    return split.part.empty() ? whole_value(*field, *answer) : part_value(*field, *answer, split.part);
}

bool FormScope::is_unknown(std::string_view name) const { return !value(name).has_value(); }

}  // namespace courtyard::domain
