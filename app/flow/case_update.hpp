// What the events of case_event.hpp do to the window: one overload each, called by desk_update.
#pragma once

#include "app/flow/desk_update.hpp"

namespace courtyard::flow {

template <class Event>
void case_update(DeskStep&, const Event&) {}

}  // namespace courtyard::flow
