#include "app/pack/schema_value.hpp"

#include <algorithm>

#include "app/domain/bank_account.hpp"
#include "app/domain/judge.hpp"
#include "app/domain/money.hpp"
#include "app/domain/signature_ink.hpp"
#include "app/domain/whole_number.hpp"
#include "app/pack/application_json.hpp"
#include "app/pack/schema_pattern.hpp"

namespace courtyard::pack::schema {

namespace {

using domain::Field;
using domain::FieldType;
using domain::Need;

bool is_tick(FieldType type) { return type == FieldType::Declaration || type == FieldType::Consent; }
bool is_list(FieldType type) { return type == FieldType::Rows || type == FieldType::Papers; }
bool takes_numbers(FieldType type) { return type == FieldType::Money || type == FieldType::Integer; }

Schema blank_text() { return reference("blank"); }

std::vector<std::string> values_of(const Field& field, std::string_view kind) {
    std::vector<std::string> values;
    for (const domain::Option& option : field.options) {
        if (option.kind == kind) values.push_back(option.value);
    }
    return values;
}
std::vector<std::string> all_values(const Field& field) {
    std::vector<std::string> values;
    for (const domain::Option& option : field.options)
        values.push_back(option.value);
    return values;
}

Schema plain(const Field& field, domain::Lines lines) { return text_like(text_pattern(field.chars_max, lines)); }

// Numbers of documents by the kind of the document ("citizen", "permit", "foreign",
// "organisation", "other", "none").
Schema document_number(const Field& field, std::string_view kind) {
    if (kind == "citizen") return reference("identity");
    if (kind == "permit") return reference("permit");
    if (kind == "organisation") return reference("organisation");
    if (kind == "none") return std::string(kNothing);
    const std::size_t max =
        field.chars_max == 0 ? domain::kDocumentNumberMax : std::min(field.chars_max, domain::kDocumentNumberMax);
    return text_like(kind == "foreign" ? foreign_pattern(max) : text_pattern(max, domain::Lines::One));
}

Schema whole_number(const Field& field) {
    return Object()
        .raw("type", R"(["integer","string"])")
        .number("minimum", field.least())
        .number("maximum", field.most())
        .pattern(whole_number_pattern(field.least(), field.most()))
        .done();
}

Schema open_choice(const Field& field) {
    return Object()
        .text("type", "string")
        .pattern(text_pattern(field.chars_max, domain::Lines::One))
        .texts("examples", all_values(field))
        .done();
}

// A text, or a number where numbers make sense.
Schema single(const Field& field) {
    switch (field.type) {
        case FieldType::Name: return text_like(name_pattern(field.chars_max));
        case FieldType::Text: return plain(field, domain::Lines::One);
        case FieldType::LongText: return plain(field, domain::Lines::Many);
        case FieldType::Choice: return field.is_closed() ? one_of(all_values(field)) : open_choice(field);
        case FieldType::YesNo:
        case FieldType::YesNoUnknown: return one_of(all_values(field));
        case FieldType::Date: return reference(field.future == domain::FutureDates::Allowed ? "date" : "past_date");
        case FieldType::Phone: return reference("phone");
        case FieldType::Area:
            return all_of({plain(field, domain::Lines::One), negation(text_like(not_area_pattern()))});
        case FieldType::CaseNumber: return reference("case_number");
        case FieldType::Money: return reference("money");
        case FieldType::Integer: return whole_number(field);
        case FieldType::IdDocument: return document_number(field, "citizen");
        default: return std::string(kNothing);
    }
}

// Parts of a group, a row, a document or an account.
class Parts {
public:
    explicit Parts(const Field& owner) : owner_(owner) {}

