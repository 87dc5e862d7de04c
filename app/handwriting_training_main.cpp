// courtyard-handwriting-training TEMPLATES MODEL: builds the model of the handwriting recogniser, in about ten minutes.
// What it is and how the templates are made: handwriting_training/README.md. `./run handwriting` does all of it.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "app/handwriting_training/trainer.hpp"

using namespace courtyard;

namespace {

int fail(const std::string& what) {
    std::fprintf(stderr, "courtyard-handwriting-training: %s\n", what.c_str());
    return 1;
}

// What was learnt of late, now and then: half a minute between lines.
class Report {
public:
    explicit Report(int steps) : steps_(steps) {}

    void take(const handwriting_training::Trainer::Progress& progress) {
        right_ += progress.right;
        if (++taken_ < kEvery && progress.step < steps_) return;
        std::printf("%5d of %d batches: %.1f %% of what was written is read\n", progress.step, steps_,
                    static_cast<double>(100 * right_ / static_cast<float>(taken_)));
        std::fflush(stdout);
        right_ = 0;
        taken_ = 0;
    }

private:
    static constexpr int kEvery = 250;
    int steps_;
    float right_ = 0;
    int taken_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: courtyard-handwriting-training TEMPLATES MODEL\n");
        return 2;
    }
    std::ifstream in(arguments[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) return fail(std::string(arguments[1]) + " cannot be read; let prepare.py make it");
    auto templates = handwriting_training::parse_templates(text);
    if (!templates) return fail(std::string(arguments[1]) + ": " + templates.error().message);
    if (templates->empty()) return fail(std::string(arguments[1]) + " is empty; let prepare.py make it");

    const handwriting_training::Plan plan;
    handwriting_training::Trainer trainer(std::move(*templates), plan);
    Report report(plan.steps);
    handwriting_training::Trainer::Progress progress;
    while (trainer.step(progress))
        report.take(progress);

    const base::Bytes file = handwriting::model_file(trainer.model());
    std::ofstream out(arguments[2], std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
    out.close();
    if (!out) return fail(std::string(arguments[2]) + " cannot be written");
    std::printf("%s: %zu bytes\n", arguments[2], file.size());
    return 0;
}
