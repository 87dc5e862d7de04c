// Named sample states of every kiosk screen, with fictional people: for pictures, goldens and the comparison of
// renderers.
#pragma once

#include <string>
#include <vector>

#include "app/flow/kiosk_state.hpp"

namespace courtyard::screens {

struct Sample {
    std::string name;  // "home", "ask_name", "receipt": file names of goldens and pictures
    flow::KioskState state;
};

// The world of the samples: `pack` is the demonstration pack and must outlive it.
[[nodiscard]] flow::KioskWorld gallery_world(const pack::Pack& pack);
[[nodiscard]] std::vector<Sample> gallery(const pack::Pack& pack);

}  // namespace courtyard::screens
