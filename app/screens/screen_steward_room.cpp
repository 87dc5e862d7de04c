// Behind the steward's door: what can be done, and whom to call. No name, no number of applications, no time of use.
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {

void draw_steward_room(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("steward.room"), ui.say("steward.room_sub"));
    const NavPress nav = nav_row(scene, body, {{}, {}, ui.say("steward.leave"), icon::kExitToApp, nullptr, Tone::navy});
    if (nav.next) scene.send(flow::PressedBack{});
    struct Thing {
        const char* key;
        const char* glyph;
        flow::Event event;
    };
    const Thing things[] = {{"steward.health", icon::kFactCheck, flow::OpenedHealth{}},
                            {"steward.printer", icon::kPrint, flow::OpenedPrinterTest{}},
                            {"steward.carry", icon::kInventory2, flow::OpenedCarry{}},
                            {"steward.practice", icon::kSchool, flow::StartedPractice{}}};
    const Rect page = ui.begin_roll(body, "room");
    Flow flow(page, ui.portrait() ? 1 : 2, 20);
    for (const Thing& thing : things) {
        const std::string title = ui.say(std::string(thing.key) + ".title");
        const std::string text = ui.say(std::string(thing.key) + ".text");
        if (entry(ui, flow.place(entry_tall(ui, flow.column_width(), title, text)), title, text, thing.glyph))
            scene.send(thing.event);
    }
    std::string whom = ui.say("steward.whom");
    for (const pack::Contact& contact : scene.pack().contacts)
        whom += "\n" + contact.name + (contact.number.empty() ? "" : "  " + contact.number);
    notice(ui, flow.across(notice_tall(ui, flow.full_width(), whom)), whom, Tone::quiet, icon::kCall);
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
