#include "app/camera/photo.hpp"

#include "app/camera/decode.hpp"
#include "app/camera/encode.hpp"
#include "app/camera/straighten.hpp"

namespace courtyard::camera {

namespace {

base::Result<Photo> packed(const Picture& picture, bool found_sheet) {
    Fitted fitted = TRY(fit(picture));
    Photo photo;
    photo.jpeg = std::move(fitted.jpeg);
    photo.view = TRY(decode_jpeg(photo.jpeg, kViewSide));
    photo.found_sheet = found_sheet;
    return photo;
}

}  // namespace

base::Result<Photo> photo_of(const Picture& seen) {
    const Straightened straight = straighten(seen);
    return packed(straight.picture, straight.found_sheet);
}

base::Result<Photo> photo_of_file(base::ByteView file) {
    const Picture picture = TRY(decode(file));
    return photo_of(picture);
}

base::Result<Photo> turned_photo(base::ByteView jpeg) {
    const Picture picture = TRY(decode_jpeg(jpeg));
    return packed(turned(picture, 1), true);
}

}  // namespace courtyard::camera
