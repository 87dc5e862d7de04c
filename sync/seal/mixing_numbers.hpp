// The two tables that mixing rests on, by whole numbers alone: the same on every machine. FORMAT.md, section 4.
//
// A probability is 1 to 65,535 of 65,536; its "stretched" form is 256 times the logarithm of its odds, -3,071 to 3,071.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace courtyard::seal {

inline constexpr std::int32_t kStretchedMax = 3071;

// 65,536 / (1 + e^-x), rounded, for x = -12, -11.5 … 12, kept within 1 and 65,535.
inline constexpr std::array<std::int32_t, 49> kLogistic = {
    1,     1,     1,     2,     3,     5,     8,     13,    22,    36,    60,    98,    162,
    267,   439,   720,   1179,  1921,  3108,  4971,  7812,  11955, 17625, 24743, 32768, 40793,
    47911, 53581, 57724, 60565, 62428, 63615, 64357, 64816, 65097, 65269, 65374, 65438, 65476,
    65500, 65514, 65523, 65528, 65531, 65533, 65534, 65535, 65535, 65535};

// Straight lines between the points above, 128 apart.
constexpr std::int32_t squash(std::int32_t stretched) {
    const std::int32_t from_start = std::clamp(stretched, -kStretchedMax, kStretchedMax) + kStretchedMax + 1;
    const auto point = static_cast<std::size_t>(from_start >> 7);
    const std::int32_t beyond = from_start & 127;
    return (kLogistic[point] * (128 - beyond) + kLogistic[point + 1] * beyond + 64) >> 7;
}

// For the upper 12 bits of a probability: the smallest number whose squash() is not below the middle of that step.
constexpr std::array<std::int16_t, 4096> make_stretch() {
    std::array<std::int16_t, 4096> table{};
    std::int32_t stretched = -kStretchedMax;
    for (std::size_t step = 0; step < table.size(); ++step) {
        while (stretched < kStretchedMax && squash(stretched) < static_cast<std::int32_t>(16 * step + 8))
            ++stretched;
        table[step] = static_cast<std::int16_t>(stretched);
    }
    return table;
}
inline constexpr std::array<std::int16_t, 4096> kStretch = make_stretch();

// Mixes two numbers into one whose bits all depend on both. For tables, not for secrets.
constexpr std::uint32_t stir(std::uint32_t a, std::uint32_t b) {
    std::uint32_t mixed = a * 0x2F0B4C47U + b * 0x9E3779B1U + 0x5BD1E995U;
    mixed ^= mixed >> 15;
    mixed *= 0x85EBCA6BU;
    return mixed ^ mixed >> 13;
}

}  // namespace courtyard::seal
