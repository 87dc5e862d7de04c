// Ink on its way to the recogniser: the same writing in any size, place and speed becomes the same path of small steps
// in the unit square.
#pragma once

#include <cstddef>
#include <vector>

#include "app/handwriting/ink.hpp"

namespace courtyard::handwriting {

struct PathPoint {
    float x = 0;  // 0 to 1
    float y = 0;
};

struct Path {
    std::vector<PathPoint> points;  // of all strokes, at most kStepMax apart
    std::vector<std::size_t> ends;  // one past the last point of each stroke

    void clear();
};

// Of the side of the square. Longer only where somebody scribbles: no path has more than kStepsMax steps beside its
// points.
inline constexpr float kStepMax = 1.0F / 48;
inline constexpr std::size_t kStepsMax = 6000;

// Fits the ink into the square: the longer side fills it, the shorter one is widened a little (a flat one is written
// flatter than it is printed), and crowded rows and columns get more room than empty ones. Points that are not finite
// are left out; ink without a point makes an empty path. Memory of `path` is used again.
void trace(const Ink& ink, Path& path);

}  // namespace courtyard::handwriting
