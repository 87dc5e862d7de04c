#include "tests/unit/pack/schema_validator.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <stdexcept>

#include "app/domain/text.hpp"

namespace courtyard::pack::test {

namespace {

using Json = nlohmann::json;

bool is_of_type(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer")
        return value.is_number_integer() ||
               (value.is_number() && std::trunc(value.get<double>()) == value.get<double>());
    throw std::runtime_error("a type that this test does not know: " + type);
}

}  // namespace

const Json& SchemaValidator::target(const std::string& reference) const {
    const std::string definitions = "#/$defs/";
    if (reference == "#") return root_;
    if (!reference.starts_with(definitions)) throw std::runtime_error("a reference to elsewhere: " + reference);
    return root_.at("$defs").at(reference.substr(definitions.size()));
}

bool SchemaValidator::matches(const std::string& pattern, const std::string& text) const {
    static std::map<std::string, std::unique_ptr<PatternMatcher>> patterns;  // the same ones in schema after schema
    std::unique_ptr<PatternMatcher>& matcher = patterns[pattern];
    if (matcher == nullptr) matcher = std::make_unique<PatternMatcher>(pattern);
    return matcher->finds(domain::code_points(text).value_or(std::u32string{}));
}

bool SchemaValidator::fits(const Json& schema, const Json& value) const {
    if (schema.is_boolean()) return schema.get<bool>();
    for (const auto& [word, rule] : schema.items()) {
        if (!fits_word(word, rule, schema, value)) return false;
    }
    return true;
}

bool SchemaValidator::fits_word(const std::string& word, const Json& rule, const Json& schema,
                                const Json& value) const {
    const auto fits_this = [&](const Json& part) { return fits(part, value); };
    if (word == "$ref") return fits(target(rule), value);
    if (word == "allOf") return std::all_of(rule.begin(), rule.end(), fits_this);
    if (word == "anyOf") return std::any_of(rule.begin(), rule.end(), fits_this);
    if (word == "not") return !fits(rule, value);
    if (word == "if") return !fits(rule, value) || fits(schema.at("then"), value);
    if (word == "const") return value == rule;
    if (word == "enum") return std::find(rule.begin(), rule.end(), value) != rule.end();
    if (word == "type") {
        if (rule.is_string()) return is_of_type(value, rule);
        return std::any_of(rule.begin(), rule.end(), [&](const Json& type) { return is_of_type(value, type); });
    }
    if (value.is_object()) {
        if (word == "required")
            return std::all_of(rule.begin(), rule.end(), [&](const Json& key) { return value.contains(key); });
        if (word == "properties") {
            return std::all_of(rule.items().begin(), rule.items().end(), [&](const auto& part) {
                return !value.contains(part.key()) || fits(part.value(), value.at(part.key()));
            });
        }
        if (word == "additionalProperties") {
            const Json& known = schema.at("properties");
            return std::all_of(value.items().begin(), value.items().end(),
                               [&](const auto& part) { return known.contains(part.key()); });
        }
    }
    if (value.is_array()) {
        const auto fits_rule = [&](const Json& entry) { return fits(rule, entry); };
        if (word == "items") return std::all_of(value.begin(), value.end(), fits_rule);
        if (word == "contains") return std::any_of(value.begin(), value.end(), fits_rule);
        if (word == "minItems") return value.size() >= rule.get<std::size_t>();
        if (word == "maxItems") return value.size() <= rule.get<std::size_t>();
        if (word == "uniqueItems") {
            for (auto a = value.begin(); a != value.end(); ++a) {
                if (std::find(value.begin(), a, *a) != a) return false;
            }
        }
    }
    if (value.is_number() && word == "minimum") return value >= rule;
    if (value.is_number() && word == "maximum") return value <= rule;
    if (value.is_string() && word == "pattern") return matches(rule, value);
    if (value.is_string() && word == "maxLength")  // code points
        return domain::code_points(value.get<std::string>()).value_or(U"").size() <= rule.get<std::size_t>();
    return true;
}

void SchemaValidator::check_schema(const Json& schema) const {
    if (schema.is_boolean()) return;
    if (!schema.is_object()) throw std::runtime_error("a schema that is neither object nor boolean: " + schema.dump());
    const auto has_text = [](const Json& list) { return list.is_array() && !list.empty() && list[0].is_string(); };
    for (const auto& [word, rule] : schema.items()) {
        if (word == "properties" || word == "$defs") {
            for (const auto& part : rule)
                check_schema(part);
        } else if (word == "allOf" || word == "anyOf") {
            if (!rule.is_array() || rule.empty()) throw std::runtime_error(word + " without schemas");
            for (const auto& part : rule)
                check_schema(part);
        } else if (word == "not" || word == "if" || word == "then" || word == "items" || word == "contains") {
            check_schema(rule);
            if ((word == "then") != schema.contains("if") && word == "then")
                throw std::runtime_error("then without if");
        } else if (word == "pattern") {
            (void)matches(rule, "");
        } else if (word == "$ref") {
            (void)target(rule);
        } else if (word == "additionalProperties") {
            if (rule != false || !schema.contains("properties")) throw std::runtime_error("other additionalProperties");
        } else if (word == "enum") {
            if (!has_text(rule)) throw std::runtime_error("an enum without texts");
        } else if (word == "uniqueItems") {
            if (rule != true) throw std::runtime_error("uniqueItems that says nothing");
        } else if (word != "$schema" && word != "title" && word != "description" && word != "examples" &&
                   word != "type" && word != "const" && word != "required" && word != "minItems" &&
                   word != "maxLength" && word != "maxItems" && word != "minimum" && word != "maximum") {
            throw std::runtime_error("a word of JSON Schema that this test does not know: " + word);
        }
    }
}

}  // namespace courtyard::pack::test
