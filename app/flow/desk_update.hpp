// The one function that moves the court laptop's window. Pure: same state, event and moment, same result.
#pragma once

#include <vector>

#include "app/flow/desk_effect.hpp"
#include "app/flow/desk_event.hpp"
#include "app/flow/desk_state.hpp"
#include "sync/base/instant.hpp"

namespace courtyard::flow {

struct DeskStep {
    DeskState state;
    std::vector<DeskEffect> effects;
};

[[nodiscard]] DeskStep desk_update(DeskState state, const DeskEvent& event, base::Instant now);

}  // namespace courtyard::flow
