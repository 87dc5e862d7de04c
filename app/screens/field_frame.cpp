// Header and mail bar of every laptop page, and the keys that work everywhere.
#include <algorithm>

#include "app/screens/case_screens.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;

// Clearly more than the court's name under it; the largest letters leave no room for yet larger ones.
Type title_type(const Desk& desk) { return desk.state.text_size == flow::TextSize::Largest ? Type::lead : Type::card; }

void draw_header(Desk& desk, const Rect& rect, const FrameLook& look) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    ui.sweep(rect, p.navy_deep, p.navy);
    ui.fill({rect.x, rect.bottom() - 4, rect.w, 4}, p.gold);
    const Colour before = ui.ground(p.navy_deep);
    Rect inner = rect.inset(36, 0);
    const float em = desk.em(Type::note);
    const Rect seal = inner.cut_left(rect.h - 28, 20);
    ui.disc(seal.middle_x(), seal.middle_y(), seal.w / 2, p.gold);
    const Colour dark = ui.ground(p.gold);
    ui.icon(seal, icon::kBalance, seal.w * 0.62F, p.on_dark);
    ui.ground(dark);

    if (desk.state.place != flow::DeskPlace::Unlock) {
        const std::string lock = ui.say("field.lock");
        const std::string size = ui.say("field.text_size");
        const std::string contrast = ui.say("field.contrast");
        const auto wide = [&](const std::string& label) {
            return ui.wide(label, {Type::note, Weight::strong, {}}) + em * 1.65F + 36;
        };
        const float tall = std::max(56.0F, em * 2.1F);
        const auto place = [&](const std::string& label) {
            Rect cut = inner.cut_right(wide(label), 14);
            return Rect{cut.x, rect.middle_y() - 2 - tall / 2, cut.w, tall};
        };
        if (header_button(desk, place(lock), lock, icon::kLock)) desk.send(PressedLock{});
        if (header_button(desk, place(size), size, icon::kFormatSize)) desk.send(PressedTextSize{});
        if (header_button(desk, place(contrast), contrast, icon::kContrast)) desk.send(PressedContrast{});
        const std::string help = ui.say("field.help.button");
        if (header_button(desk, place(help), help, icon::kHelp)) desk.send(PressedHelp{});
        const std::string who =
            ui.say("field.who", {{"name", desk.state.person}, {"role", role_words(ui, desk.state.role)}});
        const Style style{Type::note, Weight::text, p.on_dark, Align::right};
        const float title = ui.wide(look.title, {title_type(desk), Weight::title, {}});
        const float who_wide = ui.wide(who, style);
        if (inner.w > who_wide + 60 + std::max(title, ui.wide(look.subtitle, style)))
            ui.line(inner.cut_right(who_wide + 4, 24), who, style, Fit::as_is);
    }
    const float title = desk.em(title_type(desk));
    const float used = title + (look.subtitle.empty() ? 0 : em * 1.45F);
    const float y = rect.middle_y() - 2 - used / 2;
    ui.line({inner.x, y, inner.w, title}, look.title, {title_type(desk), Weight::title, p.on_dark});
    if (!look.subtitle.empty())
        line_cut(desk, {inner.x, y + title + em * 0.4F, inner.w, em}, look.subtitle,
                 {Type::note, Weight::text, p.on_dark_soft});
    ui.ground(before);
}

std::string bar_words(const Desk& desk) {
    switch (desk.state.waiting) {
        case flow::DeskWait::Inbox: return desk.ui.say("field.wait.inbox");
        case flow::DeskWait::Sheet: return desk.ui.say("field.wait.sheet");
        case flow::DeskWait::Sign:
        case flow::DeskWait::Act: return desk.ui.say("field.wait.sign");
        case flow::DeskWait::Case: return desk.ui.say("field.wait.case");
        case flow::DeskWait::Paper: return desk.ui.say("field.wait.paper");
        case flow::DeskWait::Doubles: return desk.ui.say("field.wait.doubles");
        default: break;
    }
    return mail_words(desk.ui, desk.state.mail, desk.state.now);
}

Style bar_style(const Desk& desk) {
    Style style = desk_text(desk, Type::note);
    style.leading = 1.25F;
    return style;
}

// The keys of the page with as many of them as have room beside the words; what matters most stands last.
std::string hints_in(const Desk& desk, std::string hints, float room) {
    constexpr std::string_view kBetween = "\xE3\x80\x80";  // the wide space between two keys
    while (desk.ui.wide(hints, desk_soft(desk)) > room) {
        const std::size_t at = hints.find(kBetween);
        if (at == std::string::npos) return {};
        hints.erase(0, at + kBetween.size());
    }
    return hints;
}

