// YUYV 4:2:2 (V4L2_PIX_FMT_YUYV, ITU-R BT.601, limited range), as cheap cameras send it.
#pragma once

#include "app/camera/picture.hpp"

namespace courtyard::camera {

// `bytes_per_line` as the driver says, at least 2·width. Every `step`th pixel both ways. "picture.damaged": too few
// bytes.
[[nodiscard]] base::Result<Picture> decode_yuyv(base::ByteView frame, int width, int height, int bytes_per_line,
                                                int step = 1);

}  // namespace courtyard::camera
