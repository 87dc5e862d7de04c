// Which characters stand around numbers and change how these are read: assets/speech/rules.txt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::speech {

struct Rules {
    std::u32string measure, long_measure, pair, ordinal, one_after, one_before;
    std::vector<std::u32string> digits_after;
};

// "speech.rules" names the line.
[[nodiscard]] base::Result<Rules> parse_rules(std::string_view text);

[[nodiscard]] inline bool has(const std::u32string& set, char32_t c) { return set.find(c) != std::u32string::npos; }

}  // namespace courtyard::speech
