// The JSON Schema (2020-12) of an application of a form.
#pragma once

#include <string>

#include "app/domain/form.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::pack {

// What fits is accepted by parse_application() and domain::check(), and what they accept fits, apart from what a schema
// cannot say and its descriptions do: check digits, what depends on today or on an age, sums, agreement of one answer
// with another. All of it is made from the form and from the tables of the domain's parsers.
[[nodiscard]] std::string form_schema(const domain::FormDefinition& form);
// {"schema": ..., "example": ...} for `courtyardctl form`.
[[nodiscard]] std::string form_and_example(const Pack& pack);

}  // namespace courtyard::pack
