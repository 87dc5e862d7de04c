// A face for each trouble of the machine: what it is, what it means for the person who stands there, and what to do
// next.
#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {
namespace {

const char* icon_of(flow::Trouble trouble) {
    switch (trouble) {
        case flow::Trouble::None: return icon::kCheckCircle;
        case flow::Trouble::DiskFull: return icon::kInventory2;
        case flow::Trouble::DiskReadOnly: return icon::kLock;
        case flow::Trouble::StoreDamaged: return icon::kSdCardAlert;
        case flow::Trouble::PackBad: return icon::kMenuBook;
        case flow::Trouble::PackUnsigned: return icon::kSecurity;
        case flow::Trouble::PackOld: return icon::kCalendarToday;
        case flow::Trouble::UpdateNeeded: return icon::kSync;
        case flow::Trouble::ClockWrong: return icon::kSchedule;
        case flow::Trouble::KeepsFailing: return icon::kHourglassTop;
    }
    return icon::kWarning;
}

// What to do next, one thing a line, numbered as one would count on fingers.
void next_steps(Scene& scene, Flow& flow, const std::string& key) {
    Ui& ui = scene.ui;
    const Palette& p = ui.palette();
    std::vector<std::string> texts;
    for (int n = 1; ui.knows(key + ".step" + std::to_string(n)); ++n)
        texts.push_back(ui.say(key + ".step" + std::to_string(n)));
    if (texts.empty()) return;
    const float inner = flow.full_width() - 72 - 76;
    float tall = 32;
    for (const std::string& text : texts)
        tall += std::max(56.0F, ui.tall(text, inner, body_text(ui))) + 20;
    const Rect at = flow.across(tall + 12);
    panel(ui, at);
    const Colour before = ui.ground(p.card);
    float y = at.y + 32;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const float line = std::max(56.0F, ui.tall(texts[i], inner, body_text(ui)));
        ui.disc(at.x + 36 + 28, y + 28, 28, p.teal);
        ui.ground(p.teal);
        ui.line({at.x + 36, y, 56, 56}, std::to_string(i + 1), {Type::body, Weight::strong, p.on_dark, Align::centre});
        ui.ground(p.card);
        ui.write({at.x + 36 + 76, y + (line - ui.tall(texts[i], inner, body_text(ui))) / 2, inner, 0}, texts[i],
                 body_text(ui));
        y += line + 20;
    }
    ui.ground(before);
}

void face(Scene& scene, const Rect& body) {
    Ui& ui = scene.ui;
    const flow::Machine& machine = scene.state.machine;
    const std::string key = "failure." + std::string(flow::name_of(machine.trouble));
    const Rect page = ui.begin_roll(body, "failure");
    const float wide = std::min(page.w, 1300.0F);
    const Rect column{page.middle_x() - wide / 2, page.y, wide, page.h};
    Flow flow(column, 1, 26);
    const float side = ui.portrait() ? 200.0F : 132.0F;
    const Style head{Type::title, Weight::strong, ui.palette().ink, Align::centre, Balance::even, 1.35F};
    const Style soft{Type::lead, Weight::text, ui.palette().soft_ink, Align::centre, Balance::even, 1.45F};
    const Rect mark = flow.across(side);
    icon_disc(ui, {mark.middle_x() - side / 2, mark.y, side, side}, icon_of(machine.trouble), Tone::quiet);
    for (const auto& [text, style] : {std::pair(ui.say(key + ".title"), head), std::pair(ui.say(key + ".text"), soft)})
        ui.write(flow.across(ui.tall(text, wide, style)), text, style);
    next_steps(scene, flow, key);
    if (!machine.trouble_code.empty()) {
        const Style small{Type::note, Weight::text, ui.palette().soft_ink, Align::centre};
        const std::string code = ui.say("failure.code", {{"code", machine.trouble_code}});
        ui.write(flow.across(ui.tall(code, wide, small)), code, small);
    }
    ui.end_roll(flow.used());
}

}  // namespace

void draw_failure(Scene& scene) {
    Ui& ui = scene.ui;
    if (scene.world.pack == nullptr || flow::closes_everything(scene.state.machine.trouble)) {
        // No content that could be believed, so no header and no buttons: only what to do and whom to ask.
        const Rect page = ui.page();
        ui.ground(ui.palette().paper);
        face(scene, ui.portrait() ? page.inset(84, 160) : page.inset(140, 70));
        return;
    }
    Rect body = page_frame(scene, ui.say("failure.title"));
    const NavPress nav = nav_row(
        scene, body, {ui.say("nav.back"), {}, ui.say("failure.help"), icon::kSupportAgent, nullptr, Tone::navy});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::PressedHelp{});
    face(scene, body);
}

}  // namespace courtyard::screens
