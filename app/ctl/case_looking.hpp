// courtyardctl case views | pictures: who looked at a case, and the pictures in it.
#pragma once

#include "app/ctl/ctl.hpp"

namespace courtyard::ctl {

void add_looking(CLI::App& group, Commands& commands);

}  // namespace courtyard::ctl
