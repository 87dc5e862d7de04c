// The arithmetic of the recogniser: a few small convolutions, then one projection, all in whole numbers, so that every
// machine sees the same candidates. Loops are written so that any compiler puts their products side by side.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "app/handwriting/stroke_map.hpp"

namespace courtyard::handwriting {

// Rows of weights: each gives one output from `inputs` numbers, (sum of products + bias) * scale / 2^30.
struct Rows {
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    std::vector<std::int8_t> weights;  // -127 to 127, row after row
    std::vector<std::int32_t> biases;
    std::vector<std::uint32_t> scales;
};

// 3 by 3 over every place (stride 1) or every second one (stride 2) of a square, results 0 to 255.
struct Convolution {
    std::size_t side_in = 0;
    std::size_t channels_in = 0;
    std::size_t stride = 1;
    Rows rows;  // inputs: [row][column][channel] of the 3 by 3

    [[nodiscard]] std::size_t side_out() const { return (side_in + stride - 1) / stride; }
};

struct Network {
    std::vector<Convolution> convolutions;
    Rows projection;  // results -kFeatureMax to kFeatureMax
};

inline constexpr std::int32_t kActivationMax = 255;
inline constexpr std::int32_t kFeatureMax = 2047;

// Memory that one recognition after another uses.
struct Workspace {
    std::vector<std::int16_t> now;  // what the next layer looks at
    std::vector<std::int16_t> patch;
    std::vector<std::int32_t> sums;  // of the layer, [place][output]
};

[[nodiscard]] std::int32_t dot(const std::int16_t* inputs, const std::int8_t* weights, std::size_t count);

// A layer in two steps, so that who makes a model can look at what lies between: `now` to `sums`, with biases …
void sum_up(const Convolution& layer, Workspace& workspace);
void sum_up(const Rows& projection, Workspace& workspace);
// … and `sums`, scaled and cut off at both ends, to `now`.
void scale(const Rows& rows, std::int32_t low, std::int32_t high, Workspace& workspace);

// The features of a map, `projection.outputs` of them, within `workspace` until the next call.
[[nodiscard]] std::span<const std::int16_t> features(const Network& network, const StrokeMap& map,
                                                     Workspace& workspace);

}  // namespace courtyard::handwriting
