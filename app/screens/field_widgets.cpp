#include "app/screens/field_widgets.hpp"

#include <algorithm>

#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

struct Tint {
    Colour ground, ink, rim;
};

Tint soft_tint(const Palette& p, Tone tone) {
    switch (tone) {
        case Tone::plain: return {p.ivory, p.ink, p.rule};
        case Tone::go: return {p.teal_tint, p.teal_deep, p.teal};
        case Tone::quiet: return {p.gold_tint, p.gold_deep, p.gold_line};
        case Tone::navy: return {p.navy_tint, p.navy_deep, p.navy};
        case Tone::help: return {p.red_tint, p.red, p.red};
    }
    return {p.ivory, p.ink, p.rule};
}

Tint button_tint(const Palette& p, Tone tone) {
    switch (tone) {
        case Tone::plain: return {p.card, p.ink, p.rule};
        case Tone::go: return {p.teal, p.on_dark, p.teal};
        case Tone::quiet: return {p.sand, p.ink, p.sand};
        case Tone::navy: return {p.navy, p.on_dark, p.navy};
        case Tone::help: return {p.red, p.on_dark, p.red};
    }
    return {p.card, p.ink, p.rule};
}

bool is_high(const Desk& desk) { return desk.ui.look().contrast == flow::Contrast::High; }

constexpr float kButtonSide = 22;
constexpr float kRemarkSide = 20;

}  // namespace

Style desk_text(const Desk& desk, Type type) { return {type, Weight::text, desk.ui.palette().ink}; }
Style desk_soft(const Desk& desk, Type type) { return {type, Weight::text, desk.ui.palette().soft_ink}; }
Style desk_strong(const Desk& desk, Type type) { return {type, Weight::strong, desk.ui.palette().ink}; }

// ---- buttons

float desk_button_tall(const Desk& desk) { return std::max(56.0F, desk.em(Type::body) * 2.05F); }

float desk_button_wide(const Desk& desk, std::string_view label, const char* icon) {
    const float icon_room = icon ? desk.em(Type::body) * 1.7F : 0;
    return desk.ui.wide(label, desk_strong(desk)) + icon_room + 2 * kButtonSide + 4;
}

bool desk_button(Desk& desk, const Rect& rect, std::string_view label, const ButtonLook& look, int salt) {
    const Touch touch = desk.control(rect, label, salt, 16);
    const Tint tint = button_tint(desk.ui.palette(), look.tone);
    if (look.tone != Tone::quiet) desk.ui.shadow(touch.rect, touch.held ? 0.2F : 0.45F);
    desk.ui.fill(touch.rect, tint.ground, 16);
    if (look.tone == Tone::plain || is_high(desk))
        desk.ui.frame(touch.rect, is_high(desk) ? desk.ui.palette().ink : tint.rim, 2, 16);
    const Colour before = desk.ui.ground(tint.ground);
    Rect inner = touch.rect.inset(kButtonSide, 0);
    const float em = desk.em(Type::body);
    Style style{Type::body, Weight::strong, tint.ink, Align::centre};
    if (look.icon) {
        const float words = std::min(desk.ui.wide(label, style), inner.w - em * 1.7F);
        inner.x += std::max(0.0F, (inner.w - words - em * 1.7F) / 2);
        inner.w = words + em * 1.7F;
        desk.ui.icon(inner.cut_left(em * 1.2F, em * 0.5F), look.icon, em * 1.15F, tint.ink);
        style.align = Align::left;
    }
    desk.ui.line(inner, label, style);
    desk.ui.ground(before);
    return touch.pressed;
}

bool header_button(Desk& desk, const Rect& rect, std::string_view label, const char* icon) {
    const Touch touch = desk.control(rect, label, 0, 14);
    const Palette& p = desk.ui.palette();
    desk.ui.fill(touch.rect, p.on_dark.faded(touch.held ? 0.24F : 0.12F), 14);
    if (is_high(desk)) desk.ui.frame(touch.rect, p.on_dark, 2, 14);
    const Colour before = desk.ui.ground(p.navy);
    Rect inner = touch.rect.inset(16, 0);
    const float em = desk.em(Type::note);
    desk.ui.icon(inner.cut_left(em * 1.3F, em * 0.35F), icon, em * 1.25F, p.on_dark);
    desk.ui.line(inner, label, {Type::note, Weight::strong, p.on_dark});
    desk.ui.ground(before);
    return touch.pressed;
}

Rect desk_card(Desk& desk, const Rect& rect, float inset) {
    panel(desk.ui, rect, 20);
    desk.ui.ground(desk.ui.palette().card);
    return rect.inset(inset, inset * 0.8F);
}

// ---- chips

float chip_wide(const Desk& desk, std::string_view text, const ChipLook& look) {
    const float em = desk.em(look.type);
    return desk.ui.wide(text, desk_strong(desk, look.type)) + (look.icon ? em * 1.45F : 0) + em * 1.2F;
}

