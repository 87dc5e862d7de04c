#include "app/paper/picture.hpp"

#include <algorithm>
#include <array>

namespace courtyard::paper {

namespace {

constexpr std::array<std::uint8_t, 4> kPng{0x89, 'P', 'N', 'G'};
constexpr std::array<std::uint8_t, 3> kJpeg{0xFF, 0xD8, 0xFF};

template <std::size_t N>
bool starts_with(base::ByteView bytes, const std::array<std::uint8_t, N>& start) {
    return bytes.size() >= N && std::equal(start.begin(), start.end(), bytes.begin());
}

}  // namespace

base::Result<Raster> from_picture(base::ByteView bytes) {
    if (starts_with(bytes, kPng)) return from_png(bytes);
    if (starts_with(bytes, kJpeg)) return from_jpeg(bytes);
    return base::fail("paper.format",
                      "this is no PNG and no JPEG picture: save or send it as PNG or JPEG (some phones make HEIC)");
}

}  // namespace courtyard::paper
