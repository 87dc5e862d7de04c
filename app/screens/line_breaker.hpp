// Breaks Chinese text into lines: anywhere between characters, but no punctuation that closes at the start of a line,
// none that opens at the end, and Latin words and numbers whole. ImGui's own wrapping breaks Chinese only after a few
// marks.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace courtyard::screens {

struct Line {
    std::size_t begin = 0;  // bytes of the text
    std::size_t end = 0;    // without trailing blanks
    float width = 0;
};

// How far one character moves the pen, in the unit of `width`.
using Advance = std::function<float(char32_t)>;

// At least one line, also for an empty text. '\n' ends a line. A word wider than a line is broken inside.
[[nodiscard]] std::vector<Line> break_lines(std::string_view text, float width, const Advance& advance);

// The same number of lines, but a paragraph does not end in a scrap: its last line takes the clause, the quotation or
// at least the character before it along. For sentences that are read; what is being typed must not jump.
[[nodiscard]] std::vector<Line> break_sentences(std::string_view text, float width, const Advance& advance);

// The same number of lines: two that part between clauses or items where that is possible, else as equally long as
// possible. For titles, so that no single character is left over.
[[nodiscard]] std::vector<Line> break_balanced(std::string_view text, float width, const Advance& advance);

// Decodes the character at `at` and moves `at` behind it. Broken UTF-8 gives U+FFFD and moves one byte.
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& at);

}  // namespace courtyard::screens
