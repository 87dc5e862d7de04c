// Acts that can be begun, one under the other; those that cannot be done now with the reason.
#pragma once

#include <string>

#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

struct ActRow {
    std::string label;
    std::string why_not;  // "" when it can be done
    int salt = 0;
};
struct DrawnRow {
    float tall = 0;
    bool pressed = false;
};
// From the top of `rect`.
DrawnRow draw_act_row(Desk& desk, const Rect& rect, const ActRow& row);

}  // namespace courtyard::screens
