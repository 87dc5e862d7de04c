// Samples of the writing pads: what the worker would have answered is played, too.
#pragma once

#include "app/screens/gallery.hpp"

namespace courtyard::screens {

// `asked` shows a text question with an empty field, `story` one for a long text with something in it, `money` one for
// an amount, `date` one for a day.
struct WritingPages {
    flow::KioskState name, story, money, date;
};
void add_writing_samples(const WritingPages& pages, const flow::KioskWorld& world, std::vector<Sample>& samples);

}  // namespace courtyard::screens
