// Finds a sheet of paper in a photo: edges, straight lines through them, and of the quadrilaterals that the lines make
// the one whose four sides are best seen. Pure.
#pragma once

#include <array>
#include <optional>

#include "app/camera/picture.hpp"

namespace courtyard::camera {

struct Point {
    double x = 0;
    double y = 0;
};

// Corners in pixels: upper left, upper right, lower right, lower left, as the sheet lies in the picture.
using Corners = std::array<Point, 4>;

// Nothing when no quadrilateral of at least a sixth of the picture is seen all around, brighter inside than outside:
// then the picture is better left as it is.
[[nodiscard]] std::optional<Corners> find_sheet(const Grey& picture);

}  // namespace courtyard::camera
