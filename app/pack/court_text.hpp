// Words and whole numbers in a template of a court's paper.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/domain/text.hpp"

namespace courtyard::pack {

[[nodiscard]] inline std::string_view trimmed(std::string_view text) { return domain::trim(text); }
// From 1 to `max`.
[[nodiscard]] std::optional<int> whole_number(std::string_view text, int max);
// Parted by blanks.
[[nodiscard]] std::vector<std::string_view> words_in(std::string_view text);

}  // namespace courtyard::pack
