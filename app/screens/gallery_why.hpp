// Sample states of the screens that explain: results, doors, the slip to take home, helper mode. Called by gallery().
#pragma once

#include <vector>

#include "app/screens/gallery.hpp"

namespace courtyard::screens {

void gallery_why(const pack::Pack& pack, std::vector<Sample>& samples);

}  // namespace courtyard::screens
