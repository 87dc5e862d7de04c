// What a body may be told of a person when it is asked to help. The items and what each may tell stand in the pack
// (rules/doors.toml); the fold reads no packs, so the list is held where the act is done, and what no list may ever
// allow is held everywhere.
#pragma once

#include <string_view>

#include "app/cases/fact.hpp"

namespace courtyard::cases {

// The account (F1.80 and its parts), what the person must not be found by (F1.11 and its parts): no body is told.
[[nodiscard]] bool is_never_shared(std::string_view code);

}  // namespace courtyard::cases
