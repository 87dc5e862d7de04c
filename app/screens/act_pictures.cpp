// Pictures of an act that is written: those that go with it, and the page on which one more is taken.
#include "app/screens/act_pictures.hpp"

#include <algorithm>

#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;
using flow::PictureFrom;
using At = flow::PictureWork::At;

constexpr float kPictureGap = 12;
constexpr int kSaltThumbs = 700, kSaltListed = 800;

void picture_box(Desk& desk, const Rect& box, const flow::PixelsRef& view, const std::string& instead) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    ui.fill(box, p.ivory, 10);
    if (view) {
        const Rect at = fitted(box.inset(6), view->width, view->height);
        ui.picture(at, view);
        ui.frame(at, p.rule, 2);
        return;
    }
    const Colour before = ui.ground(p.ivory);
    if (ui.look().contrast == flow::Contrast::High) ui.frame(box, p.rule, 2, 10);
    const float tall = ui.tall(instead, box.w - 24, desk_soft(desk));
    ui.write({box.x + 12, box.middle_y() - tall / 2, box.w - 24, tall}, instead, desk_soft(desk));
    ui.ground(before);
}

std::string trouble_words(const Ui& ui, const std::string& code) {
    const std::string own = "field.picture.trouble." + code;
    return ui.say(ui.knows(own) ? own : "field.picture.trouble.any");
}

void draw_camera(Desk& desk, Rect body) {
    Ui& ui = desk.ui;
    const flow::PictureWork& work = desk.state.cases.picture_work;
    const bool shown = work.at == At::Shown;
    const std::string take = ui.say(work.at == At::Taking ? "field.picture.taking" : "field.picture.take");
    const float tall = desk_button_tall(desk);
    const Rect row = body.cut_bottom(tall, 16);
    const float wide = desk_button_wide(desk, take, icon::kPhotoCamera) + 40;
    if (desk_button(desk, {row.middle_x() - wide / 2, row.y, wide, tall}, take,
                    {shown ? Tone::go : Tone::quiet, icon::kPhotoCamera, Type::body}))
        desk.send(flow::desk::PressedShutter{});
    if (shown && (desk.key(ImGuiKey_Space) || desk.ctrl(ImGuiKey_Enter))) desk.send(flow::desk::PressedShutter{});
    picture_box(desk, body, work.live, ui.say("field.picture.opening"));
}

void draw_listed(Desk& desk, const Rect& body) {
    Ui& ui = desk.ui;
    const flow::PictureWork& work = desk.state.cases.picture_work;
    if (work.at != At::Shown) {
        picture_box(desk, body, nullptr,
                    ui.say(work.at == At::Asked ? "field.picture.reading" : "field.picture.taking"));
        return;
    }
    const Rect start = desk.begin_scroll(body, "field.act.picture");
    const int columns = std::max(2, static_cast<int>(start.w / (desk.em() * 9)));
    const float side = (start.w - kPictureGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float used = 0;
    for (std::size_t i = 0; i < work.listed.size(); ++i) {
        const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
        const auto row = static_cast<float>(i / static_cast<std::size_t>(columns));
        const Rect box{start.x + column * (side + kPictureGap), start.y + row * (side + kPictureGap), side, side};
        const std::string name = ui.say("field.picture.nth", {{"n", std::to_string(i + 1)}});
        const Touch touch = desk.control(box, name, kSaltListed + static_cast<int>(i), 10);
        picture_box(desk, box, work.listed[i], ui.say("field.pictures.spoilt"));
        if (touch.pressed && work.listed[i]) desk.send(ChoseListed{i});
        used = (row + 1) * (side + kPictureGap);
    }
    desk.scroll_by_keys();
    desk.end_scroll(used);
}

void draw_failed(Desk& desk, Rect body) {
    Ui& ui = desk.ui;
    const flow::PictureWork& work = desk.state.cases.picture_work;
    const std::string words = trouble_words(ui, work.problem);
    remark(desk, body.cut_top(remark_tall(desk, body.w, words), 18), words, Tone::help, icon::kWarning);
    const bool camera = work.from == PictureFrom::Camera;
    const std::string again = ui.say("field.picture.again");
    const std::string other = ui.say(camera ? "field.picture.stick" : "field.picture.camera");
    const float tall = desk_button_tall(desk);
    Rect row = body.cut_top(tall);
    if (desk_button(desk, row.cut_left(desk_button_wide(desk, again, icon::kReplay), 16), again,
                    {Tone::go, icon::kReplay, Type::body}))
        desk.send(PressedAddPicture{work.field, work.from});
    const char* glyph = camera ? icon::kSdCardAlert : icon::kPhotoCamera;
    if (desk_button(desk, row.cut_left(desk_button_wide(desk, other, glyph), 16), other,
                    {Tone::plain, glyph, Type::body}))
        desk.send(PressedAddPicture{work.field, camera ? PictureFrom::Stick : PictureFrom::Camera});
}

}  // namespace

