#include "app/screens/public_view.hpp"

#include <algorithm>

#include "app/domain/date.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_scene.hpp"
#include "app/screens/widgets.hpp"

namespace courtyard::screens {
namespace {

const pack::Topic* topic_now(const pack::Pack& pack, base::Instant now) {
    if (pack.topics.empty()) return nullptr;
    const auto count = static_cast<std::int64_t>(pack.topics.size());
    const std::int64_t turn = now.ms / kPublicTopicMs;
    return &pack.topics[static_cast<std::size_t>(((turn % count) + count) % count)];
}

Rect header(Ui& ui, const std::string& court, const std::string& site, base::Instant now) {
    const Palette& p = ui.palette();
    const float tall = ui.portrait() ? 184 : 132;
    ui.sweep({0, 0, ui.page().w, tall}, p.navy_deep, p.navy);
    ui.fill({0, tall, ui.page().w, 6}, p.gold);
    ui.ground(p.navy);
    Rect band = Rect{0, 0, ui.page().w, tall}.inset(measure::kOuter, 0);
    const Rect clock = band.cut_right(260, 24);
    ui.line(clock, clock_text(now), {Type::card, Weight::strong, p.on_dark, Align::right});
    const float middle = band.middle_y();
    ui.line({band.x, middle - 50, band.w, 56}, ui.say("app.title"), {Type::card, Weight::title, p.on_dark});
    ui.line({band.x, middle + 14, band.w, 40}, ui.say("app.where", {{"court", court}, {"site", site}}),
            {Type::note, Weight::text, p.on_dark_soft});
    ui.ground(p.paper);
    return {0, tall + 6, ui.page().w, ui.page().h - tall - 6};
}

void step_panel(Ui& ui, const PublicState& state, const Rect& at) {
    const Palette& p = ui.palette();
    panel(ui, at);
    ui.ground(p.card);
    const Rect room = at.inset(48, 34);
    const std::string words =
        ui.say("public.step", {{"step", std::to_string(state.step)}, {"steps", std::to_string(state.steps)}});
    ui.line({room.x, room.y, room.w, ui.em(Type::hero)}, words, {Type::hero, Weight::strong, p.ink, Align::centre});
    step_bar(ui, {room.x, room.y + ui.em(Type::hero) + 26, room.w, 16}, state.step, state.steps);
    ui.line({room.x, room.bottom() - ui.em(Type::lead), room.w, ui.em(Type::lead)}, ui.say("public.privacy"),
            {Type::lead, Weight::text, p.soft_ink, Align::centre});
    ui.ground(p.paper);
}

}  // namespace

void draw_public(const PublicState& state, const pack::Pack& pack, const std::string& court, const std::string& site,
                 View& view) {
    Ui ui(view, {TextSize::Large, flow::Contrast::Calm, Density::kiosk}, "public");
    const Palette& p = ui.palette();
    Rect body = header(ui, court, site, state.now).inset(ui.portrait() ? 64.0F : 110.0F, 48);
    if (state.step > 0) step_panel(ui, state, body.cut_bottom(ui.em(Type::hero) + ui.em(Type::lead) + 150, 40));
    const pack::Topic* topic = topic_now(pack, state.now);
    if (topic == nullptr) return;
    body.cut_top(ui.write(body, topic->title, {Type::code, Weight::strong, p.ink}), 34);
    // Whole paragraphs only, as many as there is room for.
    const Style text{Type::card, Weight::text, p.ink, Align::left, Balance::ragged, 1.5F};
    for (const std::string& paragraph : topic->body) {
        const float tall = ui.tall(paragraph, body.w, text);
        if (tall > body.h) break;
        body.cut_top(ui.write(body, paragraph, text), 30);
    }
}

}  // namespace courtyard::screens
