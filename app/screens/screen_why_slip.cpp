// What may be taken home from the screening: a sheet to be photographed, which says nothing of the person unless the
// person wants it to.
#include "app/pack/screening_slip.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/print_parts.hpp"

namespace courtyard::screens {
namespace {

using pack::SlipLine;
using pack::SlipLineKind;

Style style_of(const Ui& ui, SlipLineKind kind) {
    switch (kind) {
        case SlipLineKind::Title: return {Type::title, Weight::strong, ui.palette().ink, Align::centre, Balance::even};
        case SlipLineKind::Heading: return strong_text(ui);
        case SlipLineKind::Item: return strong_text(ui, Type::body);
        case SlipLineKind::Note:
        case SlipLineKind::Detail: break;
    }
    return body_text(ui);
}

float gap_before(SlipLineKind kind) {
    switch (kind) {
        case SlipLineKind::Title: return 10;
        case SlipLineKind::Heading: return 34;
        case SlipLineKind::Item: return 20;
        case SlipLineKind::Note: return 20;
        case SlipLineKind::Detail: break;
    }
    return 6;
}

}  // namespace

void draw_why_slip(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::ScreeningWork& work = scene.session().screening;
    Rect body = page_frame(scene, ui.say("take_home.screen_title"), ui.say("take_home.sub"));
    NavLook look{ui.say("nav.back"), {}, ui.say("door.apply"), icon::kArrowForward, icon::kEdit};
    if (work.done) look.side = ui.say(work.slip_with_answers ? "take_home.without_answers" : "take_home.with_answers");
    const NavPress nav = nav_row(scene, body, look);
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) scene.send(flow::ToggledSlipAnswers{});
    if (nav.next) scene.send(flow::OpenedApplication{});

    const bool with = work.slip_with_answers;
    const std::vector<SlipLine> lines =
        pack::screening_slip(scene.pack(), work.answers, domain::screen_once(scene.pack().screening, work.answers),
                             work.needs, with ? pack::SlipWish::WithAnswers : pack::SlipWish::Neutral);
    const Rect page = ui.begin_roll(body, "take_home");
    Flow flow(page, 1, 20);
    const std::string hint = ui.say(with ? "take_home.seen_by_others" : "take_home.photo");
    notice(ui, flow.across(notice_tall(ui, page.w, hint)), hint, with ? Tone::help : Tone::quiet, icon::kPhotoCamera);
    if (can_print(scene))
        print_row(scene, flow, {flow::PrintWhat::Screening, with ? "answers" : "", {}, {}}, "print.screening");
    const float inner = page.w - 2 * 56;
    float tall = 40;
    for (const SlipLine& line : lines)
        tall += gap_before(line.kind) + ui.tall(line.text, inner, style_of(ui, line.kind));
    const Rect at = flow.across(tall + 44);
    panel(ui, at);
    ui.ground(ui.palette().card);
    float y = at.y + 40;
    for (const SlipLine& line : lines) {
        y += gap_before(line.kind);
        y += ui.write({at.x + 56, y, inner, 0}, line.text, style_of(ui, line.kind));
    }
    ui.ground(ui.palette().paper);
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
