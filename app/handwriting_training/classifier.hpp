// The last step while it learns: one vector for each character, and how surely each example was told from all others.
#pragma once

#include <cstddef>
#include <vector>

#include "app/handwriting_training/chance.hpp"
#include "app/handwriting_training/matrix.hpp"
#include "app/handwriting_training/parameter.hpp"

namespace courtyard::handwriting_training {

class Classifier {
public:
    Classifier(std::size_t characters, std::size_t features, Chance& chance);

    struct Outcome {
        float loss = 0;  // nats, mean over the batch
        std::size_t right = 0;
    };
    // Features of one example after another, and the index of what each is. Fills the parameters' gradients, and `back`
    // with that of the features.
    Outcome learn(const std::vector<float>& features, const std::vector<std::size_t>& truth, std::vector<float>& back,
                  Multiplier& multiplier);

    Parameter vectors;  // [character][feature]
    Parameter biases;

private:
    std::size_t characters_, features_;
    std::vector<float> scores_;
};

}  // namespace courtyard::handwriting_training
