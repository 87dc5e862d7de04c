// Alerts of rule RS above everything else of the inbox, in red: what was said, and what must be done the same day.
#pragma once

#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

// Cuts what it needs off the top of `body`; nothing when there is no alert.
void draw_alerts(Desk& desk, Rect& body);

}  // namespace courtyard::screens
