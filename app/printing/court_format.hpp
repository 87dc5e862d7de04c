// Inside app/printing: a value as it stands on paper.
#pragma once

#include <string>

#include "app/printing/court_values.hpp"

namespace courtyard::printing {

// Line ends part paragraphs.
[[nodiscard]] std::string format_value(const pack::Pack& pack, const pack::CourtBlank& blank, const CourtValue& value);

// What stands where there is no value: a ruled line of fitting length (at most `line_max` characters where that is not
// 0), a day with its words, or empty boxes.
[[nodiscard]] std::string format_empty(const pack::Pack& pack, const pack::CourtBlank& blank, int line_max);

[[nodiscard]] std::string ruled_line(const pack::Pack& pack, int characters);

}  // namespace courtyard::printing
