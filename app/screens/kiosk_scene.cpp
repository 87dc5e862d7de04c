#include "app/screens/kiosk_scene.hpp"

#include <fmt/format.h>
#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/listen_bar.hpp"

namespace courtyard::screens {
namespace {

constexpr std::int64_t kChinaAheadMs = 8 * 3600 * 1000;

// The four fixed buttons: a bar below where the screen is tall, a rail at the right where it is wide, because there the
// height is what pages lack.
constexpr float kBarTall = 148, kRailWide = 196, kFootnoteTall = 48;

float header_tall(const Ui& ui) { return ui.portrait() ? 184 : 132; }

void clock(Scene& scene, Rect& header) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    Rect box = header.cut_right(260, 24);
    const Ear ear = ui.hear(Ear::hushed);
    const Style time{Type::card, Weight::strong, p.on_dark, Align::right};
    const Style date{Type::note, Weight::text, p.on_dark_soft, Align::right};
    const float middle = box.middle_y();
    ui.line({box.x, middle - 56, box.w, 56}, clock_text(scene.state.now), time);
    ui.line({box.x, middle + 6, box.w, 40}, date_text(ui, domain::Date::in_china(scene.state.now)), date);
    ui.hear(ear);
}

void contrast_switch(Scene& scene, Rect& header) {
    Ui& ui = scene.ui;
    const Rect at = header.cut_right(88, 8);
    const Ear ear = ui.hear(Ear::control);
    const Touch touch = ui.touch({at.x, at.middle_y() - 44, 88, 88}, ui.say("bar.contrast"));
    ui.hear(ear);
    ui.disc(touch.rect.middle_x(), touch.rect.middle_y(), 40, Colour{0xFFFFFF26});
    ui.icon(touch.rect, icon::kContrast, 46, ui.palette().on_dark);
    if (touch.pressed) scene.send(flow::PressedContrast{});
}

Rect header_band(Scene& scene, float height) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const float top = ui.page().y;
    const Rect band{0, top, ui.page().w, height};
    ui.sweep(band, p.navy_deep, p.navy);
    ui.fill({0, top + height, ui.page().w, 6}, p.gold);
    ui.ground(p.navy);
    return band.inset(measure::kOuter, 0);
}

void seal_mark(Ui& ui, const Rect& rect) {
    const Palette& p = ui.palette();
    const float r = std::min(rect.w, rect.h) / 2;
    ui.disc(rect.middle_x(), rect.middle_y(), r, p.gold);
    ui.ring(rect.middle_x(), rect.middle_y(), r * 0.86F, 2, Colour{0xFFFFFFB0});
    ui.icon(rect, icon::kBalance, r * 1.15F, p.navy_deep);
}

std::string size_label(Scene& scene) {
    switch (scene.session().text_size) {
        case flow::TextSize::Normal: return scene.ui.say("bar.larger");
        case flow::TextSize::Large: return scene.ui.say("bar.largest");
        case flow::TextSize::Largest: return scene.ui.say("bar.normal");
    }
    return {};
}

void fixed_buttons(Scene& scene, const Rect& place) {
    Ui& ui = scene.ui;
    const Ear ear = ui.hear(Ear::control);
    const bool listens = offers_listening(scene);
    const int count = listens ? 5 : 4;
    const auto cell = [&](int which) {
        if (which >= 2 && !listens) --which;
        return ui.portrait() ? place.cell(which, 0, count, 1, 18) : place.cell(0, which, 1, count, 18);
    };
    const auto look = [](const char* glyph, Tone tone) { return ButtonLook{tone, glyph, Type::label, true}; };
    if (button(ui, cell(0), ui.say("bar.home"), look(icon::kHome, Tone::plain))) scene.send(flow::PressedHome{});
    if (button(ui, cell(1), size_label(scene), look(icon::kFormatSize, Tone::plain)))
        scene.send(flow::PressedTextSize{});
    if (listens) listen_button(scene, cell(2));
    if (button(ui, cell(3), ui.say("bar.quick_exit"), look(icon::kExitToApp, Tone::plain)))
        scene.send(flow::PressedQuickExit{});
    if (button(ui, cell(4), ui.say("bar.help"), look(icon::kSupportAgent, Tone::help))) scene.send(flow::PressedHelp{});
    ui.hear(ear);
}

