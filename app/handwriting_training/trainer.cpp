#include "app/handwriting_training/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/handwriting_training/pen.hpp"
#include "app/handwriting_training/quantiser.hpp"

namespace courtyard::handwriting_training {

namespace {

std::size_t different(const std::vector<Template>& templates) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < templates.size(); ++i)
        count += i == 0 || templates[i].code != templates[i - 1].code ? 1 : 0;
    return count;
}

float rate_at(const Plan& plan, int step) {
    constexpr float kWarm = 0.05F, kHalfTurn = 3.14159265F;
    const float part = static_cast<float>(step) / static_cast<float>(plan.steps);
    const float now = part < kWarm ? part / kWarm : (1 + std::cos(kHalfTurn * (part - kWarm) / (1 - kWarm))) / 2;
    return plan.rate * now + 1e-5F;
}

// Nats that a character gets before anything was seen: who writes to a court means the common one more often than not.
float favour(Level level) {
    switch (level) {
        case Level::Common: return 0;
        case Level::Less: return -0.3F;
        case Level::Rare: return -0.7F;
        case Level::Unlisted:
        case Level::Sign: break;
    }
    return -1;
}

}  // namespace

Trainer::Trainer(std::vector<Template> templates, const Plan& plan)
    : plan_(plan), chance_(plan.seed), classifier_(different(templates), plan.features, chance_) {
    for (Template& from : templates) {
        if (characters_.empty() || characters_.back().code != from.code)
            characters_.push_back({from.code, from.level, {}});
        characters_.back().shapes.push_back(std::move(from.strokes));
    }
    Shape shape{handwriting::kMapSide, handwriting::kMapChannels};
    for (const Plan::Part& part : plan_.parts) {
        layers_.emplace_back(shape, part.outputs, part.window, Cut::BelowZero, chance_);
        shape = layers_.back().out();
    }
    layers_.emplace_back(shape, plan_.features, Window::Whole, Cut::Nothing, chance_);
    order_.resize(characters_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    at_ = order_.size();
}

// All characters in one order after another: none is forgotten for long.
std::size_t Trainer::next_character() {
    if (at_ == order_.size()) {
        for (std::size_t i = order_.size(); i > 1; --i)
            std::swap(order_[i - 1], order_[chance_.below(i)]);
        at_ = 0;
    }
    return order_[at_++];
}

handwriting::StrokeMap Trainer::example(std::size_t character) {
    const std::vector<handwriting::Ink>& shapes = characters_[character].shapes;
    const float part = std::min(1.0F, static_cast<float>(step_) / (0.6F * static_cast<float>(plan_.steps)));
    const float wildness = plan_.wildness_first + (plan_.wildness - plan_.wildness_first) * part;
    handwriting::trace(write(shapes[chance_.below(shapes.size())], wildness, chance_), path_);
    return handwriting::draw(path_);
}

bool Trainer::step(Progress& progress) {
    if (step_ == plan_.steps) return false;
    ++step_;
    std::vector<std::size_t> truth(plan_.batch);
    std::vector<float> maps;
    maps.reserve(plan_.batch * handwriting::StrokeMap{}.size());
    for (std::size_t& character : truth) {
        character = next_character();
        for (const std::uint8_t value : example(character))
            maps.push_back(static_cast<float>(value) / 255);
    }

    const std::vector<float>* now = &maps;
    for (Layer& layer : layers_)
        now = &layer.learn_forward(*now, plan_.batch, multiplier_);
    std::vector<float> gradient, back;
    const Classifier::Outcome outcome = classifier_.learn(*now, truth, gradient, multiplier_);
    for (std::size_t i = layers_.size(); i > 0; --i) {
        layers_[i - 1].backward(gradient, i > 1 ? &back : nullptr, multiplier_);
        gradient.swap(back);
    }

    const float rate = rate_at(plan_, step_);
    for (Layer& layer : layers_) {
        for (Parameter* parameter : {&layer.weights, &layer.gain, &layer.shift})
            learn(*parameter, rate, step_);
    }
    for (Parameter* parameter : {&classifier_.vectors, &classifier_.biases})
        learn(*parameter, rate, step_);
    progress = {step_, outcome.loss, static_cast<float>(outcome.right) / static_cast<float>(plan_.batch)};
    return true;
}

handwriting::Model Trainer::model() {
    constexpr std::size_t kExamples = 1000;  // to see how large numbers become between layers
    std::vector<handwriting::StrokeMap> examples;
    for (std::size_t i = 0; i < kExamples; ++i)
        examples.push_back(example(next_character()));
    Quantiser quantiser(examples);
    handwriting::Model model;
    for (std::size_t i = 0; i + 1 < layers_.size(); ++i)
        model.network.convolutions.push_back(quantiser.convolution(layers_[i]));
    model.network.projection = quantiser.projection(layers_.back());

    std::vector<char32_t> codes;
    std::vector<float> biases = classifier_.biases.values;
    for (std::size_t i = 0; i < characters_.size(); ++i) {
        codes.push_back(characters_[i].code);
        biases[i] += favour(characters_[i].level);
    }
    model.characters = quantiser.characters(std::move(codes), classifier_.vectors.values, biases);
    return model;
}

}  // namespace courtyard::handwriting_training
