// Printed strokes from tests/data/handwriting, and what a hand may do to them. Apart from the room that trains, so that
// a mistake there cannot hide one here.
#pragma once

#include <string>
#include <vector>

#include "app/handwriting/ink.hpp"
#include "app/handwriting/recogniser.hpp"

namespace courtyard::test {

struct Printed {
    char32_t code = 0;
    handwriting::Ink strokes;
};
[[nodiscard]] std::vector<Printed> printed_characters();

// The shipped model as it lies in assets/.
[[nodiscard]] base::Bytes shipped_file();
[[nodiscard]] handwriting::Recogniser shipped_recogniser();

// The strokes of a slanting, uneven hand; another seed, another writing.
[[nodiscard]] handwriting::Ink by_hand(const handwriting::Ink& strokes, unsigned seed);
[[nodiscard]] handwriting::Ink moved(const handwriting::Ink& strokes, double scale_x, double scale_y, double dx,
                                     double dy);
// The stroke of this index and the next one without lifting the pen.
[[nodiscard]] handwriting::Ink joined(handwriting::Ink strokes, std::size_t index);

// Where it stands among the ten candidates; 10 when it is none of them.
[[nodiscard]] std::size_t place_of(char32_t code, const std::vector<handwriting::Candidate>& candidates);

}  // namespace courtyard::test
