// Beside a report while it is written: what was established so far, and the most that may be proposed.
#pragma once

#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

// Of the act that is written; returns the height used.
float draw_report_side(Desk& desk, const Rect& body);

}  // namespace courtyard::screens
