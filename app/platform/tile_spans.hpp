// Runs of pixels: the innermost loops. Pixels are 0x00RRGGBB, colours 0xAARRGGBB with straight alpha. Blending is
// exact: each channel is round((source * alpha + below * (255 - alpha)) / 255). The SSE2 forms give the same bytes as
// the plain ones.
#pragma once

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

namespace plain {
void fill_span(std::uint32_t* pixels, int count, std::uint32_t colour);
void mask_span(std::uint32_t* pixels, const std::uint8_t* alphas, int count, std::uint32_t colour);
}  // namespace plain

}  // namespace courtyard::platform
