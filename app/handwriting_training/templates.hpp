// The strokes that characters are made of, as prepare.py puts them together: what training starts from.
#pragma once

#include <string_view>
#include <vector>

#include "app/handwriting/ink.hpp"
#include "sync/base/result.hpp"

namespace courtyard::handwriting_training {

// How common a character is: its level in the general standard list of 2013 (3500, 3000 and 1605 characters).
enum class Level { Common = 1, Less = 2, Rare = 3, Unlisted = 0, Sign = 9 };

struct Template {
    char32_t code = 0;
    Level level = Level::Unlisted;
    handwriting::Ink strokes;  // in a square of about 1024
};

// Lines "4E00 1 x,y;x,y x,y;x,y …" in ascending order; signs may come several times. "templates.line", naming the line.
[[nodiscard]] base::Result<std::vector<Template>> parse_templates(std::string_view text);

}  // namespace courtyard::handwriting_training
