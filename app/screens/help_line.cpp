// One line of other help, as a control: it can be marked, pressed, and reached with Tab.
#include "app/flow/help_desk.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/help_screens.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {

namespace {

using namespace flow::desk;

constexpr float kHelpSide = 12;

float text_wide(const Desk& desk, float width) { return width - 2 * kHelpSide - desk.em() * 1.6F; }

float text_tall(const Desk& desk, float width, const HelpLineText& text) {
    float tall = desk.em() * 1.7F;
    for (const std::string& line : text.lines)
        tall += desk.ui.tall(line, text_wide(desk, width), desk_soft(desk)) + desk.em() * 0.15F;
    return tall + desk.em() * 0.5F;
}

}  // namespace

float draw_help_line(Desk& desk, const Rect& at, const HelpLineText& text, std::size_t index) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const float em = desk.em();
    const Rect whole{at.x, at.y, at.w, text_tall(desk, at.w, text)};
    const bool on = desk.state.cases.chosen_help == index;
    if (on && desk.keys().chosen_seen != index) {
        desk.keys().chosen_seen = index;
        desk.reveal(whole);
    }
    const Touch touch = desk.control(whole, text.title, 700 + static_cast<int>(index), 12);
    if (touch.held) ui.fill(touch.rect, p.navy_tint, 12);
    const Colour before = ui.ground(touch.held ? p.navy_tint : p.card);
    Rect inner = touch.rect.inset(kHelpSide, 0);
    inner.cut_top(em * 0.2F);
    Rect first = inner.cut_top(em * 1.7F);
    ui.icon(first.cut_left(em * 1.1F, em * 0.5F), text.can ? text.icon : icon::kLock, em,
            text.can ? p.teal : p.soft_ink);
    if (!text.state.empty()) {
        const ChipLook look{nullptr, Tone::plain, Type::note};
        const float wide = chip_wide(desk, text.state, look);
        chip(desk, first.right() - wide, first.middle_y(), text.state, look);
        first.cut_right(wide, 16);
    }
    line_cut(desk, first, text.title, {Type::body, text.can ? Weight::strong : Weight::text, p.ink});
    float y = inner.y;
    for (const std::string& line : text.lines)
        y += ui.write({inner.x + em * 1.6F, y, text_wide(desk, at.w), 0}, line, desk_soft(desk)) + em * 0.15F;
    ui.ground(before);
    if (on) ui.frame(whole, p.navy.faded(0.6F), 2, 12);
    ui.fill({whole.x, whole.bottom() - 2, whole.w, 2}, p.rule.faded(0.6F));
    if (touch.pressed) desk.send(PressedHelpLine{index});
    return whole.h;
}

void draw_help_keys(Desk& desk) {
    if (desk.moves_mark(ImGuiKey_DownArrow)) desk.send(MovedHelpLine{+1});
    if (desk.moves_mark(ImGuiKey_UpArrow)) desk.send(MovedHelpLine{-1});
    if (desk.key(ImGuiKey_Space)) desk.send(PressedHelpLine{desk.state.cases.chosen_help});
}

}  // namespace courtyard::screens
