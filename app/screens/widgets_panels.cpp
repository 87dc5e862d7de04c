// What is only read: panels, hints, the step bar, facts.
#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/widgets.hpp"

namespace courtyard::screens {

void panel(Ui& ui, const Rect& rect, float radius) {
    ui.shadow(rect);
    ui.fill(rect, ui.palette().card, radius);
    if (ui.look().contrast == flow::Contrast::High) ui.frame(rect, ui.palette().ink, 3, radius);
}

namespace {

constexpr float kNoticeSide = 28;
constexpr float kNoticeIcon = 52;
constexpr float kNoticeGap = 20;

struct NoticeColours {
    Colour ground, rim, icon, ink;
};

NoticeColours colours(const Palette& p, Tone tone) {
    switch (tone) {
        case Tone::go: return {p.teal_tint, p.teal, p.teal, p.ink};
        case Tone::help: return {p.red_tint, p.red, p.red, p.ink};
        case Tone::navy: return {p.navy_tint, p.navy, p.navy, p.ink};
        case Tone::quiet: return {p.gold_tint, p.gold_line, p.gold_deep, p.ink};
        case Tone::plain: break;
    }
    return {p.ivory, p.rule, p.soft_ink, p.ink};
}

}  // namespace

float notice_tall(const Ui& ui, float width, std::string_view text, Type type) {
    const Style style{type, Weight::text, {}};
    return std::max(84.0F, ui.tall(text, width - 2 * kNoticeSide - kNoticeIcon - kNoticeGap, style) + 2 * 20);
}

float notice(Ui& ui, const Rect& rect, std::string_view text, Tone tone, const char* icon, Type type) {
    const NoticeColours c = colours(ui.palette(), tone);
    const Rect whole{rect.x, rect.y, rect.w, notice_tall(ui, rect.w, text, type)};
    ui.fill(whole, c.ground, 20);
    ui.frame(whole, c.rim, 2, 20);
    const Colour before = ui.ground(c.ground);
    Rect inner = whole.inset(kNoticeSide, 0);
    const Style style{type, Weight::text, c.ink};
    Rect icon_box = inner.cut_left(kNoticeIcon, kNoticeGap);
    const float tall = ui.tall(text, inner.w, style);
    // Beside the first line of a long text: its middle may be far below.
    const float em = ui.em(type);
    if (tall > em * 6) icon_box = {icon_box.x, inner.middle_y() - tall / 2, icon_box.w, em * 1.12F};
    ui.icon(icon_box, icon, 46, c.icon);
    const Ear ear = ui.hear(Ear::alert);
    ui.write({inner.x, inner.middle_y() - tall / 2, inner.w, tall}, text, style);
    ui.hear(ear);
    ui.ground(before);
    return whole.h;
}

void step_bar(Ui& ui, const Rect& rect, std::size_t step, std::size_t steps) {
    if (steps == 0) return;
    const float gap = steps > 12 ? 6 : 10;
    const float width = (rect.w - gap * static_cast<float>(steps - 1)) / static_cast<float>(steps);
    for (std::size_t i = 0; i < steps; ++i) {
        const Rect bar{rect.x + static_cast<float>(i) * (width + gap), rect.y, width, rect.h};
        ui.fill(bar, i < step ? ui.palette().teal : ui.palette().sand, rect.h / 2);
        if (ui.look().contrast == flow::Contrast::High) ui.frame(bar, ui.palette().ink, 2, rect.h / 2);
    }
}

float fact_tall(const Ui& ui, float width, std::string_view label, std::string_view value) {
    const Style small{Type::body, Weight::text, {}};
    const Style large{Type::lead, Weight::strong, {}};
    return ui.tall(label, width, small) + 6 + ui.tall(value, width, large) + 2 * 14;
}

void fact(Ui& ui, const Rect& rect, std::string_view label, std::string_view value) {
    const Palette& p = ui.palette();
    const Style small{Type::body, Weight::text, p.soft_ink};
    const Style large{Type::lead, Weight::strong, p.ink};
    const float first = ui.write({rect.x, rect.y + 14, rect.w, 0}, label, small);
    ui.write({rect.x, rect.y + 14 + first + 6, rect.w, 0}, value, large);
}

}  // namespace courtyard::screens
