// Which character somebody wrote, or is writing: candidates after every pen-up, in whatever order and however joined
// the strokes are.
//
// Measured on real pens, none of which was trained on (right at once / among five / among ten, per cent):
//
//                                   as written          a pair joined       random order
//   ten sessions, 44 characters     87.5 / 98.6 / 99.1  87.7 / 97.7 / 98.9  87.5 / 98.6 / 99.1
//   one hand, 5,229 characters      94.5 / 99.3 / 99.7  93.1 / 98.9 / 99.5  94.6 / 99.3 / 99.6
//
// Both write Japanese shapes, so a lower bound for Chinese writers; six characters of the sessions that only Japanese
// has are not in the model. 0.7 ms each; `./run bench` measures it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/handwriting/ink.hpp"
#include "app/handwriting/model.hpp"

namespace courtyard::handwriting {

struct Candidate {
    char32_t character = 0;
    float probability = 0;  // as far as the model knows, 0 to 1; all characters together have 1
};

// What a page of candidates shows.
inline constexpr std::size_t kCandidatesUsual = 10;

class Recogniser {
public:
    explicit Recogniser(Model model);

    // At most `count` candidates, best first; none for ink without a point. The same ink gives the same candidates on
    // every machine. Not from two threads at once: the memory is used again.
    [[nodiscard]] std::vector<Candidate> recognise(const Ink& ink, std::size_t count = kCandidatesUsual);

    [[nodiscard]] const std::vector<char32_t>& characters() const { return model_.characters.codes; }

private:
    void score(std::span<const std::int16_t> features);

    Model model_;
    Path path_;
    Workspace workspace_;
    std::vector<std::int64_t> scores_;  // 65,536 to one nat
    std::vector<std::uint32_t> order_;
};

}  // namespace courtyard::handwriting
