// What becomes of a paper between the printer and the scanner: blur, small pictures, tilt, noise, uneven light,
// creases, fading. Every change is drawn from a seed that the test prints.
#pragma once

#include <cstdint>
#include <string>

#include "app/paper/raster.hpp"

namespace courtyard::test {

enum class Wear : std::uint8_t { Clean, Blur, Small, Tilt, Perspective, Noise, Light, Creases, Faded, All };
inline constexpr int kWears = 10;
[[nodiscard]] std::string name_of(Wear wear);

// `pixels_a_dot`: how finely the camera sees the paper's dots before the wear (2: a phone that fills its picture).
[[nodiscard]] paper::Raster worn(const paper::Raster& paper, Wear wear, std::uint64_t seed);

// A block of side x side modules of 4 dots in the middle of each symbol's data torn out, with `at` the corner.
void tear_out(paper::Raster& paper, int x, int y, int side);

}  // namespace courtyard::test
