// Text as people type it: strict UTF-8, counted in code points, never normalised.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "app/domain/characters.hpp"

namespace courtyard::domain {

// The code points of strict UTF-8 (no surrogates, no overlong forms, up to U+10FFFF); nothing otherwise.
[[nodiscard]] std::optional<std::u32string> code_points(std::string_view utf8);
[[nodiscard]] std::string utf8(std::u32string_view text);  // CHECKs that every one is a scalar value
[[nodiscard]] bool is_utf8(std::string_view text);

// Without white space (characters.hpp) at both ends. Expects UTF-8; other bytes are left alone.
[[nodiscard]] std::string_view trim(std::string_view text);
// Nothing but white space: no answer, wherever it stands.
[[nodiscard]] bool is_blank(std::string_view text);
// Is one of these characters in it? Expects UTF-8.
[[nodiscard]] bool has_one_of(CharacterTable table, std::string_view utf8);
// Full-width ASCII (U+FF01..U+FF5E) as ASCII and U+3000 as a space: for numbers only, never for names.
[[nodiscard]] std::string half_width(std::string_view utf8);

enum class Lines { One, Many };
// No control, format or non-character code points; line feeds only where many lines are allowed.
[[nodiscard]] bool is_plain(std::u32string_view text, Lines lines);

}  // namespace courtyard::domain
