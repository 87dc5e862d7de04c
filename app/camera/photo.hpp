// From what a camera or a stick gives to what is sealed: straightened, evenly lit, small enough, nothing else in it.
#pragma once

#include "app/camera/picture.hpp"

namespace courtyard::camera {

struct Photo {
    base::Bytes jpeg;  // at most kPhotoBytesMax; whoever gets it wipes it
    Picture view;      // of these very bytes, for the screen
    bool found_sheet = false;
};
inline constexpr int kViewSide = 1000;  // pixels of `view`

// "picture.encode".
[[nodiscard]] base::Result<Photo> photo_of(const Picture& seen);
// Of a file that somebody gave. The errors of decode(), too.
[[nodiscard]] base::Result<Photo> photo_of_file(base::ByteView file);
// A quarter turn clockwise of a photo made before. "picture.damaged", "picture.encode".
[[nodiscard]] base::Result<Photo> turned_photo(base::ByteView jpeg);

}  // namespace courtyard::camera
