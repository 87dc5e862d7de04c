// Two things that the steward lets the machine do: print a test, take and bring mail by stick.
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {
namespace {

// How far a chore is, in the words "steward.<name>.<state>"; of a failure the sentence of its code, where there is one.
void state_of(Scene& scene, Flow& flow, const std::string& name, const flow::ChoreWork& work) {
    Ui& ui = scene.ui;
    const std::string key = "steward." + name + ".";
    std::string text;
    Tone tone = Tone::quiet;
    const char* glyph = icon::kInfo;
    switch (work.chore) {
        case flow::Chore::NotAsked: text = ui.say(key + "ready"); break;
        case flow::Chore::Asked:
            text = ui.say(key + "asked");
            tone = Tone::navy;
            glyph = icon::kHourglassTop;
            break;
        case flow::Chore::Done:
            text = ui.say(key + "done");
            tone = Tone::go;
            glyph = icon::kCheckCircle;
            break;
        case flow::Chore::Failed:
            text = ui.say(ui.knows(key + work.code) ? key + work.code : key + "failed") + "\n" +
                   ui.say("failure.code", {{"code", work.code}});
            tone = Tone::help;
            glyph = icon::kWarning;
            break;
    }
    notice(ui, flow.across(notice_tall(ui, flow.full_width(), text)), text, tone, glyph);
}

void steps(Scene& scene, Flow& flow, const std::string& name) {
    Ui& ui = scene.ui;
    for (int n = 1; ui.knows("steward." + name + ".step" + std::to_string(n)); ++n) {
        const std::string text = std::to_string(n) + ". " + ui.say("steward." + name + ".step" + std::to_string(n));
        ui.write(flow.across(ui.tall(text, flow.full_width(), body_text(ui))), text, body_text(ui));
    }
}

}  // namespace

void draw_steward_printer(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::ChoreWork& work = scene.session().steward.printer;
    Rect body = page_frame(scene, ui.say("steward.printer.title"));
    const bool busy = work.chore == flow::Chore::Asked;
    const NavPress nav = nav_row(
        scene, body, {ui.say("nav.back"), {}, busy ? std::string{} : ui.say("steward.printer.print"), icon::kPrint});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::PressedPrinterTest{});
    const Rect page = ui.begin_roll(body, "printer");
    Flow flow(page, 1, 22);
    state_of(scene, flow, "printer", work);
    steps(scene, flow, "printer");
    ui.end_roll(flow.used());
}

void draw_steward_carry(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::ChoreWork& work = scene.session().steward.carry;
    Rect body = page_frame(scene, ui.say("steward.carry.title"));
    const bool busy = work.chore == flow::Chore::Asked;
    const NavPress nav = nav_row(scene, body,
                                 {ui.say(busy ? "steward.carry.stop" : "nav.back"),
                                  {},
                                  busy ? std::string{} : ui.say("steward.carry.again"),
                                  icon::kSync});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::OpenedCarry{});
    const Rect page = ui.begin_roll(body, "carry");
    Flow flow(page, 1, 22);
    state_of(scene, flow, "carry", work);
    steps(scene, flow, "carry");
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
