// The conditions of a form ("show", "when", and whether "from" gives a value) as JSON Schemas of a whole application.
// Comparisons with constants, membership and boolean operators can be said exactly. What cannot (ages, sums, one answer
// against another) is bounded from both sides, so that a schema built on it never refuses what the check would take.
// For form_schema.cpp only.
#pragma once

#include <optional>

#include "app/domain/expression.hpp"
#include "app/domain/form.hpp"
#include "app/pack/schema_json.hpp"

namespace courtyard::pack::schema {

struct Condition {
    Schema surely;    // what fits this fulfils the condition
    Schema possibly;  // what does not fit this does not fulfil it
    [[nodiscard]] bool is_exact() const { return surely == possibly; }
};

[[nodiscard]] Condition both(const Condition& a, const Condition& b);

// No expression always holds.
[[nodiscard]] Condition condition(const domain::FormDefinition& form,
                                  const std::optional<domain::Expression>& expression);
// The value of a computed field does not follow from the other answers.
[[nodiscard]] Condition has_no_value(const domain::FormDefinition& form, const domain::Expression& from);
// The field has an answer that says something, be it sound or not.
[[nodiscard]] Schema is_answered(const domain::Field& field);

}  // namespace courtyard::pack::schema
