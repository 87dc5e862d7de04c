// A paper before the camera: what it sees, the shutter, what came of it, and what to do when there is no camera.
#include <algorithm>

#include "app/flow/form_answers.hpp"
#include "app/flow/form_walk.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {
namespace {

using flow::Looking;

std::string paper_say(const Scene& scene) { return scene.pack().form.paper_words(scene.session().place.id); }

// A picture in its frame, or a sentence where there is none yet.
void in_frame(Scene& scene, const Rect& room, const flow::PixelsRef& pixels, const std::string& instead) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    if (!pixels) {
        ui.fill(room, p.sand, 20);
        const Colour before = ui.ground(p.sand);
        const Style style{Type::lead, Weight::text, p.ink, Align::centre, Balance::even};
        const float inner = std::max(100.0F, room.w - 80);
        const float tall = ui.tall(instead, inner, style);
        ui.icon({room.x, room.middle_y() - tall / 2 - 130, room.w, 110}, icon::kPhotoCamera, 96, p.ink);
        ui.write({room.x + 40, room.middle_y() - tall / 2, inner, tall}, instead, style);
        ui.ground(before);
        return;
    }
    const Rect at = fitted(room, pixels->width, pixels->height);
    ui.picture(at, pixels);
    ui.frame(at, p.navy, 4, 4);
}

// Text above, the picture as large as it can be.
void draw_with_words(Scene& scene, Rect body, const std::string& title, const std::string& text,
                     const flow::PixelsRef& pixels, const std::string& instead) {
    Ui& ui = scene.ui;
    const float column = ui.portrait() ? body.w : body.w * 0.34F;
    const float tall = heading_tall(ui, column, title, text);
    Rect words = ui.portrait() ? body.cut_top(std::min(tall, body.h * 0.4F), 24) : body.cut_left(column, 40);
    const Rect page = ui.begin_roll(words, "photo");
    heading(ui, {page.x, page.y, page.w, tall}, title, text);
    ui.end_roll(heading_tall(ui, page.w, title, text));
    in_frame(scene, body, pixels, instead);
}

void countdown(Scene& scene, const Rect& room) {
    Ui& ui = scene.ui;
    const auto& shoot_at = scene.session().eyes.camera.shoot_at;
    if (!shoot_at) return;
    const std::int64_t left = std::max<std::int64_t>(0, *shoot_at - scene.state.now);
    const std::string number = std::to_string(std::max<std::int64_t>(1, (left + 999) / 1000));
    const Rect disc{room.middle_x() - 110, room.middle_y() - 110, 220, 220};
    ui.disc(disc.middle_x(), disc.middle_y(), 110, ui.palette().navy_deep);
    const Colour before = ui.ground(ui.palette().navy_deep);
    ui.line(disc, number, {Type::hero, Weight::strong, ui.palette().on_dark, Align::centre});
    ui.ground(before);
}

void draw_live(Scene& scene, Rect body) {
    Ui& ui = scene.ui;
    const flow::CameraWork& camera = scene.session().eyes.camera;
    const bool live = camera.looking == Looking::Live;
    const bool counting = camera.shoot_at.has_value();
    NavLook look{ui.say("nav.back"), live && !counting ? ui.say("eyes.photo.shoot_later") : std::string{},
                 live ? ui.say("eyes.photo.shoot") : std::string{}, icon::kPhotoCamera};
    const NavPress nav = nav_row(scene, body, look);
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) scene.send(flow::PressedShutter{true});
    if (nav.next) scene.send(flow::PressedShutter{false});
    const Rect whole = body;
    const std::string instead = ui.say(camera.looking == Looking::Taking ? "eyes.photo.making" : "eyes.photo.opening");
    draw_with_words(scene, body, ui.say("eyes.photo.how_title"), ui.say("eyes.photo.how"), camera.live, instead);
    countdown(scene, whole);
}

