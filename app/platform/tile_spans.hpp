// Runs of pixels: the innermost loops. Pixels are 0x00RRGGBB, colours 0xAARRGGBB with straight alpha. Blending is
// exact: each channel is round((source * alpha + below * (255 - alpha)) / 255). The SSE2 forms give the same bytes as
// the plain ones.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace courtyard::platform {

// round(x / 255) for 0 <= x <= 255 * 255.
[[nodiscard]] constexpr std::uint32_t divide_by_255(std::uint32_t x) { return (x + 128 + ((x + 128) >> 8)) >> 8; }

[[nodiscard]] constexpr std::uint32_t blend_pixel(std::uint32_t below, std::uint32_t colour, std::uint32_t alpha) {
    const std::uint32_t rest = 255 - alpha;
    const auto channel = [&](int shift) {
        return divide_by_255(((colour >> shift) & 255) * alpha + ((below >> shift) & 255) * rest) << shift;
    };
    return channel(16) | channel(8) | channel(0);
}

void fill_span(std::uint32_t* pixels, int count, std::uint32_t colour);
// `alphas`: one byte per pixel, multiplied with the colour's alpha.
void mask_span(std::uint32_t* pixels, const std::uint8_t* alphas, int count, std::uint32_t colour);
// `texels`: R, G, B, A bytes per pixel, multiplied with the colour.
void texel_span(std::uint32_t* pixels, const std::uint8_t* texels, int count, std::uint32_t colour);

// Colours that change evenly: blue, green, red, alpha of the first pixel in 1/65536, and how much each grows per pixel.
struct Gradient {
    std::array<std::int32_t, 4> value{};
    std::array<std::int32_t, 4> step{};

    [[nodiscard]] std::uint32_t first_colour() const {
        std::uint32_t colour = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            colour |= static_cast<std::uint32_t>(std::clamp(sum(value[i], 32768) >> 16, 0, 255)) << (8 * i);
        }
        return colour;
    }
    void advance() {
        for (std::size_t i = 0; i < 4; ++i) {
            value[i] = sum(value[i], step[i]);
        }
    }

private:
    // Slivers of triangles may step out of 32 bits; the sum wraps, here and in the wide form.
    static std::int32_t sum(std::int32_t a, std::int32_t b) {
        return static_cast<std::int32_t>(static_cast<std::uint32_t>(a) + static_cast<std::uint32_t>(b));
    }
};
void gradient_span(std::uint32_t* pixels, int count, Gradient gradient);

namespace plain {
void gradient_span(std::uint32_t* pixels, int count, Gradient gradient);
void fill_span(std::uint32_t* pixels, int count, std::uint32_t colour);
void mask_span(std::uint32_t* pixels, const std::uint8_t* alphas, int count, std::uint32_t colour);
}  // namespace plain

}  // namespace courtyard::platform
