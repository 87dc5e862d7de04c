// Strokes of characters, for a pen that plays: tests/data/handwriting/*.txt.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::play {

struct PenPoint {
    float x = 0, y = 0;  // thousandths of the grid
};
using Templates = std::map<char32_t, std::vector<std::vector<PenPoint>>>;

// "5F20 1 x,y;x,y;… x,y;…": code point, level, strokes. "play.templates": names the line that is none.
[[nodiscard]] base::Result<Templates> parse_templates(std::string_view text);

// Each character of a text, and its code point.
[[nodiscard]] std::vector<std::pair<std::string, char32_t>> characters_of(std::string_view utf8);

}  // namespace courtyard::play
