#include <algorithm>

#include "app/camera/decode.hpp"
#include "app/jpeg/jpeg.hpp"

namespace courtyard::camera {

namespace {

constexpr std::int64_t kPixelsInScansMax = 40'000'000;  // held whole while the scans come in
constexpr long kMemoryMax = 256L << 20;                 // bytes that libjpeg may use

// The first sound word on how the camera was held.
int orientation_of(const std::vector<base::Bytes>& app1) {
    for (const base::Bytes& segment : app1)
        if (const int orientation = orientation_in(segment); orientation != 1) return orientation;
    return 1;
}

Picture mirrored(Picture picture) {
    for (int y = 0; y < picture.height; ++y)
        for (int left = 0, right = picture.width - 1; left < right; ++left, --right)
            std::swap_ranges(picture.at(left, y), picture.at(left, y) + 3, picture.at(right, y));
    return picture;
}

Picture upright(Picture picture, int orientation) {
    switch (orientation) {
        case 2: return mirrored(std::move(picture));
        case 3: return turned(picture, 2);
        case 4: return turned(mirrored(std::move(picture)), 2);
        case 5: return turned(mirrored(std::move(picture)), 3);
        case 6: return turned(picture, 1);
        case 7: return turned(mirrored(std::move(picture)), 1);
        case 8: return turned(picture, 3);
        default: return picture;
    }
}

}  // namespace

int orientation_in(base::ByteView exif) {
    constexpr std::string_view kStart{"Exif\0\0", 6};
    if (exif.size() < kStart.size() + 8 || base::as_text(exif.first(kStart.size())) != kStart) return 1;
    const base::ByteView tiff = exif.subspan(kStart.size());
    const bool little = tiff[0] == 'I';
    if (tiff[0] != tiff[1] || (tiff[0] != 'I' && tiff[0] != 'M')) return 1;
    const auto number = [&](std::size_t at, std::size_t bytes) -> std::size_t {
        std::size_t value = 0;
        if (at > tiff.size() || tiff.size() - at < bytes) return 0;
        for (std::size_t i = 0; i < bytes; ++i)
            value = value << 8U | tiff[at + (little ? bytes - 1 - i : i)];
        return value;
    };
    const std::size_t directory = number(4, 4);
    const std::size_t entries = std::min<std::size_t>(number(directory, 2), 64);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = directory + 2 + 12 * i;
        constexpr std::size_t kOrientation = 0x0112, kShort = 3;
        if (number(at, 2) != kOrientation || number(at + 2, 2) != kShort) continue;
        const std::size_t value = number(at + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

base::Result<Picture> decode_jpeg(base::ByteView file, int side_max) {
    jpeg::Read read = jpeg::read(file, jpeg::Colour::Rgb,
                                 {.side = kSideMax,
                                  .pixels = kPixelsMax,
                                  .pixels_in_scans = std::min(kPixelsMax, kPixelsInScansMax),
                                  .read_side = side_max,
                                  .read_pixels = kPixelsMax,
                                  .may_stay_larger = true,  // the rest is done below
                                  .memory = kMemoryMax});
    if (read.fault == jpeg::Fault::TooLarge)
        return base::fail("picture.size", "the JPEG picture has more pixels than are taken: make it smaller");
    if (read.fault)
        return base::fail("picture.damaged", "the JPEG file is cut off or damaged: copy it, or take it, again");
    Picture picture;
    picture.width = read.width;
    picture.height = read.height;
    picture.rgb = std::move(read.samples);
    if (std::max(picture.width, picture.height) > side_max) picture = smaller(picture, side_max);
    return upright(std::move(picture), orientation_of(read.app1));
}

}  // namespace courtyard::camera
