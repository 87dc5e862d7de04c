// How a person wants to see the screens.
#pragma once

#include <cstdint>

namespace courtyard::flow {

enum class TextSize : std::uint8_t { Normal, Large, Largest };
inline constexpr int kTextSizes = 3;
enum class Contrast : std::uint8_t { Calm, High };

}  // namespace courtyard::flow
