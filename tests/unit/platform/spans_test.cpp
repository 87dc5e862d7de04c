#include "app/platform/tile_spans.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

using namespace courtyard::platform;

TEST_CASE("dividing by 255 rounds as real numbers do") {
    for (std::uint32_t x = 0; x <= 255u * 255u; ++x) {
        REQUIRE(divide_by_255(x) == static_cast<std::uint32_t>(std::floor(x / 255.0 + 0.5)));
    }
}

TEST_CASE("blending is exact for every alpha, colour and ground") {
    for (std::uint32_t alpha = 0; alpha <= 255; ++alpha) {
        for (std::uint32_t colour = 0; colour <= 255; colour += 5) {
            for (std::uint32_t below = 0; below <= 255; below += 3) {
                const auto exact =
                    static_cast<std::uint32_t>(std::floor((colour * alpha + below * (255.0 - alpha)) / 255.0 + 0.5));
                REQUIRE(blend_pixel(below << 8, colour << 8, alpha) == exact << 8);
            }
        }
    }
}

// The wide forms must not be "nearly" the plain ones: pictures are compared byte by byte across machines.
TEST_CASE("runs of pixels come out the same, wide or one by one") {
    std::mt19937 random(20261123);
    for (int round = 0; round < 2000; ++round) {
        const auto count = static_cast<int>(random() % 67);
        std::vector<std::uint32_t> below(static_cast<std::size_t>(count) + 1);
        std::vector<std::uint8_t> mask(below.size());
        for (std::size_t i = 0; i < below.size(); ++i) {
            below[i] = random() & 0xFFFFFF;
            mask[i] = static_cast<std::uint8_t>(random() % 4 == 0 ? 0 : random() % 4 == 1 ? 255 : random());
        }
        std::uint32_t colour = static_cast<std::uint32_t>(random());
        if (round % 5 == 0) colour |= 0xFF000000;
        std::vector<std::uint32_t> wide = below;
        std::vector<std::uint32_t> plain_ones = below;
        fill_span(wide.data(), count, colour);
        plain::fill_span(plain_ones.data(), count, colour);
        REQUIRE(wide == plain_ones);
        mask_span(wide.data(), mask.data(), count, colour);
        plain::mask_span(plain_ones.data(), mask.data(), count, colour);
        REQUIRE(wide == plain_ones);
        Gradient gradient;
        for (std::size_t i = 0; i < 4; ++i) {  // some run far out of what a channel can be
            gradient.value[i] = static_cast<std::int32_t>(random() % (300u << 16)) - (20 << 16);
            gradient.step[i] = static_cast<std::int32_t>(random() % (12u << 16)) - (6 << 16);
        }
        if (round % 3 == 0) gradient.step[3] = 0;
        if (round % 6 == 0) gradient.value[3] = 255 << 16;
        gradient_span(wide.data(), count, gradient);
        plain::gradient_span(plain_ones.data(), count, gradient);
        REQUIRE(wide == plain_ones);
        REQUIRE(wide.back() == below.back());  // nothing behind the run is touched
    }
}
