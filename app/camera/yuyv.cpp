#include "app/camera/yuyv.hpp"

#include <algorithm>

namespace courtyard::camera {

namespace {

std::uint8_t level(int value) { return static_cast<std::uint8_t>(std::clamp(value >> 8, 0, 255)); }

}  // namespace

base::Result<Picture> decode_yuyv(base::ByteView frame, int width, int height, int bytes_per_line, int step) {
    const bool sound = width > 1 && height > 0 && step > 0 && bytes_per_line >= 2 * (width & ~1) && width <= kSideMax &&
                       height <= kSideMax;
    const auto needed =
        static_cast<std::size_t>(std::max(bytes_per_line, 0)) * static_cast<std::size_t>(std::max(height - 1, 0)) +
        static_cast<std::size_t>(2 * (width & ~1));
    if (!sound || frame.size() < needed)
        return base::fail("picture.damaged", "the camera's picture is shorter than its size");
    Picture out((width & ~1) / step, height / step);
    if (out.width < 1 || out.height < 1) return base::fail("picture.damaged", "the camera's picture is too small");
    for (int y = 0; y < out.height; ++y) {
        const std::uint8_t* row =
            frame.data() + static_cast<std::size_t>(y * step) * static_cast<std::size_t>(bytes_per_line);
        for (int x = 0; x < out.width; ++x) {
            const int at = x * step;
            const std::uint8_t* pair = row + 2 * (at & ~1);
            const int c = 298 * (pair[(at & 1) * 2] - 16) + 128;
            const int d = pair[1] - 128;
            const int e = pair[3] - 128;
            std::uint8_t* to = out.at(x, y);
            to[0] = level(c + 409 * e);
            to[1] = level(c - 100 * d - 208 * e);
            to[2] = level(c + 516 * d);
        }
    }
    return out;
}

}  // namespace courtyard::camera
