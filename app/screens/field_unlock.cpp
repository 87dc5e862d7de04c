// Whose laptop this is, and the passphrase that opens it.
#include <algorithm>

#include "app/screens/case_screens.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {

using namespace flow::desk;

namespace {

// Who cannot get in needs it most. Beside the card, or alone where there is no room for both: then it says so.
bool draw_unlock_help(Desk& desk, Rect& page) {
    if (desk.key(ImGuiKey_F1)) desk.send(PressedHelp{});
    if (!desk.state.help) {
        const std::string help = desk.ui.say("field.help.button");
        const float wide = desk_button_wide(desk, help, icon::kHelp);
        if (desk_button(desk, {page.right() - wide - 28, page.y + 24, wide, desk_button_tall(desk)}, help,
                        {Tone::plain, icon::kHelp, Type::body}))
            desk.send(PressedHelp{});
        return false;
    }
    if (desk.key(ImGuiKey_Escape)) desk.send(PressedBack{});
    const float whole = page.w;
    draw_help(desk, page);
    return page.w == whole;
}

}  // namespace

void draw_desk_unlock(Desk& desk) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    Rect page = ui.page();
    const float em = desk.em();
    const float lead = desk.em(Type::lead);
    ui.sweep(page, p.navy_deep, p.navy);
    // The passphrase comes first, whatever else can be pressed here.
    desk.begin_at(Desk::id_of(ui.say("field.unlock.passphrase")));
    desk.part(Desk::Part::Around);
    const bool helps_alone = draw_unlock_help(desk, page);
    desk.part(Desk::Part::Page);
    if (helps_alone) return;
    const float width = std::min(page.w - 80, std::max(760.0F, em * 27));
    const float inner_width = width - 2 * 56;
    const std::string owner =
        ui.say("field.unlock.owner", {{"name", desk.state.person}, {"role", role_words(ui, desk.state.role)}});
    const std::string note = ui.say("field.unlock.note");
    const std::string problem = desk.state.problem.empty() ? std::string{} : problem_words(ui, desk.state.problem);
    const std::string caps = desk.state.caps_lock ? ui.say("field.unlock.caps") : std::string{};
    const float gap = em * 0.7F;
    constexpr float kSeal = 120;
    const float field_tall = desk_button_tall(desk) + 8;
    float height = 64 + kSeal + gap + lead * 1.4F + em * 1.5F + gap + em * 1.5F + field_tall + gap;
    if (!problem.empty()) height += remark_tall(desk, inner_width, problem) + gap;
    if (!caps.empty()) height += remark_tall(desk, inner_width, caps) + gap;
    height += field_tall + gap + ui.tall(note, inner_width, desk_soft(desk)) + 56;

    // Where all of it does not fit below the button for help, the seal goes first.
    const float top = desk_button_tall(desk) + 40;
    const bool has_seal = height <= page.h - top || desk.state.help;
    if (!has_seal) height -= kSeal + gap + 30;

    const Rect card{page.middle_x() - width / 2, std::max(has_seal ? 20.0F : top, page.middle_y() - height / 2), width,
                    height};
    desk_card(desk, card, 0);
    ui.fill({card.x + 56, card.y, card.w - 112, 6}, p.gold_line, 3);
    Rect inner = card.inset(56, 0);
    inner.cut_top(has_seal ? 60 : 30);
    if (has_seal) {
        const Rect seal = inner.cut_top(kSeal, gap);
        ui.disc(seal.middle_x(), seal.middle_y(), 58, p.navy);
        const Colour before = ui.ground(p.navy);
        ui.icon(seal, icon::kBalance, 66, p.on_dark);
        ui.ground(before);
    }
    ui.line(inner.cut_top(lead * 1.4F), desk.state.court, {Type::lead, Weight::title, p.navy_deep, Align::centre});
    ui.line(inner.cut_top(em * 1.5F, gap), owner, {Type::body, Weight::text, p.soft_ink, Align::centre});

    ui.line(inner.cut_top(em * 1.5F), ui.say("field.unlock.passphrase"), desk_strong(desk));
    const std::string label = ui.say("field.unlock.passphrase");
    InputLook look{InputKind::secret, ui.say("field.unlock.placeholder"), icon::kLock, flow::kDeskPassphraseMax,
                   !problem.empty()};
    const InputResult typed = desk.input(inner.cut_top(field_tall, gap), desk.state.passphrase, label, look);
    if (typed.text) desk.send(TypedPassphrase{*typed.text});
    if (typed.caps_lock && *typed.caps_lock != desk.state.caps_lock) desk.send(NoticedCapsLock{*typed.caps_lock});
    if (!problem.empty()) {
        const float tall = remark_tall(desk, inner.w, problem);
        remark(desk, inner.cut_top(tall, gap), problem, Tone::help, icon::kWarning);
    }
    if (!caps.empty()) {
        const float tall = remark_tall(desk, inner.w, caps);
        remark(desk, inner.cut_top(tall, gap), caps, Tone::quiet, icon::kKeyboardCapslock);
    }
    const std::string open = ui.say(desk.state.busy() ? "field.unlock.opening" : "field.unlock.open");
    const Rect at = inner.cut_top(field_tall, gap);
    if (desk_button(desk, at, open,
                    {desk.state.busy() ? Tone::quiet : Tone::go, icon::kKeyboardReturn, Type::body, false}))
        desk.send(PressedUnlock{});
    ui.write(inner, note, {Type::note, Weight::text, p.soft_ink, Align::centre, Balance::even});
    if (desk.key(ImGuiKey_Enter)) desk.send(PressedUnlock{});
    if (desk.ctrl(ImGuiKey_Equal)) desk.send(PressedTextSize{});
}

void draw_desk_no_pack(Desk& desk) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const Rect page = ui.page();
    ui.sweep(page, p.navy_deep, p.navy);
    const float width = std::min(page.w - 80, desk.em() * 34);
    const std::string title = ui.say("field.no_pack.title");
    const std::string text = ui.say("field.no_pack.text");
    const float height = desk.em(Type::lead) * 1.8F + ui.tall(text, width - 112, desk_text(desk)) + 112;
    const Rect inner = desk_card(desk, {page.middle_x() - width / 2, page.middle_y() - height / 2, width, height}, 56);
    ui.line({inner.x, inner.y, inner.w, desk.em(Type::lead) * 1.2F}, title, desk_strong(desk, Type::lead));
    ui.write({inner.x, inner.y + desk.em(Type::lead) * 1.8F, inner.w, 0}, text, desk_text(desk));
}

}  // namespace courtyard::screens
