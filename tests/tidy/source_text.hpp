// A C++ source as the rules of the house look at it: its lines, with and without what only people read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace courtyard::tidy {

struct SourceText {
    std::vector<std::string> lines;  // as written
    std::vector<std::string> code;   // comments blanked
    std::vector<std::string> bare;   // comments and the contents of literals blanked
};

// Knows comments, strings, characters, raw strings and digit separators; macros and line splices are not expanded.
[[nodiscard]] SourceText read_source(std::string_view text);

// True where `word` stands in `line` and no identifier goes on before or after it.
[[nodiscard]] bool has_word(std::string_view line, std::string_view word);

// True when UTF-8 `line` holds a Chinese character, Chinese punctuation or a full-width form, or is not UTF-8 at all.
[[nodiscard]] bool has_chinese(std::string_view line);

}  // namespace courtyard::tidy
