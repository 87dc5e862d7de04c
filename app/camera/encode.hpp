// Pixels into the one form in which a picture leaves: a JPEG of bounded size with nothing in it but the picture.
#pragma once

#include "app/camera/picture.hpp"

namespace courtyard::camera {

// "picture.encode": libjpeg gave up.
[[nodiscard]] base::Result<base::Bytes> encode_jpeg(const Picture& picture, int quality);

inline constexpr std::size_t kPhotoBytesMax = 200U << 10;  // fits the sealed record of 256 KiB (FORMAT.md, section 3.1)
inline constexpr int kPhotoSide = 1600;                    // A4 at 137 dpi: what is printed small is still read
inline constexpr int kPhotoSideReadable = 1400;            // not made smaller as long as quality can give way

struct Fitted {
    base::Bytes jpeg;
    int width = 0;
    int height = 0;
    int quality = 0;
};
// As good as fits into `bytes_max`: quality gives way first, then size. "picture.encode" when not even a small one
// fits.
[[nodiscard]] base::Result<Fitted> fit(const Picture& picture, std::size_t bytes_max = kPhotoBytesMax);

}  // namespace courtyard::camera
