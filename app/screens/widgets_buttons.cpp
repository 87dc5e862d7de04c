// What is pressed: buttons, cards, entries, choices.
#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/widgets.hpp"

namespace courtyard::screens {
namespace {

struct ButtonTint {
    Colour fill, ink;
};

ButtonTint tint_of(const Palette& palette, Tone tone) {
    switch (tone) {
        case Tone::plain: return {palette.card, palette.ink};
        case Tone::go: return {palette.teal, palette.on_dark};
        case Tone::quiet: return {palette.sand, palette.ink};
        case Tone::navy: return {palette.navy, palette.on_dark};
        case Tone::help: return {palette.red, palette.on_dark};
    }
    return {palette.card, palette.ink};
}

bool is_high(const Ui& ui) { return ui.look().contrast == flow::Contrast::High; }

// A card that casts a shadow and goes down under the finger. In high contrast a frame does what the shadow does
// elsewhere.
void sheet(Ui& ui, const Touch& touch, Colour colour, float radius) {
    ui.shadow(touch.rect, touch.held ? 0.45F : 1.0F);
    ui.fill(touch.rect, colour, radius);
    if (is_high(ui)) ui.frame(touch.rect, ui.palette().ink, 3, radius);
}

}  // namespace

bool button(Ui& ui, const Rect& rect, std::string_view label, const ButtonLook& look, int salt) {
    const Touch touch = ui.touch(rect, label, salt);
    const ButtonTint tint = tint_of(ui.palette(), look.tone);
    if (look.tone == Tone::quiet) {
        ui.fill(touch.rect, tint.fill, measure::kButtonRadius);
        if (is_high(ui)) ui.frame(touch.rect, ui.palette().ink, 3, measure::kButtonRadius);
    } else {
        sheet(ui, touch, tint.fill, measure::kButtonRadius);
    }
    const Colour before = ui.ground(tint.fill);
    const Style style{look.type, Weight::strong, tint.ink, Align::centre};
    const float em = ui.em(look.type);
    // A low button keeps its icon while its word need not become much smaller for it.
    const float squeeze = touch.rect.h < em * 2.7F ? 0.75F : 1.0F;
    if (look.icon && look.icon_above) {
        Rect inner = touch.rect.inset(8, 10);
        const float icon_em = std::clamp(inner.h * 0.34F, em * 1.5F, em * 2.0F);
        const float used = icon_em + em * 0.25F + em;
        inner.y += (inner.h - used) / 2;
        ui.icon({inner.x, inner.y, inner.w, icon_em}, look.icon, icon_em, tint.ink);
        ui.line({inner.x, inner.y + icon_em + em * 0.25F, inner.w, em}, label, style);
    } else if (look.icon && ui.wide(label, style) * squeeze <= touch.rect.w - 40 - em * 1.7F) {
        const float icon_em = em * 1.3F;
        const float gap = em * 0.4F;
        const float room = touch.rect.w - 40 - icon_em - gap;
        const float width = std::min(room, ui.wide(label, style));
        const float left = touch.rect.middle_x() - (icon_em + gap + width) / 2;
        ui.icon({left, touch.rect.y, icon_em, touch.rect.h}, look.icon, icon_em, tint.ink);
        Style beside = style;
        beside.align = Align::left;
        ui.line({left + icon_em + gap, touch.rect.y, room, touch.rect.h}, label, beside);
    } else if (ui.wide(label, style) > touch.rect.w - 32 && touch.rect.h >= em * 2.7F) {
        Style two = style;
        two.leading = 1.2F;
        two.balance = Balance::even;
        const float tall = ui.tall(label, touch.rect.w - 32, two);
        ui.write({touch.rect.x + 16, touch.rect.middle_y() - tall / 2, touch.rect.w - 32, tall}, label, two);
    } else {
        ui.line(touch.rect.inset(16, 0), label, style);
    }
    ui.ground(before);
    return touch.pressed;
}

void icon_disc(Ui& ui, const Rect& rect, const char* icon, Tone tone) {
    const Palette& p = ui.palette();
    Colour ground = p.navy_tint;
    Colour ink = p.navy;
    if (tone == Tone::go) ground = p.teal_tint, ink = p.teal;
    if (tone == Tone::quiet) ground = p.gold_tint, ink = p.gold_deep;
    if (tone == Tone::help) ground = p.red_tint, ink = p.red;
    const float radius = std::min(rect.w, rect.h) / 2;
    ui.disc(rect.middle_x(), rect.middle_y(), radius, ground);
    const Colour before = ui.ground(ground);
    ui.icon(rect, icon, radius * 1.12F, ink);
    ui.ground(before);
}

namespace {

// A title too wide for one line takes two rather than become small.
float card_title_tall(const Ui& ui, float width, std::string_view title) {
    const Style head{Type::card, Weight::strong, {}};
    return ui.wide(title, head) > width ? ui.tall(title, width, head) : ui.em(Type::card);
}

}  // namespace

bool card_has_room_for_icon(const Ui& ui, const Rect& rect, std::string_view title, std::string_view text) {
    const Rect inner = rect.inset(32, 28);
    const Style body{Type::body, Weight::text, {}, Align::left, Balance::even};
    const float title_em = ui.em(Type::card);
    if (inner.h >= 96 + 20 + card_title_tall(ui, inner.w, title) + 14 + ui.tall(text, inner.w, body)) return true;
    const float beside = inner.w - 110 - 26 - 52;
    return title_em + 12 + ui.tall(text, beside, body) <= inner.h &&
           ui.wide(title, {Type::card, Weight::strong, {}}) <= beside;
}

bool card(Ui& ui, const Rect& rect, std::string_view title, std::string_view text, const CardLook& look, int salt) {
    const Touch touch = ui.touch(rect, title, salt);
    const Palette& p = ui.palette();
    sheet(ui, touch, p.card, measure::kCardRadius);
    const Colour before = ui.ground(p.card);
    Rect inner = touch.rect.inset(32, 28);
    const Style head{Type::card, Weight::strong, p.ink};
    const Style body{Type::body, Weight::text, p.soft_ink, Align::left, Balance::even};
    const float title_em = ui.em(Type::card);
    const float text_tall = ui.tall(text, inner.w, body);
    const float title_tall = card_title_tall(ui, inner.w, title);
    // With room to spare the icon stands above, else at the left.
    if (look.icon && inner.h >= 96 + 20 + title_tall + 14 + text_tall) {
        const float disc = std::clamp(inner.h - title_tall - 14 - text_tall - 24, 96.0F, 124.0F);
        icon_disc(ui, {inner.x, inner.y, disc, disc}, look.icon, look.tone);
        ui.icon({inner.right() - 44, inner.y, 44, disc}, icon::kArrowForward, 38, p.soft_ink);
        const Rect at{inner.x, inner.bottom() - text_tall - 14 - title_tall, inner.w, title_tall};
        if (title_tall > title_em)
            ui.write(at, title, head);
        else
            ui.line(at, title, head);
        ui.write({inner.x, inner.bottom() - text_tall, inner.w, text_tall}, text, body);
    } else {
        // In the largest letters there is no room for the icon: the words matter more.
        if (look.icon && card_has_room_for_icon(ui, touch.rect, title, text)) {
            const float disc = std::min(110.0F, inner.h);
            icon_disc(ui, inner.cut_left(disc, 26), look.icon, look.tone);
            ui.icon(inner.cut_right(44, 8), icon::kArrowForward, 38, p.soft_ink);
        }
        const float tall = ui.tall(text, inner.w, body);
        const float wanted = card_title_tall(ui, inner.w, title);
        const bool two = wanted > title_em && wanted + 12 + tall <= touch.rect.h - 16;
        const float first = two ? wanted : title_em;
        float y = inner.middle_y() - (first + 12 + tall) / 2;
        if (two)
            ui.write({inner.x, y, inner.w, first}, title, head);
        else
            ui.line({inner.x, y, inner.w, first}, title, head);
        y += first + 12;
        ui.write({inner.x, y, inner.w, tall}, text, body);
    }
    ui.ground(before);
    return touch.pressed;
}

float loud_card_tall(const Ui& ui, float width, std::string_view text) {
    const float words = width - 88 - 186 - 100;  // beside disc and arrow
    return ui.em(Type::hero) + 18 + ui.tall(text, words, {Type::label, Weight::text, {}, Align::left, Balance::even});
}

bool loud_card(Ui& ui, const Rect& rect, std::string_view title, std::string_view text, const char* icon) {
    const Touch touch = ui.touch(rect, title);
    const Palette& p = ui.palette();
    ui.shadow(touch.rect, touch.held ? 0.5F : 1.2F);
    ui.sweep(touch.rect, p.teal_deep, p.teal_bright, measure::kCardRadius);
    ui.begin_clip(touch.rect);
    const float r = touch.rect.h;
    // Two pale discs, cut off by the card, keep the large surface from looking like a slab.
    if (!is_high(ui)) {
        ui.disc(touch.rect.right() - r * 0.35F, touch.rect.y + r * 0.05F, r * 0.85F, Colour{0xFFFFFF10});
        ui.disc(touch.rect.right() - r * 0.02F, touch.rect.bottom() + r * 0.1F, r * 0.75F, Colour{0xFFFFFF12});
    }
    ui.end_clip();
    const Colour before = ui.ground(p.teal);
    Rect inner = touch.rect.inset(44, 24);
    const float disc = std::min(150.0F, inner.h);
    // Its words matter more than its icon.
    if (ui.wide(title, {Type::hero, Weight::strong, {}}) <= inner.w - disc - 36 - 100) {
        const Rect at = inner.cut_left(disc, 36);
        ui.disc(at.middle_x(), at.middle_y(), disc / 2, Colour{0xFFFFFF30});
        ui.icon(at, icon, disc * 0.62F, p.on_dark);
    }
    const Rect arrow = inner.cut_right(80, 20);
    ui.disc(arrow.middle_x(), arrow.middle_y(), 40, p.on_dark);
    const Colour dark = ui.ground(p.on_dark);
    ui.icon(arrow, icon::kArrowForward, 38, p.teal_deep);
    ui.ground(dark);
    const Style head{Type::hero, Weight::strong, p.on_dark};
    const Style body{Type::label, Weight::text, p.on_dark, Align::left, Balance::even};
    const float title_em = ui.em(Type::hero);
    const float tall = ui.tall(text, inner.w, body);
    float y = inner.middle_y() - (title_em + 18 + tall) / 2;
    ui.line({inner.x, y, inner.w, title_em}, title, head);
    y += title_em + 18;
    ui.write({inner.x, y, inner.w, tall}, text, body);
    ui.ground(before);
    return touch.pressed;
}

float entry_tall(const Ui& ui, float width, std::string_view title, std::string_view text) {
    const float room = width - 28 * 2 - 76 - 24 - 52;
    const Style head{Type::lead, Weight::strong, {}};
    const Style body{Type::body, Weight::text, {}};
    const float gap = text.empty() ? 0 : 8;
    return std::max(112.0F, ui.tall(title, room, head) + gap + ui.tall(text, room, body) + 2 * 24);
}

bool entry(Ui& ui, const Rect& rect, std::string_view title, std::string_view text, const char* icon, int salt) {
    const Touch touch = ui.touch(rect, title, salt);
    const Palette& p = ui.palette();
    sheet(ui, touch, p.card, measure::kCardRadius);
    const Colour before = ui.ground(p.card);
    Rect inner = touch.rect.inset(28, 0);
    icon_disc(ui, inner.cut_left(76, 24), icon, Tone::navy);
    ui.icon(inner.cut_right(40, 12), icon::kChevronRight, 38, p.soft_ink);
    const Style head{Type::lead, Weight::strong, p.ink};
    const Style body{Type::body, Weight::text, p.soft_ink};
    const float gap = text.empty() ? 0 : 8;
    const float first = ui.tall(title, inner.w, head);
    const float used = first + gap + ui.tall(text, inner.w, body);
    const float y = inner.middle_y() - used / 2;
    ui.write({inner.x, y, inner.w, first}, title, head);
    ui.write({inner.x, y + first + gap, inner.w, 0}, text, body);
    ui.ground(before);
    return touch.pressed;
}

float choice_tall(const Ui& ui, float width, std::string_view label, std::string_view help) {
    const float room = width - 28 * 2 - 60 - 22;
    const Style head{Type::lead, Weight::strong, {}};
    const Style body{Type::body, Weight::text, {}};
    const float gap = help.empty() ? 0 : 6;
    return std::max(104.0F, ui.tall(label, room, head) + gap + ui.tall(help, room, body) + 2 * 22);
}

float choice_growth(float needed, float room, std::size_t count) {
    constexpr float kMost = 56;
    return count == 0 ? 0 : std::clamp((room - needed) / static_cast<float>(count), 0.0F, kMost);
}

bool choice(Ui& ui, const Rect& rect, std::string_view label, std::string_view help, Mark mark, int salt) {
    const Touch touch = ui.touch(rect, label, salt);
    const Palette& p = ui.palette();
    const bool on = mark == Mark::one_on || mark == Mark::many_on;
    const Colour ground = on ? p.teal_tint : p.card;
    ui.shadow(touch.rect, touch.held ? 0.35F : 0.8F);
    ui.fill(touch.rect, ground, measure::kButtonRadius);
    ui.frame(touch.rect, on ? p.teal : p.rule, on ? 5.0F : 2.0F, measure::kButtonRadius);
    const Colour before = ui.ground(ground);
    Rect inner = touch.rect.inset(28, 0);
    const Rect box = inner.cut_left(60, 22);
    const char* glyph = icon::kRadioButtonUnchecked;
    if (mark == Mark::one_on) glyph = icon::kCheckCircle;
    if (mark == Mark::many_off) glyph = icon::kCheckBoxOutlineBlank;
    if (mark == Mark::many_on) glyph = icon::kCheckBox;
    ui.icon(box, glyph, 56, on ? p.teal : p.soft_ink);
    const Style head{Type::lead, Weight::strong, p.ink};
    const Style body{Type::body, Weight::text, p.soft_ink};
    const float gap = help.empty() ? 0 : 6;
    const float first = ui.tall(label, inner.w, head);
    const float y = inner.middle_y() - (first + gap + ui.tall(help, inner.w, body)) / 2;
    ui.write({inner.x, y, inner.w, first}, label, head);
    ui.write({inner.x, y + first + gap, inner.w, 0}, help, body);
    ui.ground(before);
    return touch.pressed;
}

}  // namespace courtyard::screens
