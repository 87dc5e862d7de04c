#include "app/pack/schema_condition.hpp"

#include <algorithm>

#include "app/domain/expression_node.hpp"
#include "app/domain/form_scope.hpp"
#include "app/domain/whole_number.hpp"
#include "app/pack/schema_pattern.hpp"
#include "app/pack/schema_value.hpp"

namespace courtyard::pack::schema {

namespace {

using domain::Field;
using domain::FieldType;
using Node = domain::Expression::Node;
using Kind = Node::Kind;
using Op = Node::Op;

Condition exactly(Schema schema) { return {schema, schema}; }
Condition always(bool holds) { return exactly(std::string(holds ? kAnything : kNothing)); }
Condition unsaid() { return {std::string(kNothing), std::string(kAnything)}; }
Condition negated(const Condition& a) { return {negation(a.possibly), negation(a.surely)}; }
Condition any(const Condition& a, const Condition& b) {
    return {any_of({a.surely, b.surely}), any_of({a.possibly, b.possibly})};
}

Schema not_blank() { return all_of({R"({"type":"string"})", negation(reference("blank"))}); }

Schema array_with(const Schema& entry) { return Object().text("type", "array").raw("contains", entry).done(); }

bool is_list(const Field& field) { return field.type == FieldType::Rows || field.type == FieldType::Papers; }
// A text that cannot be read has no value for an expression.
bool must_be_read(const Field& field) {
    return field.type == FieldType::Money || field.type == FieldType::Integer || field.type == FieldType::Date;
}

// The whole answer of a field is not empty() for an expression.
Condition says_something(const Field& field) {
    switch (field.type) {
        case FieldType::Declaration:
        case FieldType::Consent: return always(true);
        case FieldType::Signature: return exactly(negation(blank(field)));
        case FieldType::IdDocument:
            return exactly(any_of({not_blank(), with_property("number", negation(reference("blank")))}));
        case FieldType::Money:
        case FieldType::Integer:
        case FieldType::Date: return {answer(field), negation(blank(field))};
        default: return exactly(negation(blank(field)));
    }
}

class Translator {
public:
    explicit Translator(const domain::FormDefinition& form) : form_(form) {}

    [[nodiscard]] Condition holds(const Node& node) const {
        switch (node.kind) {
            case Kind::Literal: {
                const bool* truth = std::get_if<bool>(&node.literal.is);
                return always(truth != nullptr && *truth);
            }
            case Kind::Name: return is_true(node.name);
            case Kind::List: return always(false);
            case Kind::Not: return negated(holds(node.parts.front()));
            case Kind::Call: return call(node);
            case Kind::Binary: break;
        }
        switch (node.op) {
            case Op::And: return both(holds(node.parts[0]), holds(node.parts[1]));
            case Op::Or: return any(holds(node.parts[0]), holds(node.parts[1]));
            case Op::Equal: return equal(node.parts[0], node.parts[1]);
            case Op::NotEqual: return negated(equal(node.parts[0], node.parts[1]));
            case Op::In: return in(node.parts[0], node.parts[1]);
            case Op::Less:
            case Op::LessEqual:
            case Op::Greater:
            case Op::GreaterEqual: return ordered(node.op, node.parts[0], node.parts[1]);
            default: return always(false);  // a number is no truth
        }
    }

