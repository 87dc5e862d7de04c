// Finds what toml++ 3.3 must not be given: a character beyond ASCII outside quotation marks and comments. TOML has no
// place for one, but is_non_ascii_horizontal_whitespace() of that version runs into undefined behaviour on most of them
// (found by fuzz_pack). For app/pack only.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace courtyard::pack {

// The line of the first stray character; nothing where there is none, or where a string never ends (toml++ names that).
[[nodiscard]] std::optional<std::size_t> line_of_stray_character(std::string_view toml);

}  // namespace courtyard::pack
