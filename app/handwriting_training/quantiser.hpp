// Turns layers that have learnt into whole numbers, one after another, watching examples to see how far numbers reach.
#pragma once

#include <cstdint>
#include <vector>

#include "app/handwriting/model.hpp"
#include "app/handwriting_training/layer.hpp"

namespace courtyard::handwriting_training {

class Quantiser {
public:
    explicit Quantiser(const std::vector<handwriting::StrokeMap>& examples);

    // In the order of the network; the examples go through each.
    [[nodiscard]] handwriting::Convolution convolution(const Layer& layer);
    [[nodiscard]] handwriting::Rows projection(const Layer& layer);
    // After the projection. `vectors` one after another, `biases` in nats.
    [[nodiscard]] handwriting::Characters characters(std::vector<char32_t> codes, const std::vector<float>& vectors,
                                                     const std::vector<float>& biases) const;

private:
    [[nodiscard]] handwriting::Rows rows(const Layer& layer, std::vector<double>& units) const;
    template <class SumUp>
    void settle(handwriting::Rows& rows, const std::vector<double>& units, std::int32_t low, std::int32_t high,
                SumUp sum_up);

    std::vector<std::vector<std::int16_t>> examples_;
    std::size_t side_ = handwriting::kMapSide, channels_ = handwriting::kMapChannels;
    double unit_ = 1.0 / 255;  // what 1 means in the examples as they are now
};

}  // namespace courtyard::handwriting_training
