// Whole numbers as people type them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::domain {

inline constexpr std::size_t kWholeNumberDigitsMax = 12;
inline constexpr std::int64_t kWholeNumberMax = 999'999'999'999;

// Digits of either width, at most 12 after leading zeros, white space around them; a minus sign in front is read, so
// that the range can be named as what is wrong. "integer.format".
[[nodiscard]] base::Result<std::int64_t> parse_whole_number(std::string_view text);

}  // namespace courtyard::domain
