// Pictures of an act that is written.
#pragma once

#include <string>
#include <vector>

#include "app/screens/field_desk.hpp"

namespace courtyard::screens {

// The pictures of one field (SHA-256 in hex), each with a button that takes it away, and how to add one. From the top
// of `at`; returns the height used.
float draw_act_pictures(Desk& desk, const Rect& at, const std::string& field, const std::vector<std::string>& chosen);

// The page on which one more is taken: what the camera sees, or what lies on the stick.
void draw_desk_act_picture(Desk& desk);

}  // namespace courtyard::screens