float chip(Desk& desk, float x, float middle_y, std::string_view text, const ChipLook& look) {
    const float em = desk.em(look.type);
    const float width = chip_wide(desk, text, look);
    const Rect rect{x, middle_y - em * 0.78F, width, em * 1.56F};
    const Tint tint = soft_tint(desk.ui.palette(), look.tone);
    desk.ui.fill(rect, tint.ground, rect.h / 2);
    desk.ui.frame(rect, is_high(desk) ? tint.ink : tint.rim.faded(0.55F), 2, rect.h / 2);
    const Colour before = desk.ui.ground(tint.ground);
    Rect inner = rect.inset(em * 0.55F, 0);
    if (look.icon) desk.ui.icon(inner.cut_left(em * 1.15F, em * 0.3F), look.icon, em * 1.1F, tint.ink);
    desk.ui.line({inner.x, inner.y, inner.w + 4, inner.h}, text, {look.type, Weight::strong, tint.ink}, Fit::as_is);
    desk.ui.ground(before);
    return width;
}

ChipLook status_look(domain::ApplicationStatus status) {
    using S = domain::ApplicationStatus;
    if (status < S::Received && status != S::Withdrawn) return {icon::kHourglassTop, Tone::quiet};
    switch (status) {
        case S::Received: return {icon::kVisibility, Tone::navy};
        case S::AskDept: return {icon::kForum, Tone::navy};
        case S::NeedMore: return {icon::kInventory2, Tone::navy};
        case S::ToFiling: return {icon::kArrowForward, Tone::navy};
        case S::NotFiled:
        case S::Abandoned:
        case S::Withdrawn: return {icon::kArticle, Tone::plain};
        default: return {icon::kGavel, Tone::go};
    }
}

ChipLook outcome_look(std::string_view outcome) {
    if (outcome == "OUT-A") return {icon::kThumbUp, Tone::go};
    if (outcome == "OUT-A1" || outcome == "STOP") return {icon::kWarning, Tone::help};
    if (outcome == "OUT-B") return {icon::kVisibility, Tone::navy};
    if (outcome == "OUT-D" || outcome == "OUT-E") return {icon::kSignpost, Tone::quiet};
    return {icon::kInfo, Tone::plain};
}

// ---- choices

float pick_tall(const Desk& desk, float width, std::string_view label, std::string_view help) {
    const float em = desk.em(Type::body);
    const float room = width - 2 * 18 - em * 1.9F;
    const float used = desk.ui.tall(label, room, desk_strong(desk)) +
                       (help.empty() ? 0 : 6 + desk.ui.tall(help, room, desk_soft(desk)));
    return std::max(em * 2.1F, used + em * 0.9F);
}

bool pick(Desk& desk, const Rect& rect, std::string_view label, std::string_view help, Mark mark, int salt,
          std::string_view name) {
    const Touch touch = desk.control(rect, name.empty() ? label : name, salt, 16);
    const Palette& p = desk.ui.palette();
    const bool on = mark == Mark::one_on || mark == Mark::many_on;
    desk.ui.fill(touch.rect, on ? p.teal_tint : p.card, 16);
    desk.ui.frame(touch.rect, on ? p.teal : p.rule, on ? 4.0F : 2.0F, 16);
    const Colour before = desk.ui.ground(on ? p.teal_tint : p.card);
    const float em = desk.em(Type::body);
    Rect inner = touch.rect.inset(18, 0);
    const char* glyph = icon::kRadioButtonUnchecked;
    if (mark == Mark::one_on) glyph = icon::kRadioButtonChecked;
    if (mark == Mark::many_off) glyph = icon::kCheckBoxOutlineBlank;
    if (mark == Mark::many_on) glyph = icon::kCheckBox;
    desk.ui.icon(inner.cut_left(em * 1.3F, em * 0.6F), glyph, em * 1.3F, on ? p.teal : p.soft_ink);
    const float first = desk.ui.tall(label, inner.w, desk_strong(desk));
    const float second = help.empty() ? 0 : 6 + desk.ui.tall(help, inner.w, desk_soft(desk));
    const float y = inner.middle_y() - (first + second) / 2;
    desk.ui.write({inner.x, y, inner.w, first}, label, desk_strong(desk));
    if (!help.empty()) desk.ui.write({inner.x, y + first + 6, inner.w, 0}, help, desk_soft(desk));
    desk.ui.ground(before);
    return touch.pressed;
}

// ---- facts

float line_tall(const Desk& desk, float width, std::string_view label, std::string_view value, float label_width) {
    const float one = desk.ui.tall(label, label_width - 16, desk_soft(desk));
    const float two = desk.ui.tall(value, width - label_width, desk_text(desk));
    return std::max({one, two, desk.em(Type::body) * 1.2F}) + desk.em(Type::body) * 0.45F;
}

