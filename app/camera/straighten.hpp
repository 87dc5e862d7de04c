// A photo of a sheet as if it had been scanned: cut out, straight, lit evenly. Pure.
#pragma once

#include <optional>

#include "app/camera/sheet.hpp"

namespace courtyard::camera {

// The quadrilateral as a rectangle, its proportions those of A4 or of a card when they are near; longer side at most
// `side_max`, never larger than it is in the photo.
[[nodiscard]] Picture cut_out(const Picture& photo, const Corners& corners, int side_max);
// Shadows and dusk taken out: each place against the brightest near it, then black and white set. Colours keep their
// hue: a red seal stays red.
void light_evenly(Picture& sheet);
// Brighter or darker as a whole, for a photo in which no sheet was found (an injury, a house): nothing local is
// changed.
void set_contrast(Picture& photo);

struct Straightened {
    Picture picture;
    bool found_sheet = false;
};
[[nodiscard]] Straightened straighten(const Picture& photo);

}  // namespace courtyard::camera
