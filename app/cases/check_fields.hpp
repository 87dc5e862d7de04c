// How long texts of a fact may be, in characters.
#pragma once

#include <cstddef>

namespace courtyard::cases {

inline constexpr std::size_t kLineMax = 200, kWordsMax = 8'000;
inline constexpr std::size_t kListMax = 100;  // entries of one field

}  // namespace courtyard::cases
