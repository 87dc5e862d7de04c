// Picture files into pixels. Everything in a file is looked at as if an enemy had written it: bytes and pixels are
// limited before anything is unpacked, and nothing of a file but its pixels goes on (no EXIF, no names, no places).
#pragma once

#include "app/camera/picture.hpp"

namespace courtyard::camera {

// PNG or JPEG, told by what is in it; a phone's JPEG is turned upright as its orientation says. Made smaller while it
// is read when its longer side is above `side_max`. "picture.format" neither of the two; "picture.size" too many bytes
// or pixels; "picture.damaged" cut off or broken.
[[nodiscard]] base::Result<Picture> decode(base::ByteView file, int side_max = kDecodedSideMax);

// As a camera sends it: lenient about missing Huffman tables, strict about everything else.
[[nodiscard]] base::Result<Picture> decode_jpeg(base::ByteView file, int side_max = kDecodedSideMax);
[[nodiscard]] base::Result<Picture> decode_png(base::ByteView file, int side_max = kDecodedSideMax);

// What EXIF (CIPA DC-008, tag 0x0112) says of how the camera was held: 1 to 8; 1 when nothing sound is said.
[[nodiscard]] int orientation_in(base::ByteView exif);

}  // namespace courtyard::camera
