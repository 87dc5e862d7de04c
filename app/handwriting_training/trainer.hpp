// Learns to read from characters that a Pen writes, and gives what was learnt as a model in whole numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/handwriting/model.hpp"
#include "app/handwriting_training/classifier.hpp"
#include "app/handwriting_training/layer.hpp"
#include "app/handwriting_training/templates.hpp"

namespace courtyard::handwriting_training {

struct Plan {
    struct Part {
        std::size_t outputs;
        Window window;
    };
    std::vector<Part> parts{{32, Window::Every}, {64, Window::Second}, {128, Window::Second}};
    std::size_t features = 128;
    std::size_t batch = 256;
    int steps = 4200;
    float rate = 0.003F;
    // The hand grows wilder during the first part of the lesson.
    float wildness_first = 1, wildness = 1.6F;
    std::uint64_t seed = 1;
};

class Trainer {
public:
    Trainer(std::vector<Template> templates, const Plan& plan);

    struct Progress {
        int step = 0;
        float loss = 0;
        float right = 0;  // share of the batch
    };
    // One batch. False when the lesson is over.
    bool step(Progress& progress);
    [[nodiscard]] handwriting::Model model();

private:
    struct Character {
        char32_t code;
        Level level;
        std::vector<handwriting::Ink> shapes;
    };

    [[nodiscard]] handwriting::StrokeMap example(std::size_t character);
    [[nodiscard]] std::size_t next_character();

    Plan plan_;
    Chance chance_;
    std::vector<Character> characters_;
    std::vector<std::size_t> order_;
    std::size_t at_ = 0;
    std::vector<Layer> layers_;
    Classifier classifier_;
    Multiplier multiplier_;
    handwriting::Path path_;
    int step_ = 0;
};

}  // namespace courtyard::handwriting_training
