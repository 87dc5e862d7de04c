// Whom an application names as guardian or agent.
#pragma once

#include <string>
#include <string_view>

#include "app/domain/form.hpp"

namespace courtyard::worker {

// `code`: domain::code::kGuardian or kAgent. The first column that is a name; empty where nobody is named.
[[nodiscard]] std::string acting_name(const domain::FormDefinition& form, const domain::Application& answers,
                                      std::string_view code);

}  // namespace courtyard::worker
