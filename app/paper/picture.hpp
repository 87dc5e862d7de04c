// A picture as people give it: a PNG of ours, or what a phone makes.
#pragma once

#include "app/paper/raster.hpp"

namespace courtyard::paper {

// PNG or JPEG, told by what is in it and not by its name. "paper.format" it is neither; "paper.png", "paper.jpeg" it is
// cut off or damaged; "paper.size" it has more bytes or pixels than can be read.
[[nodiscard]] base::Result<Raster> from_picture(base::ByteView bytes);

// Made smaller by 2, 4 or 8 while it is read when it has more pixels than a Raster may have. "paper.jpeg",
// "paper.size".
[[nodiscard]] base::Result<Raster> from_jpeg(base::ByteView jpeg);

}  // namespace courtyard::paper
