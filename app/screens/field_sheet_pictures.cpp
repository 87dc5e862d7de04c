// Pictures small beside one another, one of them as large as the window: the photos of papers that came with an
// application, and those of a case.
#include <algorithm>

#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

constexpr float kSheetGap = 22;

using Pictures = std::vector<flow::SheetPicture>;

struct PictureWords {
    const char *none, *not_here;  // keys
    std::string (*title)(const Desk&, const flow::SheetPicture&);
};

std::string title_of_paper(const Desk& desk, const flow::SheetPicture& picture) {
    return desk.ui.say("field.pictures.title",
                       {{"paper", desk.pack().form.paper_words(picture.paper)}, {"n", std::to_string(picture.page)}});
}

std::string title_of_act(const Desk& desk, const flow::SheetPicture& picture) {
    return desk.ui.say("field.pictures.of_act",
                       {{"act", act_title(desk.ui, picture.paper)}, {"n", std::to_string(picture.page)}});
}

constexpr PictureWords kOfApplication{"field.pictures.none", "field.pictures.not_here", title_of_paper};
constexpr PictureWords kOfCase{"field.pictures.case_none", "field.pictures.case_not_here", title_of_act};

void draw_picture(Desk& desk, const Rect& at, const Pictures& pictures, std::size_t index, const PictureWords& words) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const flow::SheetPicture& picture = pictures[index];
    const std::string title = picture.is_here ? words.title(desk, picture) : ui.say("field.pictures.missing");
    const float em = desk.em();
    Rect inner = at;
    const Rect head = inner.cut_bottom(em * 1.6F, 6);
    line_cut(desk, head, title, desk_soft(desk));
    const Touch touch = desk.control(inner, title, static_cast<int>(index), 10);
    ui.fill(inner, p.ivory, 10);
    if (picture.view) {
        const Rect sheet = fitted(inner.inset(6), picture.view->width, picture.view->height);
        ui.picture(sheet, picture.view);
        ui.frame(sheet, p.rule, 2);
    } else {
        if (ui.look().contrast == flow::Contrast::High) ui.frame(inner, p.rule, 2, 10);
        const Colour before = ui.ground(p.ivory);
        const char* key = !picture.is_here ? words.not_here
                          : picture.spoilt ? "field.pictures.spoilt"
                                           : "field.pictures.opening";
        const float tall = ui.tall(ui.say(key), inner.w - 40, desk_text(desk));
        ui.write({inner.x + 20, inner.middle_y() - tall / 2, inner.w - 40, tall}, ui.say(key), desk_text(desk));
        ui.ground(before);
    }
    if (touch.pressed && picture.view) desk.send(flow::desk::PressedPicture{index});
}

float draw_all(Desk& desk, const Rect& body, const Pictures& pictures, const PictureWords& said) {
    Ui& ui = desk.ui;
    if (pictures.empty()) return remark(desk, body, ui.say(said.none), Tone::quiet, icon::kPhotoCamera);
    float y = body.y;
    const auto missing = std::count_if(pictures.begin(), pictures.end(), [](const auto& one) { return !one.is_here; });
    if (missing > 0) {
        const std::string words = ui.say("field.pictures.some_missing", {{"n", std::to_string(missing)}});
        y += remark(desk, {body.x, y, body.w, 0}, words, Tone::quiet, icon::kCloudOff) + kSheetGap;
    }
    if (const auto& large = desk.state.enlarged; large && *large < pictures.size()) {
        const flow::PixelsRef& view = pictures[*large].view;
        const float tall =
            view ? body.w * static_cast<float>(view->height) / static_cast<float>(std::max(1, view->width)) : body.w;
        draw_picture(desk, {body.x, y, body.w, tall + desk.em() * 1.6F + 6}, pictures, *large, said);
        return y + tall + desk.em() * 1.6F + 6 - body.y;
    }
    const int columns = body.w > desk.em() * 34 ? 3 : 2;
    const float width = (body.w - kSheetGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    // A row with its words in sight at once, where the window is high enough.
    const float tall =
        std::clamp(body.h - (y - body.y) - kSheetGap, std::min(desk.em() * 6, width * 1.25F), width * 1.25F);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto column = static_cast<float>(i % static_cast<std::size_t>(columns));
        const auto row = static_cast<float>(i / static_cast<std::size_t>(columns));
        draw_picture(desk, {body.x + column * (width + kSheetGap), y + row * (tall + kSheetGap), width, tall}, pictures,
                     i, said);
    }
    const auto rows = static_cast<float>((pictures.size() + static_cast<std::size_t>(columns) - 1) /
                                         static_cast<std::size_t>(columns));
    return y + rows * (tall + kSheetGap) - body.y;
}

}  // namespace

float draw_sheet_pictures(Desk& desk, const Rect& body) {
    return draw_all(desk, body, desk.state.sheet->pictures, kOfApplication);
}

float draw_case_pictures(Desk& desk, const Rect& body) {
    return draw_all(desk, body, desk.state.cases.pictures, kOfCase);
}

}  // namespace courtyard::screens
