// What the texts of a TOML file say, as people read it: an escape is the character that it stands for, a remark is said
// to nobody.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace courtyard::pack {

// By the line of the file on which it stands, all texts of one line together; nothing where the file is no TOML. Where
// a backslash joins lines, they are the first of them.
[[nodiscard]] std::map<std::size_t, std::string> said_lines(std::string_view toml);

}  // namespace courtyard::pack
