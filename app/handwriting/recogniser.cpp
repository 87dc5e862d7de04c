#include "app/handwriting/recogniser.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace courtyard::handwriting {

namespace {

constexpr float kNat = 65'536;

// Of all characters together, relative to the best one. Those far behind add nothing that a float could hold.
float weight_of_all(const std::vector<std::int64_t>& scores, std::int64_t best) {
    constexpr std::int64_t kFarBehind = 16 * std::int64_t{65'536};
    float sum = 0;
    for (const std::int64_t score : scores) {
        if (best - score < kFarBehind) sum += std::exp(static_cast<float>(score - best) / kNat);
    }
    return sum;
}

}  // namespace

Recogniser::Recogniser(Model model)
    : model_(std::move(model)), scores_(model_.characters.codes.size()), order_(model_.characters.codes.size()) {}

std::vector<Candidate> Recogniser::recognise(const Ink& ink, std::size_t count) {
    trace(ink, path_);
    if (path_.points.empty()) return {};
    score(features(model_.network, draw(path_), workspace_));

    count = std::min(count, order_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    const auto is_better = [&](std::uint32_t a, std::uint32_t b) {
        return scores_[a] != scores_[b] ? scores_[a] > scores_[b] : a < b;
    };
    std::partial_sort(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(count), order_.end(), is_better);

    std::vector<Candidate> candidates;
    candidates.reserve(count);
    const std::int64_t best = *std::ranges::max_element(scores_);
    const float all = weight_of_all(scores_, best);
    for (std::size_t i = 0; i < count; ++i) {
        const float weight = std::exp(static_cast<float>(scores_[order_[i]] - best) / kNat);
        candidates.push_back({model_.characters.codes[order_[i]], weight / all});
    }
    return candidates;
}

void Recogniser::score(std::span<const std::int16_t> features) {
    const Characters& known = model_.characters;
    const std::int8_t* vector = known.vectors.data();
    for (std::size_t i = 0; i < scores_.size(); ++i, vector += features.size()) {
        const std::int64_t product = dot(features.data(), vector, features.size());
        scores_[i] = ((product * known.scales[i]) >> 16) + known.biases[i];
    }
}

}  // namespace courtyard::handwriting
