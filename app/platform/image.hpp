// A picture as a value: 8-bit RGBA, straight alpha, rows from the top, no padding. PNG in and out, and comparison.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::platform {

inline constexpr int kImageSideMax = 8192;              // pixels; larger pictures are refused, not shrunk
inline constexpr std::size_t kPngBytesMax = 64u << 20;  // a PNG file larger than this is refused unread

struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;  // width * height * 4 bytes

    [[nodiscard]] static Image blank(int width, int height, std::uint32_t rgba_little_endian = 0);
    [[nodiscard]] const std::uint8_t* pixel(int x, int y) const {
        return rgba.data() +
               (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
    }
    friend bool operator==(const Image&, const Image&) = default;
};

// "image.encode" when the image is empty or too large.
[[nodiscard]] base::Result<base::Bytes> encode_png(const Image& image);
// Any colour type and depth is turned into 8-bit RGBA. "image.decode" when it is no PNG, torn, or above the limits.
[[nodiscard]] base::Result<Image> decode_png(base::ByteView png);

// "image.write", "image.read" with the path; read also "image.decode".
[[nodiscard]] base::Result<void> write_png(const std::filesystem::path& path, const Image& image);
[[nodiscard]] base::Result<Image> read_png(const std::filesystem::path& path);

struct Difference {
    bool same_size = false;
    int channel_max = 0;           // largest difference of any channel of any pixel, 0..255
    double channel_mean = 0;       // mean over all channels of all pixels
    std::int64_t pixels_over = 0;  // pixels with a channel further apart than the tolerance
};

// Channels at most `tolerance` apart count as equal in `pixels_over`. Different sizes: everything else stays 0.
[[nodiscard]] Difference compare(const Image& left, const Image& right, int tolerance = 0);

// What a person looks at when two pictures differ: left dimmed to grey, pixels further apart than `tolerance` in red.
[[nodiscard]] Image picture_of_difference(const Image& left, const Image& right, int tolerance);

}  // namespace courtyard::platform
