// The steward's door: a PIN, and how long to wait after a wrong one.
#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {
namespace {

// One dot for each digit that was typed, rings for those that are still missing; never a digit.
void dots(Ui& ui, const Rect& at, std::size_t typed) {
    const Palette& p = ui.palette();
    const std::size_t all = std::max(typed, flow::kPinDigitsMin);
    const float step = std::min(72.0F, at.w / static_cast<float>(all));
    float x = at.x + step / 2;
    for (std::size_t i = 0; i < all; ++i, x += step) {
        if (i < typed)
            ui.disc(x, at.middle_y(), 20, p.navy);
        else
            ui.ring(x, at.middle_y(), 18, 4, p.soft_ink);
    }
}

std::string wait_words(const Ui& ui, std::int64_t ms) {
    const std::int64_t seconds = (ms + 999) / 1000;
    if (seconds < 60) return ui.say("steward.wait_seconds", {{"n", std::to_string(seconds)}});
    return ui.say("steward.wait_minutes", {{"n", std::to_string((seconds + 59) / 60)}});
}

}  // namespace

void draw_steward_door(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::StewardWork& work = scene.session().steward;
    const std::int64_t wait = work.closed_until - scene.state.now;
    const bool may_send = wait <= 0 && work.knock != flow::Knock::Asked && work.pin.size() >= flow::kPinDigitsMin;
    Rect body = page_frame(scene, ui.say("steward.title"), ui.say("steward.sub"));
    const NavPress nav = nav_row(
        scene, body,
        {ui.say("nav.back"), {}, may_send ? ui.say("steward.open") : std::string{}, icon::kLock, nullptr, Tone::navy});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::SentPin{});
    Rect pad = ui.portrait() ? body.cut_bottom(4 * 108.0F, 28) : body.cut_right(body.w * 0.5F, 48);
    if (work.knock != flow::Knock::NoPin) {
        const KeyPress press = number_pad(ui, pad, Pad::number);
        if (press.kind == KeyPress::Kind::erase) scene.send(flow::ErasedPin{});
        if (press.kind == KeyPress::Kind::text)
            for (const char digit : press.text)
                scene.send(flow::TypedPin{digit});
    }
    const Rect page = ui.begin_roll(body, "steward");
    Flow flow(page, 1, 28);
    const std::string ask = ui.say("steward.ask");
    const std::string hint = ui.say("steward.hint");
    heading(ui, flow.place(heading_tall(ui, page.w, ask, hint)), ask, hint);
    dots(ui, flow.place(72), work.pin.size());
    const auto tell = [&](const std::string& text, Tone tone, const char* glyph) {
        notice(ui, flow.place(notice_tall(ui, page.w, text)), text, tone, glyph);
    };
    if (work.knock == flow::Knock::NoPin) tell(ui.say("steward.no_pin"), Tone::quiet, icon::kInfo);
    if (work.knock == flow::Knock::Refused) tell(ui.say("steward.refused"), Tone::help, icon::kStorage);
    if (work.knock == flow::Knock::Asked) tell(ui.say("steward.asked"), Tone::navy, icon::kHourglassTop);
    if (work.knock == flow::Knock::Wrong)
        tell(ui.say("steward.wrong") + (wait > 0 ? wait_words(ui, wait) : std::string{}), Tone::help, icon::kLock);
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
