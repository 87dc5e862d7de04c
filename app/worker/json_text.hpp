// JSON as text, for what the worker composes itself.
#pragma once

#include <string>
#include <string_view>

namespace courtyard::worker {

// With its quotes; expects UTF-8.
[[nodiscard]] std::string json_text(std::string_view text);

}  // namespace courtyard::worker
