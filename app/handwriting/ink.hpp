// What a pen or a finger left: strokes of points, in any unit and any size of box, y down.
#pragma once

#include <vector>

namespace courtyard::handwriting {

struct Point {
    double x = 0;
    double y = 0;
};
using Stroke = std::vector<Point>;  // from pen down to pen up
using Ink = std::vector<Stroke>;    // in the order of writing, which the recogniser does not rely on

}  // namespace courtyard::handwriting