// Header and fixed buttons taken off: what remains is the page's own.
Rect body_of(Scene& scene, float header) {
    Ui& ui = scene.ui;
    ui.ground(ui.palette().paper);
    Rect body = ui.page();
    body.cut_top(header + 6);
    body = Rect{body.x + measure::kOuter, body.y, body.w - 2 * measure::kOuter, body.h};
    if (ui.portrait()) {
        const Rect foot = body.cut_bottom(kFootnoteTall + 40);
        const Style small{Type::note, Weight::text, ui.palette().soft_ink, Align::centre};
        const Ear ear = ui.hear(Ear::hushed);
        ui.line({foot.x, foot.y + 8, foot.w, kFootnoteTall + 16}, ui.say("bar.footnote"), small);
        ui.hear(ear);
        fixed_buttons(scene, body.cut_bottom(kBarTall, 28));
        body.cut_top(36);
    } else {
        body.cut_bottom(28);
        body.cut_top(26);
        fixed_buttons(scene, body.cut_right(kRailWide, 36));
    }
    if (scene.session().voice.on && offers_listening(scene))
        listen_strip(scene, body.cut_bottom(kListenStripTall, ui.portrait() ? 24.0F : 18.0F));
    return body;
}

}  // namespace

Rect home_frame(Scene& scene) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const float height = ui.portrait() ? 204.0F : 150.0F;
    Rect header = header_band(scene, height);
    const Rect seal = header.cut_left(104, 28).inset(0, (height - 104) / 2);
    seal_mark(ui, seal);
    // The steward's door: nothing shows it, and nobody opens it by chance.
    constexpr float kHoldSeconds = 3;
    if (ui.touch(seal, ui.say("steward.seal")).held) {
        ui.view().wants_frame = true;
        if (ImGui::GetIO().MouseDownDuration[ImGuiMouseButton_Left] >= kHoldSeconds) scene.send(flow::HeldSeal{});
    }
    clock(scene, header);
    contrast_switch(scene, header);
    const Style title{Type::card, Weight::title, p.on_dark};
    const Style where{Type::note, Weight::text, p.on_dark_soft};
    const float middle = header.middle_y();
    const Ear ear = ui.hear(Ear::title);
    ui.line({header.x, middle - 60, header.w, 60}, ui.say("app.title"), title);
    ui.line({header.x, middle + 8, header.w, 40},
            ui.say("app.where", {{"court", scene.world.court}, {"site", scene.world.site}}), where);
    ui.hear(ear);
    return body_of(scene, height);
}

Rect page_frame(Scene& scene, std::string_view title, std::string_view subtitle, Back back) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    const float height = header_tall(ui);
    Rect header = header_band(scene, height);
    if (back == Back::offered) {
        const Rect at = header.cut_left(196, 36);
        const Ear ear = ui.hear(Ear::control);
        if (button(ui, {at.x, at.middle_y() - 48, at.w, 96}, ui.say("nav.back"), {Tone::plain, icon::kArrowBack}))
            scene.send(flow::PressedBack{});
        ui.hear(ear);
        ui.ground(p.navy);
    } else {
        seal_mark(ui, header.cut_left(92, 28).inset(0, (height - 92) / 2));
    }
    if (!ui.portrait() || back == Back::none) clock(scene, header);
    contrast_switch(scene, header);
    const Style head{Type::card, Weight::title, p.on_dark};
    const Style small{Type::note, Weight::text, p.on_dark_soft};
    const float middle = header.middle_y();
    const Ear ear = ui.hear(Ear::title);
    if (subtitle.empty()) {
        ui.line({header.x, middle - 32, header.w, 64}, title, head);
    } else {
        ui.line({header.x, middle - 52, header.w, 58}, title, head);
        ui.line({header.x, middle + 12, header.w, 40}, subtitle, small);
    }
    ui.hear(ear);
    return body_of(scene, height);
}

