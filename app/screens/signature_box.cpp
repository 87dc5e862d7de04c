#include "app/screens/signature_box.hpp"

namespace courtyard::screens {

void draw_ink(Ui& ui, const Rect& box, const domain::SignatureInk& ink, Colour colour) {
    const float by = box.w / static_cast<float>(domain::kInkWide);
    const float thick = std::max(2.0F, box.w / 110);
    const auto x = [&](const domain::InkPoint& p) { return box.x + (static_cast<float>(p.x) + 0.5F) * by; };
    const auto y = [&](const domain::InkPoint& p) {
        return box.y + (static_cast<float>(p.y) + 0.5F) * box.h / static_cast<float>(domain::kInkTall);
    };
    for (const domain::InkStroke& stroke : ink)
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            ui.disc(x(stroke[i]), y(stroke[i]), thick / 2, colour);
            if (i > 0) ui.stroke(x(stroke[i - 1]), y(stroke[i - 1]), x(stroke[i]), y(stroke[i]), thick, colour);
        }
}

void draw_ink(Ui& ui, const Rect& box, std::string_view ink, Colour colour) {
    if (const auto strokes = domain::read_ink(ink)) draw_ink(ui, box, *strokes, colour);
}

}  // namespace courtyard::screens
