#include "app/pack/form_schema.hpp"

#include "app/domain/screening.hpp"
#include "app/pack/application_json.hpp"
#include "app/pack/json_text.hpp"
#include "app/pack/schema_condition.hpp"
#include "app/pack/schema_value.hpp"

namespace courtyard::pack {

namespace {

using domain::Field;
using domain::Need;
using schema::Condition;
using schema::Object;
using schema::Schema;

// What a person reads about a field besides its question: above all what a schema cannot say.
class Notes {
public:
    void add(const std::string& note) { text_ += (text_.empty() ? "" : " ") + note; }
    void condition(std::string_view what, const domain::Expression& expression, const Condition& said) {
        add(std::string(what) + ": " + expression.source() +
            (said.is_exact() ? "." : " (not all of which a schema can say)."));
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

// The schema of a whole application. What is asked of everybody stands under "properties" and "required"; what depends
// on other answers under "allOf", one condition each. A field that is not always asked has only its shape under
// "properties": an answer to a question that is not asked is left out, whatever it says.
class FormSchema {
public:
    explicit FormSchema(const domain::FormDefinition& form) : form_(form) {}

    Schema write() {
        for (const Field& field : form_.fields)
            add(field);
        Object out;
        out.text("$schema", "https://json-schema.org/draft/2020-12/schema")
            .text("title", form_.title)
            .text("description", about())
            .text("type", "object")
            .raw("properties", properties_.done())
            .texts("required", required_)
            .raw("additionalProperties", "false");
        if (!rules_.empty()) out.raw("allOf", "[" + rules_ + "]");
        return out.raw("$defs", "{" + schema::shared_definitions() + ",\"filing\":" + filing() + definitions_ + "}")
            .done();
    }

private:
    std::string about() const {
        return "Answers by the codes of the paper form " + form_.id +
               ", at most 256 KiB of UTF-8. What fits is accepted, and what is accepted fits, apart from what the "
               "descriptions say that a schema cannot say. Values that follow from others (sex, birth date, what is "
               "unpaid) may be left out. An answer that is not asked for is not filed. An application may also "
               "be filed together with what was said before it, as #/$defs/filing.";
    }

    void add(const Field& field) {
        const Condition shown = schema::condition(form_, field.show);
        const Condition needed = needed_when(field, shown);
        const bool is_always_shown = shown.surely == schema::kAnything;
        const bool is_always_needed = needed.surely == schema::kAnything;
        const bool is_said_twice = !is_always_needed && (!is_always_shown || needed.surely != schema::kNothing);
        const Schema answer = is_said_twice ? defined(field) : schema::answer(field);
        const Schema answer_or_blank = schema::or_blank(field, answer);
        Schema value = is_always_needed ? answer : answer_or_blank;
        if (!is_always_shown) value = schema::shape(field);
        if (is_always_needed) required_.push_back(field.code);
        properties_.raw(field.code, schema::described(field.label + ": " + field.ask, notes(field, shown), value));
        if (!is_always_shown) rule(shown.surely, at(field, answer_or_blank));
        if (!is_always_needed) rule(needed.surely, schema::with_property(field.code, answer));
        for (const Field& column : field.columns)
            add_column(field, column, shown);
    }

    // Required, and not computed from other answers.
    Condition needed_when(const Field& field, const Condition& shown) const {
        if (field.need == Need::Optional) return {std::string(schema::kNothing), std::string(schema::kNothing)};
        Condition out = shown;
        if (field.need == Need::When) out = both(out, schema::condition(form_, field.when));
        if (field.from) out = both(out, schema::has_no_value(form_, *field.from));
        return out;
    }

    // The schema of an answer that several rules speak of is written once.
    Schema defined(const Field& field) {
        const Schema answer = schema::answer(field);
        constexpr std::size_t kShort = 60;
        if (answer.size() <= kShort) return answer;
        definitions_ += "," + schema::quoted(field.code) + ":" + answer;
        return schema::reference(field.code);
    }

    static Schema at(const Field& field, const Schema& value) {
        return Object().raw("properties", Object().raw(field.code, value).done()).done();
    }

    void rule(const Schema& condition, const Schema& consequence) {
        const Schema rule = schema::implication(condition, consequence);
        if (rule == schema::kAnything) return;
        rules_ += (rules_.empty() ? "" : ",") + rule;
    }

    // Parts of a group that are not always asked, or not always needed.
    void add_column(const Field& field, const Field& column, const Condition& field_shown) {
        if (!column.show && column.need != Need::When && !(column.need == Need::Must && column.from)) return;
        const Condition asked = both(field_shown, schema::condition(form_, column.show));
        const Schema here = schema::with_property(field.code, schema::parts_say_something(field));
        const Schema answer = Object().raw(column.code, schema::or_blank(column, schema::answer(column))).done();
        rule(schema::all_of({asked.surely, here}), at(field, Object().raw("properties", answer).done()));
        const Condition needed = needed_when(column, asked);
        rule(schema::all_of({needed.surely, here}),
             at(field, schema::with_property(column.code, schema::answer(column))));
    }

    std::string notes(const Field& field, const Condition& shown) const {
        Notes notes;
        if (!field.hint.empty()) notes.add(field.hint);
        if (field.show) notes.condition("Asked when", *field.show, shown);
        if (field.when && !(field.show && field.show->source() == field.when->source()))
            notes.condition("Required when", *field.when, schema::condition(form_, field.when));
        if (field.from) {
            notes.add("Computed: " + field.from->source() +
                      ". May be left out; if given it must agree, and it is required where this has no value.");
        }
        for (const Field& column : field.columns) {
            const std::string name = '"' + column.code + "\" is ";
            if (column.show) notes.condition(name + "asked when", *column.show, schema::condition(form_, column.show));
            if (column.when)
                notes.condition(name + "required when", *column.when, schema::condition(form_, column.when));
            if (column.from)
                notes.add(name + "computed: " + column.from->source() +
                          ". It must not be negative and may be left out; if given it must agree.");
        }
        return notes.text();
    }

    Schema filing() const {
        std::vector<std::string> codes;
        for (const Field& field : form_.fields)
            codes.push_back(field.code);
        const Schema helper = Object()
                                  .text("description", "Fields that somebody else typed for the applicant.")
                                  .text("type", "array")
                                  .raw("items", schema::one_of(codes))
                                  .raw("uniqueItems", "true")
                                  .done();
        return Object()
            .text("description", "An application with the answers of the screening before it.")
            .text("type", "object")
            .raw("properties",
                 Object().raw("answers", R"({"$ref":"#"})").raw("screening", screening()).raw("helper", helper).done())
            .texts("required", {"answers"})
            .raw("additionalProperties", "false")
            .done();
    }

    static Schema screening() {
        Object properties;
        for (const std::string_view key : domain::screening_keys()) {
            std::vector<std::string> words;
            for (const std::string_view word : domain::screening_values(key))
                words.emplace_back(word);
            Object list;
            list.text("type", "array").raw("items", schema::one_of(words)).raw("uniqueItems", "true");
            if (key == "H")  // no hardship seen: beside no other
                list.raw("not", Object().raw("contains", schema::constant("H0")).number("minItems", 2).done());
            const bool is_flag = key == "guardian_is_wrongdoer";
            properties.raw(key, is_flag                    ? R"({"type":"boolean"})"
                                : domain::is_list_key(key) ? list.done()
                                                           : schema::one_of(words));
        }
        return Object()
            .text("type", "object")
            .raw("properties", properties.done())
            .raw("additionalProperties", "false")
            .done();
    }

    const domain::FormDefinition& form_;
    Object properties_;
    std::vector<std::string> required_;
    std::string rules_, definitions_;
};

}  // namespace

std::string form_schema(const domain::FormDefinition& form) { return FormSchema(form).write(); }

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
