// Samples about the machine itself: its troubles, the steward's door, practice.
#pragma once

#include <vector>

#include "app/screens/gallery.hpp"

namespace courtyard::screens {

// Practice is shown on copies of samples that are there already.
void add_machine_samples(std::vector<Sample>& samples);

}  // namespace courtyard::screens
