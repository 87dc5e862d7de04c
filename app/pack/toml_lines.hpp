// Where the lines of a text stand in a TOML file: a text of several lines may begin on the line of its quotation marks,
// on the next one, or be written in one line with \n in it. For app/pack only.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace courtyard::pack {

// One number for each line of the text whose first quotation mark stands at this line and column, both counted from 1
// and columns in characters. The file was read as TOML.
[[nodiscard]] std::vector<std::size_t> lines_of_text(std::string_view file, std::size_t line, std::size_t column);

}  // namespace courtyard::pack
