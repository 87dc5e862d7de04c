// Practice: said on every screen, so that nobody takes it for an application.
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {

void draw_practice_band(Scene& scene) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const bool may_end = scene.session().practice;
    Rect band = ui.take_band(84);
    ui.fill(band, p.gold);
    const Colour before = ui.ground(p.gold);
    band = band.inset(measure::kOuter, 6);
    if (may_end && button(ui, band.cut_right(300, 24), ui.say("practice.end"), {Tone::plain, icon::kClose}))
        scene.send(flow::EndedPractice{});
    ui.ground(p.gold);
    ui.icon(band.cut_left(60, 14), icon::kSchool, 48, p.navy_deep);
    ui.line(band, ui.say("practice.band"), {Type::lead, Weight::strong, p.navy_deep});
    ui.ground(before);
}

}  // namespace courtyard::screens
