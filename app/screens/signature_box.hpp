// A signature as it was written, drawn into a box that is twice as wide as it is tall.
#pragma once

#include "app/domain/signature_ink.hpp"
#include "app/screens/ui.hpp"

namespace courtyard::screens {

void draw_ink(Ui& ui, const Rect& box, const domain::SignatureInk& ink, Colour colour);
// The text of an answer's part "ink"; nothing is drawn for one that cannot be read.
void draw_ink(Ui& ui, const Rect& box, std::string_view ink, Colour colour);

}  // namespace courtyard::screens
