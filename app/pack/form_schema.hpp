// The JSON Schema (2020-12) of an application of a form.
#pragma once

#include <string>

#include "app/domain/form.hpp"
#include "app/pack/pack.hpp"

namespace courtyard::pack {

[[nodiscard]] std::string form_schema(const domain::FormDefinition& form);
// {"schema": ..., "example": ...} for `courtyardctl form`.
[[nodiscard]] std::string form_and_example(const Pack& pack);

}  // namespace courtyard::pack
