// What can happen on the page of no double aid. The first one comes from the worker, the others from screens.
#pragma once

#include "app/flow/double_view.hpp"

namespace courtyard::flow::desk {

struct DoublesShown {
    DoublesView view;
};
struct PressedWriteList {};  // this court's, onto a stick
struct PressedTakeLists {};  // those of other offices, off a stick
struct PressedDouble {
    std::size_t index = 0;
};  // the case in which it is asked

}  // namespace courtyard::flow::desk
