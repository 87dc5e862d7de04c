// Ink as lines of JSON, for scripts: {"strokes":[[[x,y],…],…]}.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "app/handwriting/ink.hpp"
#include "sync/base/result.hpp"

namespace courtyard::handwriting {

// Of one writing. A finger leaves some hundred.
inline constexpr std::size_t kPointsMax = 100'000;

// One line. Other keys than "strokes" are not looked at. "ink.json", "ink.shape", "ink.size"; the message is what
// follows "line 7: ".
[[nodiscard]] base::Result<Ink> parse_ink(std::string_view line);
// All lines of a text, the last with or without its line end; what is wrong comes with the number of its line.
[[nodiscard]] base::Result<std::vector<Ink>> parse_ink_lines(std::string_view text);

}  // namespace courtyard::handwriting
