// A code of a slip before the camera: progress by the small one, an application's large ones carried to the court.
#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {
namespace {

std::string heard_words(const Ui& ui, const flow::ScanWork& scan, std::size_t of_draft) {
    return ui.say(scan.word, {{"k", std::to_string(scan.last)},
                              {"n", std::to_string(scan.total)},
                              {"got", std::to_string(scan.parts.size())},
                              {"draft", std::to_string(of_draft)}});
}

// One box for each symbol of the slip; those that came are ticked.
void boxes(Ui& ui, const Rect& at, const flow::ScanWork& scan) {
    const Palette& p = ui.palette();
    const float side =
        std::min(at.h, (at.w - 16.0F * static_cast<float>(scan.total - 1)) / static_cast<float>(scan.total));
    for (int i = 1; i <= scan.total; ++i) {
        const Rect box{at.x + static_cast<float>(i - 1) * (side + 16), at.y, side, side};
        const bool has = scan.parts.count(i) != 0;
        ui.fill(box, has ? p.teal : p.card, 16);
        ui.frame(box, has ? p.teal : p.rule, 3, 16);
        const Colour before = ui.ground(has ? p.teal : p.card);
        if (has)
            ui.icon(box, icon::kCheck, side * 0.6F, p.on_dark);
        else
            ui.line(box, std::to_string(i), {Type::body, Weight::strong, p.ink, Align::centre});
        ui.ground(before);
    }
}

}  // namespace

void draw_scan(Scene& scene) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const flow::CameraWork& camera = scene.session().eyes.camera;
    const flow::ScanWork& scan = scene.session().eyes.scan;
    using HandIn = flow::ScanWork::HandIn;
    const bool whole = scan.total > 0 && scan.parts.size() == static_cast<std::size_t>(scan.total);
    const bool done = scan.hand_in == HandIn::Done;
    Rect body = page_frame(scene, ui.say("eyes.scan.title"), ui.say("eyes.scan.sub"));
    NavLook look{ui.say("nav.back"), {}, {}, icon::kCheck};
    if (done)
        look.next = ui.say("eyes.scan.finish");
    else if (whole)
        look.next = ui.say(scan.hand_in == HandIn::Asked ? "eyes.scan.sending" : "eyes.scan.hand_in");
    else if (camera.looking == flow::Looking::Failed || camera.looking == flow::Looking::No)
        look.side = ui.say("eyes.trouble.retry");
    if (!done && scene.world.has_camera == false) look.side = {};
    const NavPress nav = nav_row(scene, body, look);
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) scene.send(flow::RetriedCamera{});
    if (nav.next) {
        if (done)
            scene.send(flow::PressedHome{});
        else
            scene.send(flow::HandedInSlip{});
    }
    Rect words = ui.portrait() ? body.cut_top(body.h * 0.42F, 24) : body.cut_left(body.w * 0.48F, 40);
    const Rect page = ui.begin_roll(words, "scan");
    Flow flow(page, 1, 20);
    const std::string how = ui.say("eyes.scan.how");
    heading(ui, flow.place(heading_tall(ui, page.w, ui.say("eyes.scan.ask"), how) + 4), ui.say("eyes.scan.ask"), how);
    if (!scan.word.empty()) {
        const std::string text = heard_words(ui, scan, scene.session().ticket.scanned.size());
        const bool good = done || scan.total > 0 || scan.word.starts_with("eyes.scan.draft");
        const Rect at = flow.place(notice_tall(ui, page.w, text));
        notice(ui, at, text, good ? Tone::go : Tone::quiet, good ? icon::kFactCheck : icon::kInfo);
        ui.reveal(at);
    }
    if (scan.total > 0 && !done) boxes(ui, flow.place(84), scan);
    if (camera.looking == flow::Looking::Failed) {
        const std::string key = "eyes.trouble." + camera.error;
        const std::string text = ui.say(ui.knows(key) ? key : "eyes.trouble.any") + ui.say("eyes.scan.type_instead");
        notice(ui, flow.place(notice_tall(ui, page.w, text)), text, Tone::quiet, icon::kPhotoCamera);
    }
    ui.end_roll(flow.used());
    if (camera.live) {
        const Rect at = fitted(body, camera.live->width, camera.live->height);
        ui.picture(at, camera.live);
        ui.frame(at, p.navy, 4, 4);
        // Where the code should be.
        const float side = std::min(at.w, at.h) * 0.6F;
        ui.frame({at.middle_x() - side / 2, at.middle_y() - side / 2, side, side}, p.gold, 6, 18);
    } else {
        ui.fill(body, p.sand, 20);
        const Colour before = ui.ground(p.sand);
        ui.icon(body, icon::kPhotoCamera, 110, p.ink);
        ui.ground(before);
    }
}

}  // namespace courtyard::screens
