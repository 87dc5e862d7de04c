#include "app/camera/decode.hpp"

#include <png.h>

#include <algorithm>
#include <array>

namespace courtyard::camera {

namespace {

constexpr std::array<std::uint8_t, 4> kPng{0x89, 'P', 'N', 'G'};
constexpr std::array<std::uint8_t, 3> kJpeg{0xFF, 0xD8, 0xFF};
constexpr std::int64_t kPngPixelsMax = 40'000'000;  // held whole: 120 MB

template <std::size_t N>
bool starts_with(base::ByteView bytes, const std::array<std::uint8_t, N>& start) {
    return bytes.size() >= N && std::equal(start.begin(), start.end(), bytes.begin());
}

}  // namespace

base::Result<Picture> decode_png(base::ByteView file, int side_max) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    const auto damaged = [&image] {
        png_image_free(&image);
        return base::fail("picture.damaged", "the PNG file is cut off or damaged: copy it again");
    };
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0) return damaged();
    if (image.width < 1 || image.height < 1 || image.width > kSideMax || image.height > kSideMax ||
        std::int64_t{image.width} * image.height > kPngPixelsMax) {
        png_image_free(&image);
        return base::fail("picture.size", "the PNG picture has more pixels than are taken: make it smaller");
    }
    image.format = PNG_FORMAT_RGB;
    Picture picture(static_cast<int>(image.width), static_cast<int>(image.height));
    const png_color white{255, 255, 255};  // behind what is transparent
    if (png_image_finish_read(&image, &white, picture.rgb.data(), 0, nullptr) == 0) return damaged();
    png_image_free(&image);
    if (std::max(picture.width, picture.height) > side_max) return smaller(picture, side_max);
    return picture;
}

base::Result<Picture> decode(base::ByteView file, int side_max) {
    if (file.size() > kFileBytesMax)
        return base::fail("picture.size", "the picture file is larger than 24 MiB: make it smaller");
    if (starts_with(file, kPng)) return decode_png(file, side_max);
    if (starts_with(file, kJpeg)) return decode_jpeg(file, side_max);
    return base::fail("picture.format", "this is no JPEG and no PNG picture: save it as JPEG (some phones make HEIC)");
}

}  // namespace courtyard::camera