    [[nodiscard]] Schema object() const {
        Object properties;
        std::vector<std::string> required;
        for (const Field& column : owner_.columns) {
            const std::string& title = column.ask.empty() ? column.label : column.ask;
            properties.raw(column.code, described(title, column.hint, part(column)));
            if (must_have(column) && !is_number_without_document(column)) required.push_back(column.code);
        }
        Object out;
        out.text("type", "object").raw("properties", properties.done());
        if (!required.empty()) out.texts("required", required);
        out.raw("additionalProperties", kNothing);
        std::vector<Schema> rules;
        add_document_rules(rules);
        add_account_rules(rules);
        add_reason_rule(rules);
        std::erase(rules, std::string(kAnything));
        if (!rules.empty()) {
            std::string list;
            for (const Schema& rule : rules)
                list += (list.empty() ? "" : ",") + rule;
            out.raw("allOf", "[" + list + "]");
        }
        return out.done();
    }

    [[nodiscard]] bool has_must() const { return std::any_of(owner_.columns.begin(), owner_.columns.end(), must_have); }

private:
    static bool must_have(const Field& column) { return column.need == Need::Must && !column.show && !column.from; }

    [[nodiscard]] Schema part(const Field& column) const {
        if (column.show) return shape(column);
        if (column.type == FieldType::IdDocument && document() != nullptr) return shape(column);  // the rules below
        return must_have(column) ? answer(column) : or_blank(column, answer(column));
    }