void draw_taken(Scene& scene, Rect body) {
    Ui& ui = scene.ui;
    const flow::CameraWork& camera = scene.session().eyes.camera;
    const bool more = flow::photos_left(scene.session().eyes, scene.session().place.id) > 1;
    const NavPress nav = nav_row(
        scene, body, {ui.say("eyes.photo.again"), ui.say("eyes.photo.turn"), ui.say("eyes.photo.use"), icon::kCheck});
    if (nav.back) scene.send(flow::RetookPhoto{});
    if (nav.side) scene.send(flow::TurnedPhoto{});
    if (nav.next) scene.send(flow::UsedPhoto{false});
    if (more) {
        const Rect at = body.cut_bottom(100, 24);
        if (button(ui, at, ui.say("eyes.photo.use_more"), {Tone::quiet, icon::kAddCircle}))
            scene.send(flow::UsedPhoto{true});
    }
    const std::string text = ui.say(camera.straightened ? "eyes.photo.straight" : "eyes.photo.as_it_is") + "\n" +
                             ui.say("eyes.photo.sealed");
    draw_with_words(scene, body, ui.say("eyes.photo.look"), text, camera.candidate ? camera.candidate->view : nullptr,
                    {});
}

// The court looks it up instead: always offered, never a loss.
void use_court(Scene& scene) {
    const std::string paper = scene.session().place.id;
    const domain::Field* field = flow::asked_field(scene.state, scene.world);
    const domain::Field* state = field ? field->column_of_role("state") : nullptr;
    const domain::Option* court = state ? state->option_of_kind("court") : nullptr;
    scene.send(flow::PressedBack{});
    if (court) scene.send(flow::ChosePaper{paper, court->value});
}

void draw_trouble(Scene& scene, Rect body, const std::string& code, bool at_stick) {
    Ui& ui = scene.ui;
    const std::string key = "eyes.trouble." + code;
    const std::string title = ui.say(ui.knows(key) ? key : "eyes.trouble.any");
    const std::string kept = ui.say("eyes.trouble.kept");
    const NavPress nav = nav_row(scene, body,
                                 {ui.say("nav.back"), ui.say("eyes.trouble.retry"), ui.say("eyes.trouble.court"),
                                  icon::kAccountBalance, icon::kReplay});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) {
        if (at_stick)
            scene.send(flow::OpenedStick{scene.session().place.id});
        else
            scene.send(flow::RetriedCamera{});
    }
    if (nav.next) use_court(scene);
    const Rect page = ui.begin_roll(body, "trouble");
    Flow flow(page, 1, 24);
    const float side = ui.portrait() ? 180.0F : 140.0F;
    const float room = page.w - side - 40;
    const float tall = heading_tall(ui, room, title, kept);
    const Rect head = flow.place(std::max(side, tall) + 8);
    icon_disc(ui, {head.x, head.middle_y() - side / 2, side, side}, at_stick ? icon::kSdCardAlert : icon::kPhotoCamera,
              Tone::quiet);
    heading(ui, {head.x + side + 40, head.middle_y() - tall / 2, room, 0}, title, kept);
    if (!at_stick) {
        const std::string stick = ui.say("eyes.papers.stick");
        if (button(ui, flow.place(110), stick, {Tone::plain, icon::kSdCardAlert}))
            scene.send(flow::OpenedStick{scene.session().place.id});
    } else if (scene.world.has_camera) {
        if (button(ui, flow.place(110), ui.say("eyes.papers.camera"), {Tone::plain, icon::kPhotoCamera}))
            scene.send(flow::OpenedCamera{scene.session().place.id});
    }
    ui.end_roll(flow.used());
}

void draw_closed(Scene& scene, Rect body) {
    Ui& ui = scene.ui;
    const NavPress nav = nav_row(scene, body, {ui.say("nav.back"), {}, ui.say("eyes.photo.open"), icon::kPhotoCamera});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::RetriedCamera{});
    draw_with_words(scene, body, ui.say("eyes.photo.how_title"), ui.say("eyes.photo.how"), nullptr,
                    ui.say("eyes.photo.closed"));
}

