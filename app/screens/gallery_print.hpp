// Samples of printing: made from the samples of the pages on which it is offered.
#pragma once

#include <vector>

#include "app/screens/gallery.hpp"

namespace courtyard::screens {

void add_print_samples(std::vector<Sample>& samples);

}  // namespace courtyard::screens