    // The choice that says which document a number belongs to.
    [[nodiscard]] const Field* document() const {
        const auto found = std::find_if(owner_.columns.begin(), owner_.columns.end(), [](const Field& column) {
            return column.option_of_kind("citizen") != nullptr;
        });
        return found == owner_.columns.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool is_number_without_document(const Field& column) const {
        return column.type == FieldType::IdDocument && document() != nullptr;
    }

    void add_document_rules(std::vector<Schema>& rules) const {
        const Field* type = document();
        if (type == nullptr) return;
        for (const Field& number : owner_.columns) {
            if (number.type != FieldType::IdDocument) continue;
            std::vector<std::string> others;
            for (const std::string_view kind : {"permit", "foreign", "organisation", "other", "none"}) {
                const std::vector<std::string> values = values_of(*type, kind);
                if (values.empty()) continue;
                others.insert(others.end(), values.begin(), values.end());
                rules.push_back(
                    implication(with_property(type->code, one_of(values)), numbered(number, std::string(kind))));
            }
            const Schema is_other = others.empty() ? std::string(kNothing) : with_property(type->code, one_of(others));
            rules.push_back(implication(negation(is_other), numbered(number, "citizen")));
        }
    }

    [[nodiscard]] Schema numbered(const Field& number, const std::string& kind) const {
        const bool is_whole_answer = owner_.type == FieldType::IdDocument;
        const std::vector<std::string>& also = is_whole_answer ? owner_.also : number.also;
        const Schema proper = any_of({document_number(is_whole_answer ? owner_ : number, kind), one_of(also)});
        if (kind != "none" && (is_whole_answer || must_have(number))) return with_property(number.code, proper);
        return Object().raw("properties", Object().raw(number.code, any_of({proper, blank_text()})).done()).done();
    }

    void add_account_rules(std::vector<Schema>& rules) const {
        if (owner_.type != FieldType::BankAccount) return;
        const Field* account = owner_.column_of_role("account");
        const Field* kind = owner_.column_of_role("kind");
        if (account == nullptr || kind == nullptr) return;
        std::vector<std::string> books;
        for (const domain::Option& option : kind->options) {
            if (option.kind != "card") books.push_back(option.value);
        }
        const auto holds = [&](const char* definition) {
            return Object()
                .raw("properties", Object().raw(account->code, any_of({reference(definition), blank_text()})).done())
                .done();
        };
        rules.push_back(implication(with_property(kind->code, one_of(values_of(*kind, "card"))), holds("card")));
        rules.push_back(implication(with_property(kind->code, one_of(books)), holds("account")));
    }

    void add_reason_rule(std::vector<Schema>& rules) const {
        const Field* state = owner_.column_of_role("state");
        for (const Field& column : owner_.columns) {
            if (column.role != "reason" || state == nullptr) continue;
            rules.push_back(implication(with_property(state->code, one_of(values_of(*state, "missing"))),
                                        with_property(column.code, negation(blank_text()))));
        }
    }

    const Field& owner_;
};

Schema multi(const Field& field) {
    Object out;
    out.text("type", "array").raw("items", one_of(all_values(field))).raw("uniqueItems", "true");
    out.number("minItems", std::max<std::int64_t>(field.least(), 1)).number("maxItems", field.most());
    const std::vector<std::string> alone = values_of(field, "alone");
    if (!alone.empty()) out.raw("not", Object().raw("contains", one_of(alone)).number("minItems", 2).done());
    return out.done();
}

Schema rows(const Field& field) {
    const Parts parts(field);
    Object out;
    out.text("type", "array")
        .raw("items", parts.object())
        .number("minItems", std::max<std::int64_t>(field.least(), 1))
        .number("maxItems", std::min<std::int64_t>(field.most(), kListEntriesMax));
    if (!parts.has_must()) out.raw("contains", parts_say_something(field));
    return out.done();
}

Schema group(const Field& field) {
    const Parts parts(field);
    return parts.has_must() ? parts.object() : all_of({parts.object(), parts_say_something(field)});
}

Schema signature() {
    const Schema date = any_of({reference("past_date"), blank_text()});
    // Strokes as domain/signature_ink.hpp writes them; that each point lies in the box, no pattern can say.
    const std::string stroke = R"([0-9A-Za-z_\x2D]{4}(?:[0-9A-Za-z_\x2D]{2})*)";
    const Schema strokes = Object()
                               .text("type", "string")
                               .number("maxLength", static_cast<std::int64_t>(domain::kInkTextMax))
                               .pattern("^" + stroke + "(?:[.]" + stroke + ")*$")
                               .done();
    const Schema ink = any_of({strokes, blank_text()});
    return Object()
        .text("type", "object")
        .raw("properties", Object().raw("signed", R"({"const":true})").raw("date", date).raw("ink", ink).done())
        .texts("required", {"signed"})
        .raw("additionalProperties", kNothing)
        .done();
}

Schema proper(const Field& field) {
    switch (field.type) {
        case FieldType::Multi: return multi(field);
        case FieldType::Rows:
        case FieldType::Papers: return rows(field);
        case FieldType::Group:
        case FieldType::BankAccount: return group(field);
        case FieldType::IdDocument:
            return field.columns.empty() ? single(field) : any_of({single(field), Parts(field).object()});
        case FieldType::Declaration:
        case FieldType::Consent: return R"({"const":true})";
        case FieldType::Signature: return signature();
        default: return single(field);
    }
}

Schema blank_parts(const Field& field) {
    Object properties;
    for (const Field& column : field.columns)
        properties.raw(column.code, blank_text());
    return Object()
        .text("type", "object")
        .raw("properties", properties.done())
        .raw("additionalProperties", kNothing)
        .done();
}

Schema shape_of_parts(const Field& field) {
    Object properties;
    for (const Field& column : field.columns)
        properties.raw(column.code, shape(column));
    return Object()
        .text("type", "object")
        .raw("properties", properties.done())
        .raw("additionalProperties", kNothing)
        .done();
}

Schema list_of(const Schema& items) {
    return Object().text("type", "array").raw("items", items).number("maxItems", kListEntriesMax).done();
}

std::string definition(std::string_view description, Object schema) {
    return schema.text("description", description).done();
}

}  // namespace

Schema answer(const Field& field) {
    std::vector<Schema> forms{proper(field)};
    if (field.type != FieldType::Signature && !is_tick(field.type)) forms.push_back(one_of(field.also));
    // A word instead of a list may also be its one entry.
    if (field.type == FieldType::Multi && !field.also.empty()) {
        forms.push_back(Object()
                            .text("type", "array")
                            .raw("items", one_of(field.also))
                            .number("minItems", 1)
                            .number("maxItems", 1)
                            .done());
    }
    return any_of(std::move(forms));
}

Schema blank(const Field& field) {
    if (is_tick(field.type)) return std::string(kNothing);
    if (field.type == FieldType::Signature)
        return R"({"type":"object","properties":{"date":{"$ref":"#/$defs/blank"}},"additionalProperties":false})";
    std::vector<Schema> forms{blank_text()};
    if (field.type == FieldType::Multi) forms.push_back(R"({"type":"array","maxItems":0})");
    if (is_list(field.type)) forms.push_back(list_of(blank_parts(field)));
    if (!field.columns.empty() && !is_list(field.type)) forms.push_back(blank_parts(field));
    return any_of(std::move(forms));
}

Schema or_blank(const Field& field, const Schema& answer) {
    if (is_tick(field.type)) return R"({"type":"boolean"})";
    return any_of({answer, blank(field)});
}

Schema shape(const Field& field) {
    if (is_tick(field.type)) return R"({"type":"boolean"})";
    if (field.type == FieldType::Signature) {
        return R"({"type":"object","properties":{"signed":{"type":"boolean"},"date":{"type":"string"},"ink":{"type":"string"}},"additionalProperties":false})";
    }
    if (takes_numbers(field.type)) return R"({"type":["string","integer"]})";
    const Schema text = R"({"type":"string"})";
    if (field.type == FieldType::Multi) return any_of({text, list_of(text)});
    if (is_list(field.type)) return any_of({text, list_of(shape_of_parts(field))});
    return field.columns.empty() ? text : any_of({text, shape_of_parts(field)});
}

Schema parts_say_something(const Field& field) {
    std::vector<Schema> parts;
    for (const Field& column : field.columns)
        parts.push_back(with_property(column.code, negation(blank_text())));
    return any_of(std::move(parts));
}

std::string shared_definitions() {
    const auto typed = [](std::string_view pattern) {
        Object out;
        out.text("type", "string").pattern(pattern);
        return out;
    };
    Object money;
    money.raw("type", R"(["integer","string"])")
        .number("minimum", 0)
        .number("maximum", domain::kFenMax.value / 100)
        .pattern(money_pattern());
    Object out;
    out.raw("blank", definition("No answer: nothing but white space.", typed(blank_pattern())));
    out.raw("date", definition("A real day, 2026-11-23.", typed(date_pattern())));
    out.raw("past_date",
            definition("A real day, 2026-11-23; not after today, which a schema cannot say.", typed(date_pattern())));
    out.raw("phone", definition("A mobile number, or a land line with its area code.", typed(phone_pattern())));
    out.raw("money",
            definition("Yuan, 0 or more: a whole number, or a text like \"1,234.56\" with at most two decimals.",
                       std::move(money)));
    out.raw(
        "case_number",
        definition("Year in brackets, court, kind, number; the year is not after this year, which a schema cannot say.",
                   typed(case_number_pattern()).raw("not", text_like(not_case_number_pattern()))));
    const std::string unsaid =
        " A schema cannot say that the last character is the check character of the others (GB 11643-1999), and that "
        "the "
        "birth date lies neither in the future nor more than 150 years back.";
    out.raw("identity",
            definition("The 18 characters of a citizen's identity number." + unsaid, typed(identity_pattern())));
    out.raw("permit",
            definition("The number of a residence permit, from 81, 82 or 83." + unsaid, typed(permit_pattern())));
    out.raw(
        "organisation",
        definition("The 18 characters of an organisation's credit code; a schema cannot say that the last one is the "
                   "check character of the others (GB 32100).",
                   typed(credit_code_pattern())));
    out.raw("card",
            definition("16 to 19 digits; a schema cannot say that the last one is the check digit of the others "
                       "(ISO/IEC 7812).",
                       typed(account_pattern(domain::kCardDigitsMin, domain::kCardDigitsMax))));
    out.raw("account", definition("5 to 32 digits.",
                                  typed(account_pattern(domain::kAccountDigitsMin, domain::kAccountDigitsMax))));
    const std::string body = out.done();
    return body.substr(1, body.size() - 2);
}

}  // namespace courtyard::pack::schema
