// Sample pictures for the gallery: pages that were never anybody's.
#pragma once

#include "app/flow/photo.hpp"

namespace courtyard::screens {

// A page with lines of text and a red seal; `lying` as a camera sees it on a table.
enum class SamplePicture : unsigned char { page, lying, slip };
[[nodiscard]] flow::PixelsRef sample_picture(SamplePicture which);

}  // namespace courtyard::screens
