// Ways out: farewell, "really leave?", the harmless page of the quick exit, the idle warning.
#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {
namespace {

// Icon, sentence, sentence in the middle of a page.
void centred(Scene& scene, const Rect& body, const char* glyph, Tone tone, const std::string& title,
             const std::string& text) {
    Ui& ui = scene.ui;
    const float side = ui.portrait() ? 220.0F : 160.0F;
    const Style head{Type::title, Weight::strong, ui.palette().ink, Align::centre, Balance::even, 1.35F};
    const Style soft{Type::lead, Weight::text, ui.palette().soft_ink, Align::centre, Balance::even, 1.5F};
    const float inner = std::min(body.w, 1300.0F);
    const float tall = side + 40 + ui.tall(title, inner, head) + 24 + ui.tall(text, inner, soft);
    const Rect page = ui.begin_roll(body, "centred");
    const float top = page.y + std::max(0.0F, (body.h - tall) / 2);
    const Rect at{page.middle_x() - side / 2, top, side, side};
    icon_disc(ui, at, glyph, tone);
    const float left = page.middle_x() - std::min(inner, page.w) / 2;
    const float used = ui.write({left, at.bottom() + 40, std::min(inner, page.w), 0}, title, head);
    ui.write({left, at.bottom() + 40 + used + 24, std::min(inner, page.w), 0}, text, soft);
    ui.end_roll(std::min(tall, body.h) >= body.h ? tall : body.h - 2);
}

}  // namespace

void draw_farewell(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("farewell.title"), {}, Back::none);
    const NavPress nav = nav_row(scene, body, {{}, {}, ui.say("farewell.done"), icon::kCheck});
    if (nav.next) scene.send(flow::SaidGoodbye{});
    centred(scene, body, icon::kCheckCircle, Tone::go, ui.say("farewell.heading"), ui.say("farewell.text"));
}

void draw_leave(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("leave.title"), {}, Back::none);
    const NavPress nav = nav_row(scene, body, {{}, ui.say("leave.wipe"), ui.say("leave.stay"), icon::kEdit});
    if (nav.side) scene.send(flow::PressedHome{});
    if (nav.next) scene.send(flow::PressedBack{});
    const Rect page = ui.begin_roll(body, "leave");
    Flow flow(page, 1, 30);
    heading(ui, flow.place(heading_tall(ui, page.w, ui.say("leave.heading"), ui.say("leave.text")) + 16),
            ui.say("leave.heading"), ui.say("leave.text"));
    // What was practised is not taken along.
    if (scene.world.reads_symbols && !flow::is_practice(scene.state)) {
        const std::string label = ui.say("leave.ticket");
        const std::string text = ui.say("leave.ticket_text");
        const Rect at = flow.place(std::max(entry_tall(ui, page.w, label, text), 150.0F));
        if (entry(ui, at, label, text, icon::kPhotoCamera)) scene.send(flow::PressedTakeAway{});
    }
    const std::string& error = scene.session().ticket.error;
    if (!error.empty()) {
        const std::string text = ui.say(ui.knows(error) ? error : "error.any");
        notice(ui, flow.place(notice_tall(ui, page.w, text)), text, Tone::help, icon::kWarning);
    }
    ui.end_roll(flow.used());
}

void draw_harmless(Scene& scene) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const Rect page = ui.page();
    // Nothing here looks like a court, and nothing tells that there was anything before.
    const Touch touch = ui.touch(page, ui.say("harmless.title"));
    ui.fill(page, Colour{0xEAF3F1FF});
    ui.ground(Colour{0xEAF3F1FF});
    Rect inner = page.inset(ui.portrait() ? 72.0F : 110.0F, ui.portrait() ? 96.0F : 56.0F);
    Rect top = inner.cut_top(120, ui.portrait() ? 48.0F : 26.0F);
    const Rect mark = top.cut_left(110, 28);
    ui.disc(mark.middle_x(), mark.middle_y(), 54, p.teal);
    ui.icon(mark, icon::kPark, 66, p.on_dark);
    ui.line({top.x, top.y, top.w, 66}, ui.say("harmless.title"), {Type::title, Weight::strong, p.ink});
    ui.line({top.x, top.y + 72, top.w, 44}, date_text(ui, domain::Date::in_china(scene.state.now)),
            {Type::body, Weight::text, p.soft_ink});
    static constexpr const char* kKeys[] = {"harmless.1", "harmless.2", "harmless.3", "harmless.4"};
    static constexpr const char* kIcons[] = {icon::kWbSunny, icon::kEco, icon::kMedicalServices, icon::kCampaign};
    Flow flow(inner, ui.portrait() ? 1 : 2, measure::kGap);
    for (int i = 0; i < 4; ++i) {
        const std::string title = ui.say(std::string(kKeys[i]) + ".title");
        const std::string text = ui.say(std::string(kKeys[i]) + ".text");
        const float room = flow.column_width() - 72 - 130;
        const Rect at = flow.place(std::max(
            190.0F, 32 + ui.tall(title, room, strong_text(ui)) + 12 + ui.tall(text, room, body_text(ui)) + 32));
        panel(ui, at);
        ui.ground(p.card);
        icon_disc(ui, {at.x + 36, at.middle_y() - 50, 100, 100}, kIcons[i], i % 2 == 0 ? Tone::quiet : Tone::go);
        const float tall = ui.tall(title, room, strong_text(ui)) + 12 + ui.tall(text, room, body_text(ui));
        const float y = at.middle_y() - tall / 2;
        const float used = ui.write({at.x + 166, y, room, 0}, title, strong_text(ui));
        ui.write({at.x + 166, y + used + 12, room, 0}, text, body_text(ui));
        ui.ground(Colour{0xEAF3F1FF});
    }
    if (touch.pressed) scene.send(flow::LeftHarmlessPage{});
}

void draw_idle_warning(Scene& scene) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const Rect page = ui.page();
    // Over everything, and opaque: it also hides what was on the screen from whoever comes next.
    const Touch anywhere = ui.touch(page, ui.say("idle.stay"));
    ui.fill(page, p.navy_deep);
    ui.ground(p.navy_deep);
    const float inner = std::min(page.w - 120, 1200.0F);
    const Style head{Type::hero, Weight::strong, p.on_dark, Align::centre, Balance::even, 1.35F};
    const Style soft{Type::lead, Weight::text, p.on_dark_soft, Align::centre, Balance::even, 1.5F};
    const float left = page.middle_x() - inner / 2;
    const float tall =
        200 + 50 + ui.tall(ui.say("idle.ask"), inner, head) + 24 + ui.tall(ui.say("idle.text"), inner, soft) + 60 + 140;
    float y = page.middle_y() - tall / 2;
    ui.disc(page.middle_x(), y + 100, 100, Colour{0xFFFFFF22});
    ui.icon({page.middle_x() - 100, y, 200, 200}, icon::kHourglassTop, 96, p.on_dark);
    y += 250;
    y += ui.write({left, y, inner, 0}, ui.say("idle.ask"), head) + 24;
    y += ui.write({left, y, inner, 0}, ui.say("idle.text"), soft) + 60;
    const float wide = std::min(inner, 760.0F);
    const Rect at{page.middle_x() - wide / 2, y, wide, 140};
    ui.fill(at, p.teal, 70);
    ui.ground(p.teal);
    ui.line(at, ui.say("idle.stay"), {Type::title, Weight::strong, p.on_dark, Align::centre});
    if (anywhere.pressed) scene.send(flow::SaidStillHere{});
}

}  // namespace courtyard::screens
