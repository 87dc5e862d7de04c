// What can be done to one stroke: cut, smoothed, bent. Strokes have at least one point, before and after.
#pragma once

#include <cstddef>

#include "app/handwriting/ink.hpp"

namespace courtyard::handwriting_training {

[[nodiscard]] double length_of(const handwriting::Stroke& stroke);
// The same line in even steps of about `step`, at most 64 of them.
void make_even(handwriting::Stroke& stroke, double step);
// Rounds corners; the ends stay. More times, rounder.
void round_corners(handwriting::Stroke& stroke, std::size_t times);
// Brush script presses the brush down before a stroke runs, and flicks it up after some; pens mostly do neither.
void drop_entry(handwriting::Stroke& stroke);
void drop_hook(handwriting::Stroke& stroke);
// By so much longer at its end, or shorter.
void lengthen_end(handwriting::Stroke& stroke, double by);

}  // namespace courtyard::handwriting_training
