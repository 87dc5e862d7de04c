// Where brightness changes, how much and in which direction; and the straight lines that many such places lie on.
#pragma once

#include <vector>

#include "app/camera/picture.hpp"

namespace courtyard::camera {

struct Gradient {
    int width = 0;
    int height = 0;
    std::vector<float> x, y;  // change of brightness per pixel
    [[nodiscard]] std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column);
    }
};
// Of the picture blurred a little, by Sobel's operator.
[[nodiscard]] Gradient gradient_of(const Grey& picture);

// x·cos + y·sin = distance; (cos, sin) points to the brighter side.
struct Line {
    double cos = 1;
    double sin = 0;
    double distance = 0;
    double votes = 0;
};
// The lines with most votes (Hough 1962, each edge voting only near its own direction), at most `count_max`, none close
// to a stronger one.
[[nodiscard]] std::vector<Line> strongest_lines(const Gradient& gradient, std::size_t count_max);

}  // namespace courtyard::camera
