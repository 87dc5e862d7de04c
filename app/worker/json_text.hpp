// JSON as text: for what the worker composes itself, and for what it must not yet take apart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace courtyard::worker {

// With its quotes; expects UTF-8.
[[nodiscard]] std::string json_text(std::string_view text);

// Whether lists and objects stand in one another more than `levels` deep. Walks over the text once and calls nothing:
// parsers and trees go as deep into the stack as a file tells them to. The text need not be JSON; up to where it stops
// being JSON a parser sees the same depth.
[[nodiscard]] bool is_nested_deeper(std::string_view text, std::size_t levels);

}  // namespace courtyard::worker
