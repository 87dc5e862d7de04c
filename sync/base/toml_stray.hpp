// Finds what toml++ 3.3 must not be given. Its is_non_ascii_horizontal_whitespace() runs into undefined behaviour on
// most characters beyond ASCII (found by fuzz_pack), and the parser asks it about every character that stands outside a
// string, in a key, behind a backslash of a multi-line string, or in quotation marks glued to a number. TOML has no
// place for the first, and our files have no use for the others: they are refused before the parser sees them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace courtyard::base {

// The line of the first such place; nothing where there is none. Text that is no TOML for other reasons may pass.
[[nodiscard]] std::optional<std::size_t> line_of_stray_character(std::string_view toml);

}  // namespace courtyard::base
