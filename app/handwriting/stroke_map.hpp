// What the recogniser looks at: not the picture of a character, but where on a coarse grid the pen went which way, and
// where it was put down and lifted. Nothing in it tells which stroke came first; a join adds a little ink and takes
// away an end and a start.
//
// Measured while choosing, see recogniser.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "app/handwriting/path.hpp"

namespace courtyard::handwriting {

inline constexpr std::size_t kMapSide = 16;
// Eight directions from east clockwise (y is down), then where strokes start, then where they end.
inline constexpr std::size_t kMapChannels = 10;

// [row][column][channel]; 0 none, 255 much.
using StrokeMap = std::array<std::uint8_t, kMapSide * kMapSide * kMapChannels>;

[[nodiscard]] StrokeMap draw(const Path& path);

}  // namespace courtyard::handwriting
