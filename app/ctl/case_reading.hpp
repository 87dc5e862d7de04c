// courtyardctl case list | show | due: what somebody reads of their cases.
#pragma once

#include <string>

#include "app/ctl/ctl.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::ctl {

inline constexpr const char* kCaseWords =
    "the case: the first characters of its id (4 or more), its number, or its receipt";

[[nodiscard]] domain::Date today();  // in China

void add_reading(CLI::App& group, Commands& commands);

// The id of whoever is not in the roster.
[[nodiscard]] std::string person_name(const worker::Machine& machine, const base::PersonId& id);

}  // namespace courtyard::ctl
