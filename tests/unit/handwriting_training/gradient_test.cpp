// What layers say of their gradients, held against what happens when a number is moved a little.
#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <numeric>

#include "app/handwriting_training/classifier.hpp"
#include "app/handwriting_training/layer.hpp"

using namespace courtyard::handwriting_training;

namespace {

using Values = std::vector<float>;

Values any(std::size_t count, Chance& chance) {
    Values values(count);
    for (float& value : values)
        value = chance.spread();
    return values;
}

// Slope of `loss` along one number.
double slope(float& number, const std::function<double()>& loss) {
    constexpr float kStep = 1e-2F;
    const float before = number;
    number = before + kStep;
    const double above = loss();
    number = before - kStep;
    const double below = loss();
    number = before;
    return (above - below) / (2 * static_cast<double>(kStep));
}

void agree(Values& numbers, const Values& gradient, const std::function<double()>& loss) {
    double difference = 0, size = 0;
    for (std::size_t i = 0; i < numbers.size(); i += 1 + numbers.size() / 40) {
        const double found = slope(numbers[i], loss);
        difference += std::pow(found - static_cast<double>(gradient[i]), 2);
        size += found * found;
    }
    CHECK(size > 0);
    CHECK(std::sqrt(difference) < 0.05 * std::sqrt(size));
}

}  // namespace

TEST_CASE("a layer knows its gradients") {
    for (const Window window : {Window::Every, Window::Second, Window::Whole}) {
        Chance chance(3);
        Multiplier multiplier;
        const Shape shape{5, 3};
        constexpr std::size_t kBatch = 6, kOutputs = 4;
        // Nothing is cut: at a corner there is no slope.
        Layer layer(shape, kOutputs, window, Cut::Nothing, chance);
        for (float& value : layer.shift.values)
            value = chance.spread();
        Values in = any(kBatch * shape.size(), chance);
        const Values wishes = any(kBatch * layer.out().size(), chance);
        const auto loss = [&] {
            const Values& result = layer.learn_forward(in, kBatch, multiplier);
            return std::inner_product(result.begin(), result.end(), wishes.begin(), 0.0);
        };
        loss();
        Values gradient = wishes, back;
        layer.backward(gradient, &back, multiplier);
        const Values weights = layer.weights.gradient, gain = layer.gain.gradient, shift = layer.shift.gradient;
        agree(in, back, loss);
        agree(layer.weights.values, weights, loss);
        agree(layer.gain.values, gain, loss);
        agree(layer.shift.values, shift, loss);
    }
}

TEST_CASE("what a layer cuts off gets no gradient") {
    Chance chance(5);
    Multiplier multiplier;
    Layer layer({4, 2}, 3, Window::Every, Cut::BelowZero, chance);
    const Values in = any(5 * 32, chance);
    const Values result = layer.learn_forward(in, 5, multiplier);
    Values gradient(result.size(), 1);
    layer.backward(gradient, nullptr, multiplier);
    std::size_t alive = 0;
    for (std::size_t i = 0; i < result.size(); ++i) {
        CHECK(result[i] >= 0);
        if (i % 3 == 0) alive += result[i] > 0 ? 1 : 0;
    }
    CHECK(layer.shift.gradient[0] == static_cast<float>(alive));
}

TEST_CASE("the classifier knows its gradients, and its loss is that of the softmax") {
    Chance chance(11);
    Multiplier multiplier;
    constexpr std::size_t kCharacters = 37, kFeatures = 6;
    Classifier classifier(kCharacters, kFeatures, chance);
    for (float& value : classifier.biases.values)
        value = chance.spread();
    Values features = any(4 * kFeatures, chance);
    const std::vector<std::size_t> truth{0, 36, 5, 5};
    Values back, unused;
    const auto outcome = classifier.learn(features, truth, back, multiplier);

    double expected = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        std::vector<double> scores;
        double all = 0;
        for (std::size_t c = 0; c < kCharacters; ++c) {
            double score = static_cast<double>(classifier.biases.values[c]);
            for (std::size_t k = 0; k < kFeatures; ++k)
                score +=
                    static_cast<double>(features[i * kFeatures + k] * classifier.vectors.values[c * kFeatures + k]);
            scores.push_back(score);
            all += std::exp(score);
        }
        expected += (std::log(all) - scores[truth[i]]) / 4;
    }
    CHECK(static_cast<double>(outcome.loss) == doctest::Approx(expected).epsilon(1e-4));

    const Values vectors = classifier.vectors.gradient, biases = classifier.biases.gradient, of_features = back;
    const auto loss = [&] { return static_cast<double>(classifier.learn(features, truth, unused, multiplier).loss); };
    agree(features, of_features, loss);
    agree(classifier.vectors.values, vectors, loss);
    agree(classifier.biases.values, biases, loss);
}
