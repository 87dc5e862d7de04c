#include "app/platform/image.hpp"

#include <png.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace courtyard::platform {

namespace {

bool is_sane(const Image& image) {
    return image.width > 0 && image.height > 0 && image.width <= kImageSideMax && image.height <= kImageSideMax &&
           image.rgba.size() == static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
}

struct PngImage {
    png_image png{};
    PngImage() { png.version = PNG_IMAGE_VERSION; }
    ~PngImage() { png_image_free(&png); }
    PngImage(const PngImage&) = delete;
    PngImage& operator=(const PngImage&) = delete;
};

}  // namespace

Image Image::blank(int width, int height, std::uint32_t rgba_little_endian) {
    Image image;
    image.width = width;
    image.height = height;
    image.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    if (rgba_little_endian != 0) {
        for (std::size_t i = 0; i < image.rgba.size(); ++i) {
            image.rgba[i] = static_cast<std::uint8_t>(rgba_little_endian >> (8 * (i % 4)));
        }
    }
    return image;
}

base::Result<base::Bytes> encode_png(const Image& image) {
    if (!is_sane(image))
        return base::fail("image.encode", "the picture is empty or larger than the limit of 8192 pixels a side");
    PngImage out;
    out.png.width = static_cast<png_uint_32>(image.width);
    out.png.height = static_cast<png_uint_32>(image.height);
    out.png.format = PNG_FORMAT_RGBA;
    out.png.flags = PNG_IMAGE_FLAG_FAST;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(out.png);
    base::Bytes bytes(size);
    if (png_image_write_to_memory(&out.png, bytes.data(), &size, 0, image.rgba.data(), 0, nullptr) == 0) {
        return base::fail("image.encode", std::string("libpng cannot write the picture: ") + out.png.message);
    }
    bytes.resize(size);
    return bytes;
}

base::Result<Image> decode_png(base::ByteView png) {
    if (png.size() > kPngBytesMax) return base::fail("image.decode", "the PNG file is larger than the limit of 64 MiB");
    PngImage in;
    if (png_image_begin_read_from_memory(&in.png, png.data(), png.size()) == 0) {
        return base::fail("image.decode", std::string("this is no readable PNG picture: ") + in.png.message);
    }
    if (in.png.width > kImageSideMax || in.png.height > kImageSideMax) {
        return base::fail("image.decode", "the picture is larger than the limit of 8192 pixels a side");
    }
    in.png.format = PNG_FORMAT_RGBA;
    Image image = Image::blank(static_cast<int>(in.png.width), static_cast<int>(in.png.height));
    if (png_image_finish_read(&in.png, nullptr, image.rgba.data(), 0, nullptr) == 0) {
        return base::fail("image.decode", std::string("the PNG picture is torn or damaged: ") + in.png.message);
    }
    return image;
}

base::Result<void> write_png(const std::filesystem::path& path, const Image& image) {
    const base::Bytes bytes = TRY(encode_png(image));
    std::FILE* file = std::fopen(path.c_str(), "wb");
    const bool written = file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const bool closed = file != nullptr && std::fclose(file) == 0;
    if (!written || !closed)
        return base::fail("image.write", "cannot write " + path.string() + ": check folder and free space");
    return {};
}

base::Result<Image> read_png(const std::filesystem::path& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return base::fail("image.read", "cannot open " + path.string() + ": check the name");
    base::Bytes bytes;
    std::uint8_t block[65536];
    std::size_t got = 0;
    while (bytes.size() <= kPngBytesMax && (got = std::fread(block, 1, sizeof block, file)) > 0) {
        bytes.insert(bytes.end(), block, block + got);
    }
    const bool failed = std::ferror(file) != 0;
    std::fclose(file);
    if (failed) return base::fail("image.read", "cannot read " + path.string());
    return decode_png(bytes);
}

Difference compare(const Image& left, const Image& right, int tolerance) {
    Difference difference;
    difference.same_size = left.width == right.width && left.height == right.height;
    if (!difference.same_size || left.rgba.empty()) return difference;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < left.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t channel = 0; channel < 4; ++channel) {
            const int apart = std::abs(left.rgba[i + channel] - right.rgba[i + channel]);
            sum += apart;
            most = std::max(most, apart);
        }
        difference.channel_max = std::max(difference.channel_max, most);
        if (most > tolerance) ++difference.pixels_over;
    }
    difference.channel_mean = static_cast<double>(sum) / static_cast<double>(left.rgba.size());
    return difference;
}

Image picture_of_difference(const Image& left, const Image& right, int tolerance) {
    Image out = left;
    const bool same_size = compare(left, right).same_size;
    for (std::size_t i = 0; i < out.rgba.size(); i += 4) {
        bool over = !same_size;
        for (std::size_t channel = 0; same_size && channel < 4; ++channel) {
            over = over || std::abs(left.rgba[i + channel] - right.rgba[i + channel]) > tolerance;
        }
        const auto grey = static_cast<std::uint8_t>(160 + (left.rgba[i] + left.rgba[i + 1] + left.rgba[i + 2]) / 9);
        out.rgba[i] = over ? 220 : grey;
        out.rgba[i + 1] = over ? 0 : grey;
        out.rgba[i + 2] = over ? 0 : grey;
        out.rgba[i + 3] = 255;
    }
    return out;
}

}  // namespace courtyard::platform
