#include "app/handwriting_training/quantiser.hpp"

#include <algorithm>
#include <cmath>

namespace courtyard::handwriting_training {

using handwriting::Convolution;
using handwriting::Rows;

namespace {

constexpr double kWeightMax = 127;
constexpr double kBiasMax = 1 << 23;
// So many of the numbers seen may be cut off at the end of the range; the rest get finer steps for it.
constexpr double kBeyond = 0.0005;

std::int8_t rounded(double weight) { return static_cast<std::int8_t>(std::lround(weight)); }

// The size below which nearly all numbers stay.
double reach_of(std::vector<float> seen) {
    std::ranges::transform(seen, seen.begin(), [](float value) { return std::fabs(value); });
    const auto at = static_cast<std::size_t>(static_cast<double>(seen.size() - 1) * (1 - kBeyond));
    std::ranges::nth_element(seen, seen.begin() + static_cast<std::ptrdiff_t>(at));
    return std::max(1e-6, static_cast<double>(seen[at]));
}

}  // namespace

Quantiser::Quantiser(const std::vector<handwriting::StrokeMap>& examples) {
    for (const handwriting::StrokeMap& map : examples)
        examples_.emplace_back(map.begin(), map.end());
}

// Weights and biases in units of their own for each row. The scales come once it is known how far the results reach.
Rows Quantiser::rows(const Layer& layer, std::vector<double>& units) const {
    const std::size_t inputs = layer.inputs(), outputs = layer.out().channels;
    Rows rows{inputs, outputs, {}, {}, {}};
    for (std::size_t i = 0; i < outputs; ++i) {
        const double gain = static_cast<double>(layer.usual_gain(i)), shift = static_cast<double>(layer.usual_shift(i));
        double largest = 0;
        for (std::size_t k = 0; k < inputs; ++k)
            largest = std::max(largest, std::fabs(static_cast<double>(layer.weights.values[k * outputs + i]) * gain));
        const double unit = std::max(largest / kWeightMax, std::fabs(shift) / (unit_ * kBiasMax) + 1e-12);
        for (std::size_t k = 0; k < inputs; ++k)
            rows.weights.push_back(rounded(static_cast<double>(layer.weights.values[k * outputs + i]) * gain / unit));
        rows.biases.push_back(static_cast<std::int32_t>(std::lround(shift / (unit * unit_))));
        units.push_back(unit * unit_);
    }
    return rows;
}

// Runs the examples through a layer: once to see how far its results reach, once more with the scales that this gives.
template <class SumUp>
void Quantiser::settle(Rows& rows, const std::vector<double>& units, std::int32_t low, std::int32_t high,
                       SumUp sum_up) {
    std::vector<float> seen;
    handwriting::Workspace workspace;
    for (const std::vector<std::int16_t>& example : examples_) {
        workspace.now = example;
        sum_up(workspace);
        for (std::size_t i = 0; i < workspace.sums.size(); ++i) {
            const double result = workspace.sums[i] * units[i % rows.outputs];
            if (result > 0 || low < 0) seen.push_back(static_cast<float>(result));
        }
    }
    unit_ = (seen.empty() ? 1 : reach_of(std::move(seen))) / high;
    for (const double unit : units)
        rows.scales.push_back(static_cast<std::uint32_t>(std::llround(std::min(1.99, unit / unit_) * (1 << 30))));
    for (std::vector<std::int16_t>& example : examples_) {
        workspace.now = std::move(example);
        sum_up(workspace);
        handwriting::scale(rows, low, high, workspace);
        example = std::move(workspace.now);
    }
}

Convolution Quantiser::convolution(const Layer& layer) {
    std::vector<double> units;
    Convolution made{side_, channels_, layer.window() == Window::Second ? 2U : 1U, rows(layer, units)};
    settle(made.rows, units, 0, handwriting::kActivationMax,
           [&](handwriting::Workspace& workspace) { handwriting::sum_up(made, workspace); });
    side_ = layer.out().side;
    channels_ = layer.out().channels;
    return made;
}

Rows Quantiser::projection(const Layer& layer) {
    std::vector<double> units;
    Rows made = rows(layer, units);
    settle(made, units, -handwriting::kFeatureMax, handwriting::kFeatureMax,
           [&](handwriting::Workspace& workspace) { handwriting::sum_up(made, workspace); });
    return made;
}

handwriting::Characters Quantiser::characters(std::vector<char32_t> codes, const std::vector<float>& vectors,
                                              const std::vector<float>& biases) const {
    constexpr double kNat = 65'536, kShifted = 65'536;
    handwriting::Characters characters;
    characters.codes = std::move(codes);
    const std::size_t features = vectors.size() / biases.size();
    for (std::size_t i = 0; i < biases.size(); ++i) {
        const float* vector = &vectors[i * features];
        double largest = 1e-6;
        for (std::size_t k = 0; k < features; ++k)
            largest = std::max(largest, std::fabs(static_cast<double>(vector[k])));
        const double unit = largest / kWeightMax;
        for (std::size_t k = 0; k < features; ++k)
            characters.vectors.push_back(rounded(static_cast<double>(vector[k]) / unit));
        characters.scales.push_back(static_cast<std::uint32_t>(std::lround(unit * unit_ * kNat * kShifted)));
        characters.biases.push_back(static_cast<std::int32_t>(std::lround(static_cast<double>(biases[i]) * kNat)));
    }
    return characters;
}

}  // namespace courtyard::handwriting_training
