// Sample states of the laptop's pages of aid cases.
#pragma once

#include <vector>

#include "app/screens/field_gallery.hpp"

namespace courtyard::screens {

// `unlocked`: the laptop of the samples with its list of applications.
void add_case_samples(const pack::Pack& pack, const DeskState& unlocked, std::vector<DeskSample>& out);

}  // namespace courtyard::screens
