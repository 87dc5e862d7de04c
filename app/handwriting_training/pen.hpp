// Writes a character as people do, starting from its printed strokes: slanted, out of proportion, with strokes bent,
// moved, cut short, joined, out of order, left out.
//
// What is varied, and how much, was chosen by how well the recogniser then read real pens: see
// ../handwriting/recogniser.hpp.
#pragma once

#include "app/handwriting/ink.hpp"
#include "app/handwriting_training/chance.hpp"

namespace courtyard::handwriting_training {

// `wildness` 1: a tidy hand; 2: a hasty one. `strokes` lie in a square of about 1024 and have points.
[[nodiscard]] handwriting::Ink write(const handwriting::Ink& strokes, float wildness, Chance& chance);

// The strokes with two neighbours joined into one; the same when there is only one.
[[nodiscard]] handwriting::Ink join_two(const handwriting::Ink& strokes, Chance& chance);
[[nodiscard]] handwriting::Ink shuffle(const handwriting::Ink& strokes, Chance& chance);

}  // namespace courtyard::handwriting_training