NavPress nav_row(Scene& scene, Rect& body, const NavLook& look) {
    Ui& ui = scene.ui;
    const float height = ui.portrait() ? 132.0F : 100.0F;
    Rect row = body.cut_bottom(height, ui.portrait() ? 28.0F : 18.0F);
    NavPress press;
    const Ear ear = ui.hear(Ear::nav);
    constexpr float kApart = 24;
    const float side = ui.portrait() ? 288.0F : 340.0F;
    const auto needs = [&](std::string_view label, Type type) {
        return label.empty() ? 0 : ui.wide(label, {type, Weight::strong, {}}) + 56 + ui.em(type) * 1.7F;
    };
    // A low row has no second line: the lesser buttons take what the words of the main one leave, so that theirs need
    // not become small.
    const auto side_wide = [&](std::string_view label, float rest) {
        return ui.portrait() ? side : std::max(side, std::min(needs(label, Type::label), row.w - kApart - rest));
    };
    const float next = needs(look.next, Type::lead);
    const float beside = look.side.empty() ? 0 : side + kApart;
    if (!look.back.empty())
        press.back = button(ui, row.cut_left(side_wide(look.back, next + beside), kApart), look.back,
                            {Tone::plain, icon::kArrowBack});
    if (!look.side.empty()) {
        const Rect at = look.next.empty() ? row : row.cut_left(side_wide(look.side, next), kApart);
        press.side = button(ui, at, look.side, {Tone::quiet, look.side_icon});
    }
    if (!look.next.empty()) {
        // Two lines of the smaller type rather than one line of the smallest.
        const bool roomy =
            ui.wide(look.next, {Type::lead, Weight::strong, {}}) <= row.w - 40 - ui.em(Type::lead) * 1.7F;
        press.next = button(ui, row, look.next, {look.next_tone, look.next_icon, roomy ? Type::lead : Type::label});
    }
    ui.hear(ear);
    return press;
}

Style body_text(const Ui& ui) { return {Type::body, Weight::text, ui.palette().ink}; }
Style soft_text(const Ui& ui) { return {Type::body, Weight::text, ui.palette().soft_ink}; }
Style strong_text(const Ui& ui, Type type) { return {type, Weight::strong, ui.palette().ink}; }

float heading_tall(const Ui& ui, float width, std::string_view title, std::string_view hint) {
    Style head = strong_text(ui, Type::title);
    head.leading = 1.3F;
    return ui.tall(title, width, head) + (hint.empty() ? 0 : 14 + ui.tall(hint, width, soft_text(ui)));
}

float heading(Ui& ui, const Rect& rect, std::string_view title, std::string_view hint) {
    Style head = strong_text(ui, Type::title);
    head.leading = 1.3F;
    head.balance = Balance::even;
    float used = ui.write({rect.x, rect.y, rect.w, 0}, title, head);
    if (!hint.empty()) {
        used += 14;
        used += ui.write({rect.x, rect.y + used, rect.w, 0}, hint, soft_text(ui));
    }
    return used;
}

float section_title(Ui& ui, const Rect& rect, std::string_view text) {
    const Style style{Type::lead, Weight::strong, ui.palette().navy};
    const float em = ui.em(Type::lead);
    ui.fill({rect.x, rect.y + em * 0.1F, 8, em * 0.95F}, ui.palette().gold_line, 4);
    return ui.write({rect.x + 26, rect.y, rect.w - 26, 0}, text, style);
}

Flow::Flow(Rect room, int columns, float gap)
    : room_(room),
      width_((room.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns)),
      gap_(gap),
      ends_(static_cast<std::size_t>(columns), room.y) {}

Rect Flow::place(float height) {
    const auto shortest = std::min_element(ends_.begin(), ends_.end());
    const auto column = static_cast<float>(shortest - ends_.begin());
    const Rect rect{room_.x + column * (width_ + gap_), *shortest, width_, height};
    *shortest += height + gap_;
    return rect;
}

void Flow::level() {
    const float end = *std::max_element(ends_.begin(), ends_.end());
    std::fill(ends_.begin(), ends_.end(), end);
}

Rect Flow::across(float height) {
    level();
    const Rect rect{room_.x, ends_.front(), room_.w, height};
    std::fill(ends_.begin(), ends_.end(), rect.bottom() + gap_);
    return rect;
}

float Flow::used() const {
    return std::max(0.0F, *std::max_element(ends_.begin(), ends_.end()) - room_.y - gap_ + kEndAir);
}

std::string clock_text(base::Instant now) {
    std::int64_t ms = (now.ms + kChinaAheadMs) % (24 * 3600 * 1000);
    if (ms < 0) ms += 24 * 3600 * 1000;
    return fmt::format("{:02}:{:02}", ms / 3'600'000, ms / 60'000 % 60);
}

std::string date_text(const Ui& ui, domain::Date date) {
    const std::string weekday = ui.say("date.weekday." + std::to_string(static_cast<int>(date.weekday()) + 1));
    return ui.say("date.day",
                  {{"month", std::to_string(date.month())}, {"day", std::to_string(date.day())}, {"weekday", weekday}});
}

std::string moment_text(const Ui& ui, base::Instant at) {
    const domain::Date date = domain::Date::in_china(at);
    return ui.say("date.moment", {{"year", std::to_string(date.year())},
                                  {"month", std::to_string(date.month())},
                                  {"day", std::to_string(date.day())},
                                  {"time", clock_text(at)}});
}

}  // namespace courtyard::screens
