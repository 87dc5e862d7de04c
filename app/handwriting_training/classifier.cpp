#include "app/handwriting_training/classifier.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace courtyard::handwriting_training {

namespace {

// e^x for x <= 0, to six digits, in a form that compilers compute many at a time.
inline float falling_exp(float x) {
    const float power = std::max(x, -80.0F) * 1.44269504F;
    const auto whole = static_cast<std::int32_t>(power - 1);  // rounds towards zero
    const float part = power - static_cast<float>(whole);     // above 0, to 1
    const float root = 1 + part * (0.34657359F + part * (0.06005663F + part * (0.00693801F + part * 0.00060113F)));
    return root * root * std::bit_cast<float>((whole + 127) << 23);
}

constexpr std::size_t kLanes = 16;  // sums kept side by side

float largest(const float* values, std::size_t count) {
    std::array<float, kLanes> best;
    best.fill(values[0]);
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        for (std::size_t k = 0; k < kLanes; ++k)
            best[k] = std::max(best[k], values[i + k]);
    }
    for (; i < count; ++i)
        best[0] = std::max(best[0], values[i]);
    return *std::ranges::max_element(best);
}

// Replaces scores by e^(score - top), and returns their sum.
float weigh(float* scores, std::size_t count, float top) {
    std::array<float, kLanes> sums{};
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        for (std::size_t k = 0; k < kLanes; ++k) {
            scores[i + k] = falling_exp(scores[i + k] - top);
            sums[k] += scores[i + k];
        }
    }
    float all = 0;
    for (; i < count; ++i)
        all += scores[i] = falling_exp(scores[i] - top);
    for (const float sum : sums)
        all += sum;
    return all;
}

}  // namespace

Classifier::Classifier(std::size_t characters, std::size_t features, Chance& chance)
    : vectors(characters * features), biases(characters), characters_(characters), features_(features) {
    for (float& value : vectors.values)
        value = chance.spread() * 0.05F;
}

Classifier::Outcome Classifier::learn(const std::vector<float>& features, const std::vector<std::size_t>& truth,
                                      std::vector<float>& back, Multiplier& multiplier) {
    const std::size_t batch = truth.size();
    scores_.resize(batch * characters_);
    const View given{features.data(), features_, 1}, known{vectors.values.data(), features_, 1};
    multiplier.multiply(batch, characters_, features_, given, known.transposed(), scores_.data(), Into::Replace);

    Outcome outcome;
    std::fill(biases.gradient.begin(), biases.gradient.end(), 0.0F);
    for (std::size_t i = 0; i < batch; ++i) {
        float* scores = &scores_[i * characters_];
        for (std::size_t k = 0; k < characters_; ++k)
            scores[k] += biases.values[k];
        const float top = largest(scores, characters_), own = scores[truth[i]];
        const float all = weigh(scores, characters_, top);
        outcome.loss += (std::log(all) + top - own) / static_cast<float>(batch);
        outcome.right += own >= top ? 1 : 0;
        const float part = 1 / (all * static_cast<float>(batch));
        for (std::size_t k = 0; k < characters_; ++k)
            scores[k] *= part;
        scores[truth[i]] -= 1 / static_cast<float>(batch);
        for (std::size_t k = 0; k < characters_; ++k)
            biases.gradient[k] += scores[k];
    }

    const View wrong{scores_.data(), characters_, 1};
    multiplier.multiply(characters_, features_, batch, wrong.transposed(), given, vectors.gradient.data(),
                        Into::Replace);
    back.resize(batch * features_);
    multiplier.multiply(batch, features_, characters_, wrong, known, back.data(), Into::Replace);
    return outcome;
}

}  // namespace courtyard::handwriting_training
