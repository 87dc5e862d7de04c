#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {

void draw_attract(Scene& scene) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const Rect page = ui.page();
    const Touch touch = ui.touch(page, ui.say("attract.touch"));
    ui.sweep(page, p.navy_deep, p.navy);
    ui.ground(p.navy);
    const float small = std::min(page.w, page.h);
    ui.disc(page.right() - small * 0.12F, page.y + small * 0.08F, small * 0.42F, Colour{0xFFFFFF0C});
    ui.disc(page.x + small * 0.05F, page.bottom() - small * 0.02F, small * 0.5F, Colour{0xFFFFFF0C});
    ui.fill({0, page.bottom() - 14, page.w, 14}, p.gold);

    Rect inner = page.inset(ui.portrait() ? 90.0F : 160.0F, ui.portrait() ? 150.0F : 84.0F);
    const Style title{Type::code, Weight::title, p.on_dark, Align::centre, Balance::even, 1.3F};
    Style question{Type::code, Weight::strong, p.on_dark, Align::centre, Balance::even, 1.45F};
    const Style soft{Type::lead, Weight::text, p.on_dark_soft, Align::centre, Balance::even};
    const float seal = ui.portrait() ? 220.0F : 150.0F;
    const Rect mark = inner.cut_top(seal, ui.portrait() ? 48.0F : 26.0F);
    ui.disc(mark.middle_x(), mark.middle_y(), seal / 2, p.gold);
    ui.ring(mark.middle_x(), mark.middle_y(), seal * 0.43F, 3, Colour{0xFFFFFFB0});
    ui.icon(mark, icon::kBalance, seal * 0.58F, p.navy_deep);
    inner.cut_top(ui.write({inner.x, inner.y, inner.w, 0}, ui.say("app.title"), title), 18);
    inner.cut_top(ui.write({inner.x, inner.y, inner.w, 0},
                           ui.say("app.where", {{"court", scene.world.court}, {"site", scene.world.site}}), soft),
                  ui.portrait() ? 40.0F : 20.0F);

    const float wide = std::min(inner.w, 760.0F);
    const float tall = ui.portrait() ? 150.0F : 120.0F;
    // The question stands in the middle of what is left.
    const float below = tall + ui.em(Type::body) + 30;
    // As large as leaves one line to each sentence and stands clear of the button.
    const auto asked_tall = [&] {
        return ui.tall(ui.say("attract.question"), inner.w, question) + 30 +
               ui.tall(ui.say("attract.answer"), inner.w, soft);
    };
    for (const Type type : {Type::code, Type::hero, Type::card}) {
        question.type = type;
        const float two_lines = ui.em(type) * (1.12F + question.leading) + 1;
        if (ui.tall(ui.say("attract.question"), inner.w, question) <= two_lines && asked_tall() <= inner.h - below - 24)
            break;
    }
    const float asked = asked_tall();
    const float top = inner.y + std::max(0.0F, (inner.h - below - asked) / 2);
    const float first = ui.write({inner.x, top, inner.w, 0}, ui.say("attract.question"), question);
    ui.write({inner.x, top + first + 30, inner.w, 0}, ui.say("attract.answer"), soft);
    const Rect foot{inner.middle_x() - wide / 2, inner.bottom() - tall - ui.em(Type::body) - 30, wide, tall};
    ui.shadow(foot);
    ui.sweep(foot, p.teal_deep, p.teal_bright, tall / 2);
    ui.ground(p.teal);
    Rect label = foot.inset(60, 0);
    ui.icon(label.cut_left(76, 16), icon::kTouchApp, 66, p.on_dark);
    ui.line(label, ui.say("attract.touch"), {Type::title, Weight::strong, p.on_dark, Align::centre});
    ui.ground(p.navy);
    ui.line({inner.x, foot.bottom() + 30, inner.w, ui.em(Type::body)}, ui.say("attract.free"),
            {Type::body, Weight::text, p.on_dark_soft, Align::centre});
    if (touch.pressed) scene.send(flow::PressedNext{});
}

}  // namespace courtyard::screens