float line_fact(Desk& desk, const Rect& rect, std::string_view label, std::string_view value, const FactLook& look) {
    const float height = line_tall(desk, rect.w, label, value, look.label_width);
    const float shift = (desk.em(Type::body) - desk.em(Type::note)) / 2;
    desk.ui.write({rect.x, rect.y + shift, look.label_width - 16, 0}, label, desk_soft(desk));
    desk.ui.write({rect.x + look.label_width, rect.y, rect.w - look.label_width, 0}, value,
                  {Type::body, look.weight, desk.ui.palette().ink});
    return height;
}

float group_title(Desk& desk, const Rect& rect, std::string_view title) {
    const float em = desk.em(Type::lead);
    desk.ui.fill({rect.x, rect.y + em * 0.1F, 6, em}, desk.ui.palette().gold_line, 3);
    desk.ui.line({rect.x + 20, rect.y, rect.w - 20, em * 1.2F}, title,
                 {Type::lead, Weight::strong, desk.ui.palette().navy_deep});
    return group_title_tall(desk);
}

float group_title_tall(const Desk& desk) { return desk.em(Type::lead) * 1.75F; }

float box_full(Desk& desk, const Rect& at, std::string_view text, std::size_t characters_max) {
    if (flow::characters(text) < characters_max) return 0;
    const std::string words = desk.ui.say("field.act.full", {{"max", std::to_string(characters_max)}});
    return 6 + desk.ui.write({at.x, at.y + 6, at.w, 0}, words, {Type::note, Weight::strong, desk.ui.palette().red});
}

float remark_tall(const Desk& desk, float width, std::string_view text) {
    const float em = desk.em(Type::body);
    return desk.ui.tall(text, width - 2 * kRemarkSide - em * 1.8F, desk_text(desk)) + em * 0.95F;
}

float remark(Desk& desk, const Rect& rect, std::string_view text, Tone tone, const char* icon) {
    const float height = remark_tall(desk, rect.w, text);
    const Tint tint = soft_tint(desk.ui.palette(), tone);
    const Rect whole{rect.x, rect.y, rect.w, height};
    desk.ui.fill(whole, tint.ground, 14);
    desk.ui.frame(whole, is_high(desk) ? tint.ink : tint.rim.faded(0.55F), 2, 14);
    const Colour before = desk.ui.ground(tint.ground);
    const float em = desk.em(Type::body);
    Rect inner = whole.inset(kRemarkSide, em * 0.47F);
    const Rect mark{inner.x, inner.y, em * 1.25F, em * 1.15F};
    desk.ui.icon(mark, icon, em * 1.25F, tint.ink);
    inner.cut_left(em * 1.25F, em * 0.55F);
    desk.ui.write(inner, text, desk_text(desk));
    desk.ui.ground(before);
    return height;
}

std::string shortened(const Desk& desk, std::string_view text, float width, const Style& style) {
    if (desk.ui.wide(text, style) <= width) return std::string(text);
    const Advance step = desk.ui.advance(style);
    const float room = width - desk.ui.wide(kEllipsis, style);
    float pen = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at;
        const float wide = step(next_character(text, next));
        if (pen + wide > room) break;
        pen += wide;
        at = next;
    }
    return std::string(text.substr(0, at)) + std::string(kEllipsis);
}

std::string facts_in_lines(const Desk& desk, std::string_view facts, float width, const Style& style) {
    constexpr std::string_view kBetween = "\xE3\x80\x80\xC2\xB7\xE3\x80\x80";
    if (desk.ui.wide(facts, style) <= width) return std::string(facts);
    std::string before, line;
    for (std::size_t at = 0; at <= facts.size();) {
        const std::size_t end = std::min(facts.find(kBetween, at), facts.size());
        const std::string fact(facts.substr(at, end - at));
        const std::string longer = line.empty() ? fact : line + std::string(kBetween) + fact;
        if (line.empty() || desk.ui.wide(longer, style) <= width) {
            line = longer;
        } else {
            before += line + "\n";
            line = fact;
        }
        at = end + kBetween.size();
    }
    return before + line;
}

float facts_below(const Desk& desk, float left, float wide, std::string_view facts) {
    const Style style = desk_soft(desk);
    if (desk.ui.wide(facts, style) <= left) return 0;
    return desk.ui.tall(facts_in_lines(desk, facts, wide, style), wide, style);
}

void draw_facts_beside(Desk& desk, const Rect& left, Rect& body, std::string_view facts) {
    const Style style = desk_soft(desk);
    if (desk.ui.wide(facts, style) <= left.w) return line_cut(desk, left, facts, style);
    const std::string lines = facts_in_lines(desk, facts, body.w, style);
    desk.ui.write(body.cut_top(desk.ui.tall(lines, body.w, style), 8), lines, style);
}

void line_cut(Desk& desk, const Rect& rect, std::string_view text, const Style& style) {
    desk.ui.line(rect, shortened(desk, text, rect.w, style), style, Fit::as_is);
}

}  // namespace courtyard::screens
