#include "app/handwriting/network.hpp"

#include <algorithm>

namespace courtyard::handwriting {

namespace {

// The 3 by 3 around a place, zero outside the square. With stride 2 the place is the upper left one of its nine. Three
// neighbours in a row lie side by side.
void take_patch(const Convolution& layer, const std::int16_t* in, std::size_t row, std::size_t column,
                std::int16_t* patch) {
    const std::size_t before = layer.stride == 1 ? 1 : 0, side = layer.side_in, channels = layer.channels_in;
    const std::size_t left = column * layer.stride < before ? 1 : 0;
    const std::size_t first = column * layer.stride + left - before;
    const std::size_t inside = std::min<std::size_t>(3 - left, side - first);
    for (std::size_t y = 0; y < 3; ++y, patch += 3 * channels) {
        const std::size_t from = row * layer.stride + y - before;  // wraps round below zero: outside, too
        std::fill_n(patch, 3 * channels, std::int16_t{0});
        if (from >= side) continue;
        std::copy_n(in + (from * side + first) * channels, inside * channels, patch + left * channels);
    }
}

}  // namespace

std::int32_t dot(const std::int16_t* inputs, const std::int8_t* weights, std::size_t count) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += std::int32_t{inputs[i]} * weights[i];
    return sum;
}

void sum_up(const Convolution& layer, Workspace& workspace) {
    const std::size_t side = layer.side_out(), inputs = layer.rows.inputs, outputs = layer.rows.outputs;
    workspace.sums.resize(side * side * outputs);
    workspace.patch.resize(inputs);
    std::int32_t* sum = workspace.sums.data();
    for (std::size_t row = 0; row < side; ++row) {
        for (std::size_t column = 0; column < side; ++column) {
            take_patch(layer, workspace.now.data(), row, column, workspace.patch.data());
            for (std::size_t i = 0; i < outputs; ++i)
                *sum++ = dot(workspace.patch.data(), &layer.rows.weights[i * inputs], inputs) + layer.rows.biases[i];
        }
    }
}

void sum_up(const Rows& projection, Workspace& workspace) {
    workspace.sums.resize(projection.outputs);
    for (std::size_t i = 0; i < projection.outputs; ++i) {
        const std::int8_t* weights = &projection.weights[i * projection.inputs];
        workspace.sums[i] = dot(workspace.now.data(), weights, projection.inputs) + projection.biases[i];
    }
}

void scale(const Rows& rows, std::int32_t low, std::int32_t high, Workspace& workspace) {
    constexpr int kShift = 30;
    workspace.now.resize(workspace.sums.size());
    for (std::size_t i = 0; i < workspace.sums.size();) {
        for (std::size_t k = 0; k < rows.outputs; ++k, ++i) {
            const std::int64_t whole =
                std::int64_t{workspace.sums[i]} * rows.scales[k] + (std::int64_t{1} << (kShift - 1));
            workspace.now[i] = static_cast<std::int16_t>(std::clamp<std::int64_t>(whole >> kShift, low, high));
        }
    }
}

std::span<const std::int16_t> features(const Network& network, const StrokeMap& map, Workspace& workspace) {
    workspace.now.assign(map.begin(), map.end());
    for (const Convolution& layer : network.convolutions) {
        sum_up(layer, workspace);
        scale(layer.rows, 0, kActivationMax, workspace);
    }
    sum_up(network.projection, workspace);
    scale(network.projection, -kFeatureMax, kFeatureMax, workspace);
    return workspace.now;
}

}  // namespace courtyard::handwriting
