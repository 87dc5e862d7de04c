// Which program this is, as far as a pack is concerned: `needs_program` in pack.toml keeps an older one from guessing.
#pragma once

#include <string_view>

namespace courtyard::pack {

[[nodiscard]] std::string_view program_version();  // "0.1.0"

// Three whole numbers with dots between, compared one by one.
[[nodiscard]] bool is_version(std::string_view text);
[[nodiscard]] bool is_newer(std::string_view version, std::string_view than);  // both must be versions

}  // namespace courtyard::pack