constexpr int kStickColumnsPortrait = 3;
constexpr int kStickColumnsLandscape = 5;

}  // namespace

void draw_photo(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::CameraWork& camera = scene.session().eyes.camera;
    Rect body = page_frame(scene, ui.say("eyes.photo.title"), paper_say(scene));
    switch (camera.looking) {
        case Looking::No: return draw_closed(scene, body);
        case Looking::Opening:
        case Looking::Live:
        case Looking::Taking: return draw_live(scene, body);
        case Looking::Taken: return draw_taken(scene, body);
        case Looking::Failed: return draw_trouble(scene, body, camera.error, camera.from_stick);
    }
}

void draw_stick(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::StickWork& stick = scene.session().eyes.stick;
    Rect body = page_frame(scene, ui.say("eyes.stick.title"), paper_say(scene));
    if (stick.found == flow::StickWork::Found::Failed) return draw_trouble(scene, body, stick.error, true);
    const NavPress nav =
        nav_row(scene, body, {ui.say("nav.back"), ui.say("eyes.stick.again"), {}, nullptr, icon::kReplay});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) scene.send(flow::OpenedStick{scene.session().place.id});
    if (stick.found != flow::StickWork::Found::Listed) {
        draw_with_words(scene, body, ui.say("eyes.stick.reading"), {}, nullptr, ui.say("eyes.stick.wait"));
        return;
    }
    const Rect page = ui.begin_roll(body, "stick");
    Flow flow(page, 1, 20);
    heading(ui, flow.place(heading_tall(ui, page.w, ui.say("eyes.stick.pick"), ui.say("eyes.stick.hint")) + 8),
            ui.say("eyes.stick.pick"), ui.say("eyes.stick.hint"));
    const int columns = ui.portrait() ? kStickColumnsPortrait : kStickColumnsLandscape;
    const float side = (page.w - 20.0F * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t first = 0; first < stick.pictures.size(); first += static_cast<std::size_t>(columns)) {
        const Rect row = flow.place(side);
        for (std::size_t i = first; i < std::min(stick.pictures.size(), first + static_cast<std::size_t>(columns));
             ++i) {
            const Rect cell = row.cell(static_cast<int>(i - first), 0, columns, 1, 20);
            const std::string label = ui.say("eyes.stick.picture", {{"n", std::to_string(i + 1)}});
            const Touch touch = ui.touch(cell, label, static_cast<int>(i));
            ui.fill(touch.rect, ui.palette().sand, 16);
            ui.ground(ui.palette().sand);
            const flow::PixelsRef& pixels = stick.pictures[i];
            if (pixels)
                ui.picture(fitted(touch.rect.inset(10), pixels->width, pixels->height), pixels);
            else
                ui.line(touch.rect, ui.say("eyes.stick.unreadable"),
                        {Type::body, Weight::text, ui.palette().ink, Align::centre});
            ui.ground(ui.palette().paper);
            if (touch.pressed && pixels) scene.send(flow::ChoseStickPicture{i});
        }
    }
    ui.end_roll(flow.used());
}

void draw_photo_view(Scene& scene) {
    Ui& ui = scene.ui;
    const auto& photos = scene.session().eyes.photos;
    const auto index = static_cast<std::size_t>(scene.session().place.index);
    if (index >= photos.size()) return;
    Rect body = page_frame(scene, ui.say("eyes.view.title"), scene.pack().form.paper_words(photos[index].paper));
    const NavPress nav =
        nav_row(scene, body, {{}, ui.say("eyes.view.remove"), ui.say("eyes.view.keep"), icon::kCheck, icon::kDelete});
    if (nav.side) scene.send(flow::RemovedPhoto{});
    if (nav.next) scene.send(flow::PressedBack{});
    in_frame(scene, body, photos[index].view, {});
}

}  // namespace courtyard::screens