float draw_act_pictures(Desk& desk, const Rect& at, const std::string& field, const std::vector<std::string>& chosen) {
    Ui& ui = desk.ui;
    const float side = std::min(desk.em() * 7, (at.w - kPictureGap * 2) / 3), tall = desk_button_tall(desk);
    const int columns = std::max(1, static_cast<int>((at.w + kPictureGap) / (side + kPictureGap)));
    float y = at.y;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const int column = static_cast<int>(i) % columns;
        const Rect box{at.x + static_cast<float>(column) * (side + kPictureGap), y, side, side};
        const flow::ActPicture* taken = desk.state.cases.picture_work.find(chosen[i]);
        const std::string nth = ui.say("field.picture.nth", {{"n", std::to_string(i + 1)}});
        picture_box(desk, box, taken ? taken->view : nullptr, nth);
        const std::string remove = ui.say("field.picture.remove"),
                          name = ui.say("field.picture.remove.nth", {{"n", std::to_string(i + 1)}});
        const Rect button{box.x, box.bottom() + 6, side, tall};
        const Touch touch = desk.control(button, name, kSaltThumbs + static_cast<int>(i), 10);
        ui.fill(button, ui.palette().sand, 10);
        const Colour before = ui.ground(ui.palette().sand);
        ui.line(button, remove, {Type::note, Weight::text, ui.palette().ink, Align::centre});
        ui.ground(before);
        if (touch.pressed) desk.send(ToggledValue{field, chosen[i]});
        if (column == columns - 1 || i + 1 == chosen.size()) y += side + 6 + tall + kPictureGap;
    }
    if (chosen.size() >= cases::kPicturesMax)
        return y + ui.write({at.x, y, at.w, 0}, ui.say("field.picture.full"), desk_soft(desk)) - at.y;
    float x = at.x;
    for (const auto& [from, key, glyph] : {std::tuple{PictureFrom::Camera, "field.picture.camera", icon::kPhotoCamera},
                                           std::tuple{PictureFrom::Stick, "field.picture.stick", icon::kSdCardAlert}}) {
        const std::string words = ui.say(key);
        const float wide = desk_button_wide(desk, words, glyph);
        if (x > at.x && x + wide > at.right()) x = at.x, y += tall + kPictureGap;
        if (desk_button(desk, {x, y, wide, tall}, words, {Tone::plain, glyph, Type::body}, kSaltThumbs - 2))
            desk.send(PressedAddPicture{field, from});
        x += wide + kPictureGap;
    }
    return y + tall - at.y;
}

void draw_desk_act_picture(Desk& desk) {
    Ui& ui = desk.ui;
    const flow::PictureWork& work = desk.state.cases.picture_work;
    const bool camera = work.from == PictureFrom::Camera;
    if (desk.key(ImGuiKey_Escape)) desk.send(PressedBack{});
    Rect body = desk_frame(desk, {ui.say(camera ? "field.picture.camera.title" : "field.picture.stick.title"),
                                  desk.state.court, ui.say(camera ? "field.picture.keys" : "field.picture.keys.stick")})
                    .inset(36, 14);
    const std::string back = ui.say("field.back");
    const float tall = desk_button_tall(desk);
    Rect top = body.cut_top(tall, 16);
    if (desk_button(desk, top.cut_left(desk_button_wide(desk, back, icon::kArrowBack), 22), back,
                    {Tone::plain, icon::kArrowBack, Type::body}))
        desk.send(PressedBack{});
    line_cut(desk, top, ui.say(camera ? "field.picture.camera.how" : "field.picture.stick.how"), desk_soft(desk));
    if (work.at == At::Failed) return draw_failed(desk, body);
    if (camera)
        draw_camera(desk, body);
    else
        draw_listed(desk, body);
}

}  // namespace courtyard::screens
