#include "app/pack/form_schema.hpp"

#include "app/pack/application_json.hpp"
#include "app/pack/json_text.hpp"

namespace courtyard::pack {

namespace {

using domain::Field;
using domain::FieldType;

// Writes the schema of one value. What depends on other answers (conditions, checksums, calendar days) is left to the
// check itself.
class SchemaWriter {
public:
    std::string form(const domain::FormDefinition& form) {
        out_.open_object();
        pair("$schema", "https://json-schema.org/draft/2020-12/schema");
        pair("title", form.title);
        pair("description", "Answers by the codes of the paper form " + form.id +
                                ". Values that follow from others (sex, birth date, what is unpaid) may be left out.");
        pair("type", "object");
        out_.key("properties");
        out_.open_object();
        for (const Field& field : form.fields) {
            out_.key(field.code);
            value(field, field.label + ": " + field.ask);
        }
        out_.close_object();
        required(form.fields);
        out_.key("additionalProperties");
        out_.truth(false);
        out_.close_object();
        return out_.take();
    }

private:
    void pair(std::string_view key, std::string_view text) {
        out_.key(key);
        out_.text(text);
    }
    void number(std::string_view key, std::int64_t value) {
        out_.key(key);
        out_.raw(std::to_string(value));
    }

    void required(const std::vector<Field>& fields) {
        out_.key("required");
        out_.open_list();
        for (const Field& field : fields) {
            if (field.need == domain::Need::Must && !field.show && !field.from) out_.text(field.code);
        }
        out_.close_list();
    }

    // One word of `also` or the value proper.
    void value(const Field& field, std::string_view description) {
        out_.open_object();
        pair("title", description);
        if (!field.hint.empty()) pair("description", field.hint);
        const bool has_shorthand = field.type == FieldType::IdDocument && !field.columns.empty();
        if (field.also.empty() && !has_shorthand) {
            body(field);
        } else {
            out_.key("anyOf");
            out_.open_list();
            out_.open_object();
            body(field);
            out_.close_object();
            if (has_shorthand) {
                out_.open_object();
                pair("type", "string");
                number("minLength", 1);
                out_.close_object();
            }
            if (!field.also.empty()) {
                out_.open_object();
                out_.key("enum");
                texts(field.also);
                out_.close_object();
            }
            out_.close_list();
        }
        out_.close_object();
    }

    void texts(const std::vector<std::string>& list) {
        out_.open_list();
        for (const std::string& text : list)
            out_.text(text);
        out_.close_list();
    }

    void options(const Field& field) {
        out_.key("enum");
        out_.open_list();
        for (const domain::Option& option : field.options)
            out_.text(option.value);
        out_.close_list();
    }

    // Words of one's own are accepted beside the ready ones.
    void open_choice(const Field& field) {
        pair("type", "string");
        number("maxLength", static_cast<std::int64_t>(field.chars_max));
        out_.key("examples");
        out_.open_list();
        for (const domain::Option& option : field.options)
            out_.text(option.value);
        out_.close_list();
    }

    void body(const Field& field) {
        switch (field.type) {
            case FieldType::Choice:
                return field.other_words == domain::OtherWords::Accepted ? open_choice(field) : options(field);
            case FieldType::YesNo:
            case FieldType::YesNoUnknown: return options(field);
            case FieldType::Multi: return multi(field);
            case FieldType::Rows:
            case FieldType::Papers: return rows(field);
            case FieldType::Group:
            case FieldType::BankAccount: return object(field);
            case FieldType::IdDocument: return field.columns.empty() ? text(field) : object(field);
            case FieldType::Declaration:
            case FieldType::Consent: return pair("type", "boolean");
            case FieldType::Signature: return signature();
            case FieldType::Money: return money();
            case FieldType::Integer: return integer(field);
            default: return text(field);
        }
    }

    void text(const Field& field) {
        pair("type", "string");
        if (field.type == FieldType::Date) pair("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
        if (field.need == domain::Need::Must) number("minLength", 1);
        const bool is_free =
            field.type == FieldType::Name || field.type == FieldType::Text || field.type == FieldType::LongText;
        if (is_free && field.chars_max > 0) number("maxLength", static_cast<std::int64_t>(field.chars_max));
    }

    void money() {
        out_.key("type");
        out_.open_list();
        out_.text("string");
        out_.text("number");
        out_.close_list();
        number("minimum", 0);
    }

    void integer(const Field& field) {
        out_.key("type");
        out_.open_list();
        out_.text("integer");
        out_.text("string");
        out_.close_list();
        if (field.min) number("minimum", *field.min);
        if (field.max) number("maximum", *field.max);
    }

    void multi(const Field& field) {
        pair("type", "array");
        out_.key("items");
        out_.open_object();
        options(field);
        out_.close_object();
        out_.key("uniqueItems");
        out_.truth(true);
        if (field.min) number("minItems", *field.min);
    }

    void rows(const Field& field) {
        pair("type", "array");
        if (field.min) number("minItems", *field.min);
        if (field.max) number("maxItems", *field.max);
        out_.key("items");
        out_.open_object();
        object(field);
        out_.close_object();
    }

    void object(const Field& field) {
        pair("type", "object");
        out_.key("properties");
        out_.open_object();
        for (const Field& column : field.columns) {
            out_.key(column.code);
            value(column, column.ask.empty() ? column.label : column.ask);
        }
        out_.close_object();
        required(field.columns);
        out_.key("additionalProperties");
        out_.truth(false);
    }

    void signature() {
        pair("type", "object");
        out_.key("properties");
        out_.raw(R"({"signed":{"type":"boolean"},"date":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}})");
        out_.key("required");
        out_.raw(R"(["signed"])");
        out_.key("additionalProperties");
        out_.truth(false);
    }

    JsonWriter out_;
};

}  // namespace

std::string form_schema(const domain::FormDefinition& form) { return SchemaWriter().form(form); }

std::string form_and_example(const Pack& pack) {
    const base::Result<domain::Application> example = parse_application(pack.form, pack.example_json);
    COURTYARD_CHECK(example.has_value());
    JsonWriter writer;
    writer.open_object();
    writer.key("schema");
    writer.raw(form_schema(pack.form));
    writer.key("example");
    writer.raw(write_application(pack.form, *example));
    writer.close_object();
    return writer.take();
}

}  // namespace courtyard::pack