    [[nodiscard]] Condition has_no_value(const Node& node) const {
        if (node.kind == Kind::Binary) return any(has_no_value(node.parts[0]), has_no_value(node.parts[1]));
        if (node.kind == Kind::Literal) return always(false);
        if (node.kind == Kind::Name) return no_amount(node.name);
        if (node.kind != Kind::Call || node.parts.empty() || node.parts.front().kind != Kind::Name) return unsaid();
        const domain::FormName name = domain::split_form_name(node.parts.front().name);
        const Field* field = form_.field(name.code);
        if (field == nullptr) return always(true);
        if (node.name == "sex" || node.name == "birth") {
            if (field->type != FieldType::IdDocument || field->from || !name.part.empty()) return unsaid();
            const Schema number = reference("identity");
            return surely(negation(with_property(name.code, any_of({number, with_property("number", number)}))));
        }
        const Field* column = field->column(name.part);
        if (node.name != "sum" || !is_list(*field) || column == nullptr) return unsaid();
        // A sum with a hole is no sum.
        const Schema hole = negation(with_property(column->code, amount_like(*column)));
        return surely(negation(all_of({with_property(name.code, R"({"type":"array","minItems":1})"),
                                       negation(with_property(name.code, array_with(hole)))})));
    }

private:
    static Condition surely(Schema schema) { return {std::move(schema), std::string(kAnything)}; }

    // What may be a number for an expression: anything but words and blanks.
    static Schema amount_like(const Field& field) {
        return all_of({negation(one_of(field.also)), negation(reference("blank"))});
    }

    [[nodiscard]] Condition no_amount(const std::string& name) const {
        const domain::FormName split = domain::split_form_name(name);
        const Field* field = form_.field(split.code);
        if (field == nullptr) return name == "path" ? unsaid() : always(true);
        const Field* part = split.part.empty() ? field : field->column(split.part);
        if (part == nullptr || part->from || is_list(*field)) return unsaid();
        const Schema amount = amount_like(*part);
        return surely(
            negation(with_property(split.code, split.part.empty() ? amount : with_property(part->code, amount))));
    }

    // What a name stands for: a field, a part of one, or a part in every row.
    struct Place {
        const Field* field = nullptr;
        const Field* part = nullptr;  // the field itself, or its column
        bool is_kind = false;         // "F1.06.kind"
    };
    [[nodiscard]] Place place(const std::string& name) const {
        const domain::FormName split = domain::split_form_name(name);
        Place out;
        out.field = form_.field(split.code);
        if (out.field == nullptr) return out;
        out.is_kind = split.part == "kind";
        out.part = split.part.empty() || out.is_kind ? out.field : out.field->column(split.part);
        return out;
    }
    // The answer of the place fits; `value` is of the part.
    static Schema at(const Place& place, const Schema& value) {
        return with_property(place.field->code,
                             place.part == place.field ? value : with_property(place.part->code, value));
    }
    static Condition at(const Place& place, const Condition& value) {
        return {at(place, value.surely), at(place, value.possibly)};
    }

    [[nodiscard]] Condition is_true(const std::string& name) const {
        const Place it = place(name);
        if (it.field == nullptr || it.part != it.field || it.is_kind) return always(false);
        if (it.field->from) return always(false);  // a computed value is a text, a number or a date
        switch (it.field->type) {
            case FieldType::Declaration:
            case FieldType::Consent: return exactly(at(it, Schema(R"({"const":true})")));
            case FieldType::Signature: return exactly(at(it, with_property("signed", R"({"const":true})")));
            case FieldType::Group:
            case FieldType::BankAccount: return exactly(at(it, parts_say_something(*it.field)));
            default: return always(false);
        }
    }

    [[nodiscard]] Condition is_path(std::string_view kind) const {
        const auto has_parts = [&](std::string_view code) -> Condition {
            const Field* field = form_.field(code);
            if (field == nullptr) return always(false);
            const Schema parts = parts_say_something(*field);
            return exactly(with_property(code, is_list(*field) ? array_with(parts) : parts));
        };
        const Condition agent = has_parts(domain::code::kAgent);
        const Condition guardian = both(negated(agent), has_parts(domain::code::kGuardian));
        const Condition joint = both(negated(any(agent, guardian)), has_parts(domain::code::kFellowApplicants));
        const Field* typed_by = form_.field(domain::code::kTypedBy);
        const Condition by_helper = typed_by == nullptr ? always(false) : of_kind(*typed_by, "helper");
        const Condition alone = negated(any(any(agent, guardian), joint));
        if (kind == "agent") return agent;
        if (kind == "guardian") return guardian;
        if (kind == "joint") return joint;
        if (kind == "helper") return both(alone, by_helper);
        return kind == "self" ? both(alone, negated(by_helper)) : always(false);
    }