// What the mail bar says and how high it has to be: its words take a second line sooner than the keys go.
struct BarPlan {
    std::string words, hints;
    float words_wide = 0, hints_wide = 0, tall = 0;
};
BarPlan plan_bar(const Desk& desk, float wide, const std::string& hints) {
    constexpr float kGap = 30, kKeysAtMost = 0.45F;
    const Ui& ui = desk.ui;
    const float em = desk.em(Type::note);
    BarPlan plan;
    plan.words = bar_words(desk);
    const float room = wide - 72 - desk_button_wide(desk, ui.say("field.sync"), icon::kSync) - 24 - em * 1.9F;
    const float words = ui.wide(plan.words, desk_text(desk, Type::note));
    plan.hints = hints_in(desk, hints, std::max(room - words - kGap, room * kKeysAtMost));
    plan.hints_wide = plan.hints.empty() ? 0 : ui.wide(plan.hints, desk_soft(desk));
    plan.words_wide = room - (plan.hints.empty() ? 0 : plan.hints_wide + kGap);
    const float tall = ui.tall(plan.words, plan.words_wide, bar_style(desk));
    plan.tall = std::max(desk_button_tall(desk) + 20, tall + em * 0.6F);
    return plan;
}

void draw_bar(Desk& desk, const Rect& rect, const BarPlan& plan) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    ui.fill(rect, p.ivory);
    ui.fill({rect.x, rect.y, rect.w, 2}, p.rule);
    const Colour before = ui.ground(p.ivory);
    const flow::MailState& mail = desk.state.mail;
    Rect inner = rect.inset(36, 0);
    const std::string sync = ui.say("field.sync");
    const float tall = desk_button_tall(desk);
    const Rect at = inner.cut_right(desk_button_wide(desk, sync, icon::kSync), 24);
    const ButtonLook look{mail.busy ? Tone::quiet : Tone::navy, icon::kSync, Type::body, false};
    if (desk_button(desk, {at.x, rect.middle_y() - tall / 2, at.w, tall}, sync, look)) desk.send(PressedSync{});
    ui.ground(p.ivory);
    const float em = desk.em(Type::note);
    const char* glyph = icon::kCloudDone;
    Colour ink = p.teal;
    if (!mail.problem.empty() || !mail.last_contact)
        glyph = icon::kCloudOff, ink = p.soft_ink;
    else if (mail.unsent > 0)
        glyph = icon::kCloudUpload, ink = p.navy;
    if (mail.busy || desk.state.busy()) glyph = icon::kHourglassTop, ink = p.navy;
    ui.icon(inner.cut_left(em * 1.4F, em * 0.5F), glyph, em * 1.4F, ink);
    if (!plan.hints.empty()) ui.line(inner.cut_right(plan.hints_wide + 2, 28), plan.hints, desk_soft(desk), Fit::as_is);
    if (ui.wide(plan.words, desk_text(desk, Type::note)) <= plan.words_wide) {
        ui.line(inner, plan.words, desk_text(desk, Type::note), Fit::as_is);
    } else {
        const Style style = bar_style(desk);
        const float high = ui.tall(plan.words, plan.words_wide, style);
        ui.write({inner.x, rect.middle_y() - high / 2, plan.words_wide, high}, plan.words, style);
    }
    ui.ground(before);
}

}  // namespace

Rect desk_frame(Desk& desk, const FrameLook& look) {
    Rect body = desk.ui.page();
    const float em = desk.em(Type::note);
    desk.part(Desk::Part::Around);
    draw_header(desk, body.cut_top(std::max(92.0F, desk.em(title_type(desk)) + em * 1.45F + 24)), look);
    desk.part(Desk::Part::Page);
    const BarPlan plan = plan_bar(desk, body.w, look.hints);
    const Rect bar = body.cut_bottom(plan.tall);
    if (flow::is_about_to_lock(desk.state)) {
        const std::string words = desk.ui.say("field.lock.soon");
        const float tall = remark_tall(desk, body.w - 72, words);
        remark(desk, {body.x + 36, body.y + 14, body.w - 72, tall}, words, Tone::quiet, icon::kLock);
        body.cut_top(tall + 14);
    }
    draw_undo(desk, body);
    desk.part(Desk::Part::Around);
    draw_bar(desk, bar, plan);
    desk.part(Desk::Part::Page);
    if (desk.ctrl(ImGuiKey_L)) desk.send(PressedLock{});
    if (desk.ctrl(ImGuiKey_S)) desk.send(PressedSync{});
    if (desk.ctrl(ImGuiKey_Equal)) desk.send(PressedTextSize{});
    if (desk.key(ImGuiKey_Escape)) desk.send(PressedBack{});
    if (desk.key(ImGuiKey_F1)) desk.send(PressedHelp{});
    if (desk.key(ImGuiKey_F2)) desk.send(WentTo{flow::DeskPlace::Today});
    if (desk.key(ImGuiKey_F3)) desk.send(WentTo{flow::DeskPlace::Cases});
    if (desk.key(ImGuiKey_F4)) desk.send(WentTo{flow::DeskPlace::Inbox});
    if (desk.key(ImGuiKey_F5)) desk.send(WentTo{flow::DeskPlace::Leads});
    if (desk.key(ImGuiKey_F6)) desk.send(WentTo{flow::DeskPlace::Doubles});
    if (desk.ctrl(ImGuiKey_Z) && !desk.keys().typing) desk.send(PressedUndo{});
    if (desk.state.help) draw_help(desk, body);
    return body;
}

}  // namespace courtyard::screens
