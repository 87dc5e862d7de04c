// A short lesson with few characters: it is learnt, it is the same each time, and whole numbers lose nothing of it.
#include "app/handwriting_training/trainer.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "app/handwriting/recogniser.hpp"
#include "app/handwriting_training/pen.hpp"

using namespace courtyard;
using namespace courtyard::handwriting_training;

namespace {

std::vector<Template> templates() {
    std::ifstream file("tests/data/handwriting/templates.txt");
    auto all = parse_templates(std::string{std::istreambuf_iterator<char>(file), {}});
    REQUIRE(all);
    return std::move(*all);
}

Plan short_plan(int steps) {
    Plan plan;
    plan.parts = {{8, Window::Second}, {12, Window::Second}};
    plan.features = 16;
    plan.batch = 30;
    plan.steps = steps;
    plan.rate = 0.01F;
    return plan;
}

handwriting::Model taught(int steps) {
    Trainer trainer(templates(), short_plan(steps));
    Trainer::Progress progress;
    while (trainer.step(progress)) {
    }
    return trainer.model();
}

// Of writings that were not in the lesson.
double share_read(handwriting::Model model) {
    handwriting::Recogniser recogniser(std::move(model));
    Chance chance(99);
    int right = 0, all = 0;
    for (const Template& from : templates()) {
        for (int i = 0; i < 20; ++i, ++all)
            right += recogniser.recognise(write(from.strokes, 1, chance)).front().character == from.code ? 1 : 0;
    }
    return static_cast<double>(right) / all;
}

}  // namespace

TEST_CASE("a short lesson is learnt, and hardly anything without one") {
    CHECK(share_read(taught(90)) > 0.9);
    CHECK(share_read(taught(1)) < 0.5);
}

TEST_CASE("the same lesson gives the same file") {
    const base::Bytes file = handwriting::model_file(taught(5));
    CHECK(file == handwriting::model_file(taught(5)));
    CHECK(file != handwriting::model_file(taught(6)));
    CHECK(handwriting::parse_model(file).has_value());
}
