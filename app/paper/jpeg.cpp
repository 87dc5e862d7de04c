// JPEG is what phones make.
#include "app/jpeg/jpeg.hpp"
#include "app/paper/picture.hpp"

namespace courtyard::paper {

namespace {

constexpr jpeg::Limits kLimits = {.side = 65'535,  // the most that the format knows
                                  .pixels = 256'000'000,
                                  .pixels_in_scans = static_cast<std::int64_t>(kRasterPixelsMax),
                                  .read_side = kRasterSideMax,
                                  .read_pixels = static_cast<std::int64_t>(kRasterPixelsMax)};

}  // namespace

base::Result<Raster> from_jpeg(base::ByteView file) {
    if (file.size() > kPictureBytesMax)
        return base::fail("paper.size", "the picture is larger than 64 MiB: take a smaller one");
    jpeg::Read read = jpeg::read(file, jpeg::Colour::Grey, kLimits);
    if (!read.fault) {
        Raster raster;
        raster.width = read.width;
        raster.height = read.height;
        raster.grey = std::move(read.samples);
        return raster;
    }
    switch (*read.fault) {
        case jpeg::Fault::TooLarge:
            return base::fail("paper.size", "the picture has more pixels than can be read: take a smaller one");
        case jpeg::Fault::Cut:
            return base::fail("paper.jpeg", "the JPEG file is cut off: copy it again, or take the picture again");
        case jpeg::Fault::Damaged: break;
    }
    return base::fail("paper.jpeg", "the picture is not a whole JPEG file: take the picture again, or send it as PNG");
}

}  // namespace courtyard::paper
