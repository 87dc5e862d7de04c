#include "app/platform/tile_spans.hpp"

#include <algorithm>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace courtyard::platform {

namespace {

inline void put_pixel(std::uint32_t& pixel, std::uint32_t colour) {
    const std::uint32_t alpha = colour >> 24;
    pixel = alpha == 255 ? colour & 0xFFFFFF : blend_pixel(pixel, colour, alpha);
}

}  // namespace

namespace plain {

void gradient_span(std::uint32_t* pixels, int count, Gradient gradient) {
    for (int i = 0; i < count; ++i) {
        put_pixel(pixels[i], gradient.first_colour());
        gradient.advance();
    }
}

void fill_span(std::uint32_t* pixels, int count, std::uint32_t colour) {
    const std::uint32_t alpha = colour >> 24;
    if (alpha == 255) {
        std::fill_n(pixels, count, colour & 0xFFFFFF);
        return;
    }
    for (int i = 0; i < count; ++i) {
        pixels[i] = blend_pixel(pixels[i], colour, alpha);
    }
}

void mask_span(std::uint32_t* pixels, const std::uint8_t* alphas, int count, std::uint32_t colour) {
    const std::uint32_t alpha = colour >> 24;
    for (int i = 0; i < count; ++i) {
        if (alphas[i] != 0) pixels[i] = blend_pixel(pixels[i], colour, divide_by_255(alpha * alphas[i]));
    }
}

}  // namespace plain

void texel_span(std::uint32_t* pixels, const std::uint8_t* texels, int count, std::uint32_t colour) {
    for (int i = 0; i < count; ++i, texels += 4) {
        const std::uint32_t alpha = divide_by_255((colour >> 24) * texels[3]);
        if (alpha == 0) continue;
        const std::uint32_t tinted = divide_by_255(((colour >> 16) & 255) * texels[0]) << 16 |
                                     divide_by_255(((colour >> 8) & 255) * texels[1]) << 8 |
                                     divide_by_255((colour & 255) * texels[2]);
        pixels[i] = blend_pixel(pixels[i], tinted, alpha);
    }
}

#ifdef __SSE2__

namespace {

// round(x / 255) in eight lanes of 16 bits; x + 128 may exceed 32767, so all of it is unsigned.
inline __m128i divide_lanes_by_255(__m128i x) {
    x = _mm_add_epi16(x, _mm_set1_epi16(128));
    return _mm_srli_epi16(_mm_add_epi16(x, _mm_srli_epi16(x, 8)), 8);
}

inline __m128i load4(const std::uint32_t* pixels) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(pixels)); }
inline void store4(std::uint32_t* pixels, __m128i value) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(pixels), value);
}

// Two pixels in 16-bit lanes: colour * alpha + below * (255 - alpha).
inline __m128i blend_lanes(__m128i below, __m128i colour, __m128i alpha) {
    const __m128i rest = _mm_sub_epi16(_mm_set1_epi16(255), alpha);
    return divide_lanes_by_255(_mm_add_epi16(_mm_mullo_epi16(colour, alpha), _mm_mullo_epi16(below, rest)));
}

}  // namespace

void fill_span(std::uint32_t* pixels, int count, std::uint32_t colour) {
    const std::uint32_t alpha = colour >> 24;
    if (alpha == 255) {
        std::fill_n(pixels, count, colour & 0xFFFFFF);
        return;
    }
    const __m128i zero = _mm_setzero_si128();
    const __m128i source = _mm_unpacklo_epi8(_mm_set1_epi32(static_cast<int>(colour & 0xFFFFFF)), zero);
    const __m128i alphas = _mm_set1_epi16(static_cast<short>(alpha));
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        const __m128i below = load4(pixels + i);
        const __m128i low = blend_lanes(_mm_unpacklo_epi8(below, zero), source, alphas);
        const __m128i high = blend_lanes(_mm_unpackhi_epi8(below, zero), source, alphas);
        store4(pixels + i, _mm_packus_epi16(low, high));
    }
    plain::fill_span(pixels + i, count - i, colour);
}

void mask_span(std::uint32_t* pixels, const std::uint8_t* alphas, int count, std::uint32_t colour) {
    const __m128i zero = _mm_setzero_si128();
    const __m128i source = _mm_unpacklo_epi8(_mm_set1_epi32(static_cast<int>(colour & 0xFFFFFF)), zero);
    const __m128i own = _mm_set1_epi16(static_cast<short>(colour >> 24));
    const bool opaque = colour >> 24 == 255;
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        std::uint32_t four = 0;
        std::memcpy(&four, alphas + i, 4);
        if (four == 0) continue;
        if (four == 0xFFFFFFFFu && opaque) {
            store4(pixels + i, _mm_set1_epi32(static_cast<int>(colour & 0xFFFFFF)));
            continue;
        }
        __m128i mask = _mm_unpacklo_epi8(_mm_cvtsi32_si128(static_cast<int>(four)), zero);  // a0 a1 a2 a3 in 16 bits
        mask = divide_lanes_by_255(_mm_mullo_epi16(mask, own));
        mask = _mm_unpacklo_epi16(mask, mask);  // a0 a0 a1 a1 a2 a2 a3 a3
        const __m128i below = load4(pixels + i);
        const __m128i low =
            blend_lanes(_mm_unpacklo_epi8(below, zero), source, _mm_shuffle_epi32(mask, _MM_SHUFFLE(1, 1, 0, 0)));
        const __m128i high =
            blend_lanes(_mm_unpackhi_epi8(below, zero), source, _mm_shuffle_epi32(mask, _MM_SHUFFLE(3, 3, 2, 2)));
        store4(pixels + i, _mm_packus_epi16(low, high));
    }
    plain::mask_span(pixels + i, alphas + i, count - i, colour);
}

void gradient_span(std::uint32_t* pixels, int count, Gradient gradient) {
    __m128i value = _mm_loadu_si128(reinterpret_cast<const __m128i*>(gradient.value.data()));
    const __m128i step = _mm_loadu_si128(reinterpret_cast<const __m128i*>(gradient.step.data()));
    const __m128i half = _mm_set1_epi32(32768);
    for (int i = 0; i < count; ++i) {
        const __m128i whole = _mm_srai_epi32(_mm_add_epi32(value, half), 16);
        const __m128i narrow = _mm_packs_epi32(whole, whole);  // saturates, as the clamp does
        put_pixel(pixels[i], static_cast<std::uint32_t>(_mm_cvtsi128_si32(_mm_packus_epi16(narrow, narrow))));
        value = _mm_add_epi32(value, step);
    }
}

#else

void gradient_span(std::uint32_t* pixels, int count, Gradient gradient) {
    plain::gradient_span(pixels, count, gradient);
}
void fill_span(std::uint32_t* pixels, int count, std::uint32_t colour) { plain::fill_span(pixels, count, colour); }
void mask_span(std::uint32_t* pixels, const std::uint8_t* alphas, int count, std::uint32_t colour) {
    plain::mask_span(pixels, alphas, count, colour);
}

#endif

}  // namespace courtyard::platform
