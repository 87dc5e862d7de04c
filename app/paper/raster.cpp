#include "app/paper/raster.hpp"

#include <png.h>

namespace courtyard::paper {

base::Result<base::Bytes> to_png(const Raster& raster) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(raster.width);
    image.height = static_cast<png_uint_32>(raster.height);
    image.format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = 0;
    if (png_image_write_get_memory_size(image, size, 0, raster.grey.data(), 0, nullptr) == 0) {
        return base::fail("paper.png", "the picture cannot be packed as PNG");
    }
    base::Bytes bytes(size);
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, raster.grey.data(), 0, nullptr) == 0) {
        return base::fail("paper.png", "the picture cannot be packed as PNG");
    }
    bytes.resize(size);
    return bytes;
}

base::Result<Raster> from_png(base::ByteView png) {
    if (png.size() > kPictureBytesMax)
        return base::fail("paper.size", "the picture is larger than 64 MiB: take a smaller one");
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, png.data(), png.size()) == 0) {
        return base::fail("paper.png", "the picture is not a whole PNG file: take the picture again");
    }
    const bool fits = image.width > 0 && image.height > 0 && image.width <= kRasterSideMax &&
                      image.height <= kRasterSideMax &&
                      static_cast<std::size_t>(image.width) * image.height <= kRasterPixelsMax;
    if (!fits) {
        png_image_free(&image);
        return base::fail("paper.size", "the picture has more pixels than can be read: take a smaller one");
    }
    image.format = PNG_FORMAT_GRAY;
    Raster raster = Raster::white(static_cast<int>(image.width), static_cast<int>(image.height));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image, &white, raster.grey.data(), 0, nullptr) == 0) {
        return base::fail("paper.png", "the picture is not a whole PNG file: take the picture again");
    }
    return raster;
}

}  // namespace courtyard::paper
