// Links: camera
// A picture from a stranger's stick, and a frame of a strange camera: refused by name, or made into a sound photo.
#include <algorithm>

#include "app/camera/decode.hpp"
#include "app/camera/encode.hpp"
#include "app/camera/photo.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView file(data, size);
    COURTYARD_CHECK(camera::orientation_in(file) >= 1 && camera::orientation_in(file) <= 8);
    const auto picture = camera::decode(file, 640);
    if (!picture) {
        const std::string& code = picture.error().code;
        COURTYARD_CHECK(code == "picture.format" || code == "picture.size" || code == "picture.damaged");
        return 0;
    }
    COURTYARD_CHECK(picture->width > 0 && picture->height > 0 && std::max(picture->width, picture->height) <= 640);
    COURTYARD_CHECK(picture->rgb.size() ==
                    static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height) * 3);
    auto photo = camera::photo_of(*picture);
    if (photo) COURTYARD_CHECK(photo->jpeg.size() <= camera::kPhotoBytesMax);
    return 0;
}
