// bench-handwriting MODEL TEMPLATES: reads and checks the model, then recognises each template many times; ms, as JSON.
#include <algorithm>
#include <cstdio>
#include <vector>

#include "app/handwriting/recogniser.hpp"
#include "app/handwriting_training/templates.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

using namespace courtyard;

namespace {

double ms_since(std::int64_t began_us) { return static_cast<double>(os::monotonic_us() - began_us) / 1e3; }

int fail(const base::Error& error) {
    std::fprintf(stderr, "bench-handwriting: %s\n", error.message.c_str());
    return 1;
}

// The median of a character's recognitions: what another program did meanwhile does not count.
double recognise_ms(handwriting::Recogniser& recogniser, const handwriting::Ink& ink) {
    std::vector<double> ms;
    for (int i = 0; i < 101; ++i) {
        const std::int64_t began = os::monotonic_us();
        static_cast<void>(recogniser.recognise(ink));
        ms.push_back(ms_since(began));
    }
    std::sort(ms.begin(), ms.end());
    return ms[ms.size() / 2];
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: bench-handwriting MODEL TEMPLATES\n");
        return 2;
    }
    const std::int64_t began = os::monotonic_us();
    const auto file = os::read_file(arguments[1], handwriting::kModelBytesMax);
    if (!file) return fail(file.error());
    auto model = handwriting::parse_model(*file);
    if (!model) return fail(model.error());
    const double load_ms = ms_since(began);
    const auto text = os::read_file(arguments[2], 1 << 20);
    if (!text) return fail(text.error());
    const auto templates = handwriting_training::parse_templates(base::as_text(*text));
    if (!templates) return fail(templates.error());

    handwriting::Recogniser recogniser(std::move(*model));
    std::vector<double> ms;
    for (const handwriting_training::Template& from : *templates)
        ms.push_back(recognise_ms(recogniser, from.strokes));
    std::sort(ms.begin(), ms.end());
    std::printf(R"({"recognise_ms":{"n":%zu,"min":%.3f,"median":%.3f,"max":%.3f},)", ms.size(), ms.front(),
                ms[ms.size() / 2], ms.back());
    std::printf(R"("load_ms":%.3f,"model_bytes":%zu,"characters":%zu})"
                "\n",
                load_ms, file->size(), recogniser.characters().size());
    return 0;
}