    static Condition of_kind(const Field& field, std::string_view kind) {
        std::vector<std::string> values;
        for (const domain::Option& option : field.options) {
            if (option.kind == kind) values.push_back(option.value);
        }
        if (field.type != FieldType::IdDocument) return exactly(with_property(field.code, one_of(values)));
        const Schema chosen = with_property("type", one_of(values));
        if (kind != "citizen") return exactly(with_property(field.code, chosen));
        // A number alone is a citizen's, too.
        const Schema unsaid_type = all_of({negation(with_property("type", negation(reference("blank")))),
                                           with_property("number", negation(reference("blank")))});
        const Schema number = all_of({not_blank(), negation(one_of(field.also))});
        return exactly(with_property(field.code, any_of({number, chosen, unsaid_type})));
    }

    [[nodiscard]] Condition equal(const Node& left, const Node& right) const {
        if (left.kind == Kind::Literal && right.kind == Kind::Literal)
            return always(left.literal.has_value() && left.literal == right.literal);
        if (left.kind == Kind::Literal) return equal(right, left);
        if (left.kind != Kind::Name || right.kind != Kind::Literal) return unsaid();
        const std::string* text = std::get_if<std::string>(&right.literal.is);
        if (left.name == "path") return text == nullptr ? always(false) : is_path(*text);
        const Place it = place(left.name);
        if (it.field == nullptr || it.part == nullptr) return it.field == nullptr ? always(false) : unsaid();
        if (it.is_kind) return text == nullptr ? always(false) : of_kind(*it.field, *text);
        if (it.part != it.field && is_list(*it.field)) return always(false);  // a list is no single value
        if (it.part->from) return unsaid();
        return at(it, value_equals(*it.part, right.literal));
    }

    // One value of a field's type, as its answer stands in the file.
    static Condition value_equals(const Field& field, const domain::Value& wanted) {
        if (const bool* truth = std::get_if<bool>(&wanted.is)) {
            const bool is_tick = field.type == FieldType::Declaration || field.type == FieldType::Consent;
            return is_tick ? exactly(*truth ? R"({"const":true})" : R"({"const":false})") : unsaid();
        }
        if (const auto* number = std::get_if<domain::Hundredths>(&wanted.is)) {
            if (field.type != FieldType::Integer || number->value % 100 != 0) return unsaid();
            return number_within(field, number->value / 100, number->value / 100);
        }
        const std::string* text = std::get_if<std::string>(&wanted.is);
        if (text == nullptr || text->empty()) return unsaid();
        if (field.is_also(*text) || field.is_closed()) {
            // Typed text is read without the white space around it.
            const bool is_typed = !field.is_closed() && field.columns.empty() && !must_be_read(field);
            return exactly(is_typed ? text_like(literal_pattern(*text)) : constant(*text));
        }
        if (must_be_read(field)) return field.type == FieldType::Date ? unsaid() : always(false);
        if (field.type == FieldType::IdDocument) return unsaid();
        return field.columns.empty() ? exactly(text_like(literal_pattern(*text))) : always(false);
    }

    static Condition number_within(const Field& field, std::int64_t min, std::int64_t max) {
        const std::int64_t least = std::max<std::int64_t>(min, 0), most = std::min(max, domain::kWholeNumberMax);
        if (least > most) return always(false);
        const Schema number = Object().text("type", "integer").number("minimum", least).number("maximum", most).done();
        const Schema read = any_of({number, text_like(whole_number_pattern(least, most))});
        // Numbers below zero are refused, but until then they compare like others.
        const bool counts_negative = min < 0;
        return {read, counts_negative ? answer_like_number(field) : read};
    }
    static Schema answer_like_number(const Field& field) { return negation(blank(field)); }

