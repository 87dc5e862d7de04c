// Samples of screens that are being read aloud. Called from gallery.cpp.
#pragma once

#include <vector>

#include "app/screens/gallery.hpp"

namespace courtyard::screens {

// Named states of `samples`, once more with the voice on, speaking, silent and unheard.
void add_listening(std::vector<Sample>& samples);

}  // namespace courtyard::screens
