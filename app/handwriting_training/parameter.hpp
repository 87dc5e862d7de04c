// Numbers that are learnt, with what Adam (Kingma and Ba, 2015) remembers of their gradients.
#pragma once

#include <cstddef>
#include <vector>

namespace courtyard::handwriting_training {

struct Parameter {
    std::vector<float> values, gradient;
    std::vector<float> mean, square;

    explicit Parameter(std::size_t count, float value = 0)
        : values(count, value), gradient(count), mean(count), square(count) {}
};

// One step against the gradient; `step` counts from 1.
void learn(Parameter& parameter, float rate, int step);

}  // namespace courtyard::handwriting_training