    [[nodiscard]] Condition ordered(Op op, const Node& left, const Node& right) const {
        if (left.kind != Kind::Name || right.kind != Kind::Literal) return unsaid();
        const auto* number = std::get_if<domain::Hundredths>(&right.literal.is);
        const Place it = place(left.name);
        if (it.field == nullptr || it.part == nullptr || it.is_kind || number == nullptr) return unsaid();
        if (it.part->type != FieldType::Integer || it.part->from || is_list(*it.field) || number->value % 100 != 0)
            return unsaid();
        const std::int64_t limit = number->value / 100;
        constexpr std::int64_t kLowest = -1;
        switch (op) {
            case Op::Less: return at(it, number_within(*it.part, kLowest, limit - 1));
            case Op::LessEqual: return at(it, number_within(*it.part, kLowest, limit));
            case Op::Greater: return at(it, number_within(*it.part, limit + 1, domain::kWholeNumberMax));
            default: return at(it, number_within(*it.part, limit, domain::kWholeNumberMax));
        }
    }

    [[nodiscard]] Condition in(const Node& value, const Node& list) const {
        if (list.kind == Kind::Name) return member(list.name, value);
        if (list.kind != Kind::List) return equal(value, list);
        Condition out = always(false);
        for (const Node& part : list.parts)
            out = any(out, equal(value, part));
        return out;
    }

    // A constant in the list that an answer is; of one value: equal to it.
    [[nodiscard]] Condition member(const std::string& name, const Node& wanted) const {
        if (wanted.kind != Kind::Literal) return unsaid();
        const Place it = place(name);
        if (it.field == nullptr) return name == "path" ? unsaid() : always(false);
        if (it.part == nullptr) return unsaid();
        const std::string* text = std::get_if<std::string>(&wanted.literal.is);
        if (it.part == it.field && it.field->type == FieldType::Multi && text != nullptr)
            return exactly(at(it, any_of({array_with(constant(*text)), constant(*text)})));
        if (it.part != it.field && is_list(*it.field)) {
            const Condition one = value_equals(*it.part, wanted.literal);
            if (it.part->is_also(text == nullptr ? std::string_view{} : std::string_view(*text))) return always(false);
            return {with_property(it.field->code, array_with(with_property(it.part->code, one.surely))),
                    with_property(it.field->code, array_with(with_property(it.part->code, one.possibly)))};
        }
        Node left;
        left.kind = Kind::Name;
        left.name = name;
        return equal(left, wanted);
    }

    [[nodiscard]] Condition call(const Node& node) const {
        if (node.parts.front().kind != Kind::Name) return unsaid();
        const std::string& name = node.parts.front().name;
        if (node.name == "has") {
            Condition out = always(false);
            for (std::size_t i = 1; i < node.parts.size(); ++i)
                out = any(out, member(name, node.parts[i]));
            return out;
        }
        if (node.name != "empty") return unsaid();
        const Place it = place(name);
        if (it.field == nullptr) return always(name != "path");
        if (it.part == nullptr || it.is_kind || it.part->from) return unsaid();
        if (it.part != it.field && is_list(*it.field)) return unsaid();
        return negated(at(it, says_something(*it.part)));
    }

    const domain::FormDefinition& form_;
};

}  // namespace

Condition both(const Condition& a, const Condition& b) {
    return {all_of({a.surely, b.surely}), all_of({a.possibly, b.possibly})};
}

Condition condition(const domain::FormDefinition& form, const std::optional<domain::Expression>& expression) {
    return expression ? Translator(form).holds(expression->root()) : always(true);
}

Condition has_no_value(const domain::FormDefinition& form, const domain::Expression& from) {
    return Translator(form).has_no_value(from.root());
}

Schema is_answered(const domain::Field& field) { return with_property(field.code, negation(blank(field))); }

}  // namespace courtyard::pack::schema
