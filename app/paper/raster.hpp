// A grey picture in memory, and its PNG form. What a slip is drawn on and what a photo of a slip is read from.
#pragma once

#include <cstdint>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::paper {

// Row by row from the top, one byte a pixel: 0 black, 255 white.
struct Raster {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> grey;

    static Raster white(int width, int height) {
        return {width, height,
                std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 255)};
    }
    [[nodiscard]] std::uint8_t* row(int y) {
        return grey.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
    [[nodiscard]] const std::uint8_t* row(int y) const {
        return grey.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
};

constexpr int kRasterSideMax = 12000;  // pixels; larger pictures are refused before they are unpacked
constexpr std::size_t kRasterPixelsMax = 64'000'000;
constexpr std::size_t kPictureBytesMax = 64U << 20;

[[nodiscard]] base::Result<base::Bytes> to_png(const Raster& raster);  // "paper.png"
[[nodiscard]] base::Result<Raster> from_png(base::ByteView png);       // any colour type; "paper.png", "paper.size"

}  // namespace courtyard::paper
