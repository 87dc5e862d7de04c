// JSON Schema 2020-12, as much of it as the form's schema uses. Any other word makes it throw.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "tests/unit/pack/pattern_matcher.hpp"

namespace courtyard::pack::test {

class SchemaValidator {
public:
    explicit SchemaValidator(nlohmann::json schema) : root_(std::move(schema)) {}

    [[nodiscard]] bool fits(const nlohmann::json& value) const { return fits(root_, value); }
    // Against a part of the schema: "#/$defs/filing".
    [[nodiscard]] bool fits_definition(const std::string& name, const nlohmann::json& value) const {
        return fits(root_.at("$defs").at(name), value);
    }
    // Walks the whole schema, also where no value leads: every word known, every pattern sound, every reference there.
    void check_schema() const { check_schema(root_); }

private:
    using Json = nlohmann::json;
    [[nodiscard]] bool fits(const Json& schema, const Json& value) const;
    [[nodiscard]] bool fits_word(const std::string& word, const Json& rule, const Json& schema,
                                 const Json& value) const;
    [[nodiscard]] bool matches(const std::string& pattern, const std::string& text) const;
    [[nodiscard]] const Json& target(const std::string& reference) const;
    void check_schema(const Json& schema) const;

    Json root_;
};

}  // namespace courtyard::pack::test
