#include "app/handwriting_training/parameter.hpp"

#include <cmath>

namespace courtyard::handwriting_training {

void learn(Parameter& parameter, float rate, int step) {
    constexpr float kMean = 0.9F, kSquare = 0.99F, kTiny = 1e-8F;
    const auto steps = static_cast<float>(step);
    const float bold = rate * std::sqrt(1 - std::pow(kSquare, steps)) / (1 - std::pow(kMean, steps));
    float* values = parameter.values.data();
    float* mean = parameter.mean.data();
    float* square = parameter.square.data();
    const float* gradient = parameter.gradient.data();
    for (std::size_t i = 0; i < parameter.values.size(); ++i) {
        mean[i] += (1 - kMean) * (gradient[i] - mean[i]);
        square[i] += (1 - kSquare) * (gradient[i] * gradient[i] - square[i]);
        values[i] -= bold * mean[i] / (std::sqrt(square[i]) + kTiny);
    }
}

}  // namespace courtyard::handwriting_training
