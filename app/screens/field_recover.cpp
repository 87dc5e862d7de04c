// An application comes back from its slip: its symbols before the camera or under a scanner, in any order.
#include <algorithm>

#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {

namespace {

// A scanner that types: there is no field on this page, so whatever comes as fast as a burst is a symbol.
void hear_scanner(Desk& desk) {
    ImGuiIO& io = ImGui::GetIO();
    std::u32string typed;
    for (ImWchar& c : io.InputQueueCharacters) {
        if (c >= 0x20 && c != 0x7F) typed.push_back(static_cast<char32_t>(c));
        c = 0;
    }
    io.InputQueueCharacters.resize(0);
    const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
    if (const auto code = desk.ui.view().wedge.hear(typed, enter, ImGui::GetTime()))
        desk.send(flow::desk::ScannedSymbol{*code});
}

}  // namespace

void draw_desk_recover(Desk& desk) {
    hear_scanner(desk);
    if (desk.key(ImGuiKey_Escape)) desk.send(flow::desk::PressedBack{});
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    using Outcome = flow::DeskRecovery::Outcome;
    const flow::DeskRecovery& recovery = desk.state.recovery;
    Rect body =
        desk_frame(desk, {ui.say("field.recover.title"), desk.state.court, ui.say("field.recover.keys")}).inset(36, 18);
    const float tall = desk_button_tall(desk);
    const std::string back = ui.say("field.back");
    Rect top = body.cut_top(tall, 18);
    const Rect back_at = top.cut_left(desk_button_wide(desk, back, icon::kArrowBack), 26);
    if (desk_button(desk, back_at, back, {Tone::plain, icon::kArrowBack, Type::body, false}))
        desk.send(flow::desk::PressedBack{});
    Rect words = ui.portrait() ? body.cut_top(body.h * 0.45F, 18) : body.cut_left(body.w * 0.45F, 24);
    words = desk_card(desk, words);
    float y = words.y;
    const auto say = [&](const std::string& text, Tone tone, const char* glyph) {
        y += remark(desk, {words.x, y, words.w, 0}, text, tone, glyph) + 16;
    };
    y += ui.write({words.x, y, words.w, 0}, ui.say("field.recover.how"), desk_text(desk)) + 18;
    const flow::ScanWork& scan = recovery.scan;
    if (!scan.word.empty() && recovery.outcome == Outcome::None)
        say(ui.say(scan.word, {{"k", std::to_string(scan.last)},
                               {"n", std::to_string(scan.total)},
                               {"got", std::to_string(scan.parts.size())}}),
            scan.total > 0 ? Tone::go : Tone::quiet, scan.total > 0 ? icon::kCheckCircle : icon::kInfo);
    if (recovery.looking == flow::Looking::Failed)
        say(problem_words(ui, recovery.camera_problem), Tone::quiet, icon::kPhotoCamera);
    switch (recovery.outcome) {
        case Outcome::None: break;
        case Outcome::Asked: say(ui.say("field.recover.asked"), Tone::quiet, icon::kHourglassTop); break;
        case Outcome::Recovered: say(ui.say("field.recover.done"), Tone::go, icon::kCheckCircle); break;
        case Outcome::Known: say(ui.say("field.recover.known"), Tone::go, icon::kCheckCircle); break;
        case Outcome::Failed: say(problem_words(ui, recovery.problem), Tone::help, icon::kWarning); break;
    }
    const bool done = recovery.outcome == Outcome::Recovered || recovery.outcome == Outcome::Known;
    if (done) say(ui.say("field.recover.pictures"), Tone::quiet, icon::kPhotoCamera);
    if (done && recovery.id && recovery.opened) {
        const std::string open = ui.say("field.recover.open");
        if (desk_button(desk, {words.x, y, desk_button_wide(desk, open, icon::kDescription), tall}, open,
                        {Tone::go, icon::kDescription, Type::body, false}))
            desk.send(flow::desk::PressedRow{*recovery.id});
    } else if (recovery.outcome == Outcome::Failed || recovery.looking == flow::Looking::Failed) {
        const std::string again = ui.say("field.recover.again");
        if (desk_button(desk, {words.x, y, desk_button_wide(desk, again, icon::kReplay), tall}, again,
                        {Tone::plain, icon::kReplay, Type::body, false}))
            desk.send(flow::desk::RetriedLook{});
    }
    ui.ground(p.paper);
    if (recovery.live) {
        const Rect at = fitted(body, recovery.live->width, recovery.live->height);
        ui.picture(at, recovery.live);
        ui.frame(at, p.navy, 3);
    } else {
        ui.fill(body, p.sand, 18);
        const Colour before = ui.ground(p.sand);
        ui.icon(body, icon::kPhotoCamera, 90, p.ink);
        ui.ground(before);
    }
}

}  // namespace courtyard::screens
