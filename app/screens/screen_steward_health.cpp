// Whether the machine is well: one line for each part, a word and an icon, and what to do.
#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"

namespace courtyard::screens {
namespace {

const char* icon_of(flow::HealthItem item) {
    switch (item) {
        case flow::HealthItem::Disk: return icon::kStorage;
        case flow::HealthItem::Clock: return icon::kSchedule;
        case flow::HealthItem::Store: return icon::kInventory2;
        case flow::HealthItem::Pack: return icon::kArticle;
        case flow::HealthItem::Contact: return icon::kAccountBalance;
        case flow::HealthItem::Mail: return icon::kCloudUpload;
        case flow::HealthItem::Printer: return icon::kPrint;
        case flow::HealthItem::Camera: return icon::kPhotoCamera;
        case flow::HealthItem::Sound: return icon::kVolumeUp;
    }
    return icon::kInfo;
}

}  // namespace

void draw_steward_health(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::StewardWork& work = scene.session().steward;
    Rect body = page_frame(scene, ui.say("steward.health.title"), ui.say("steward.health.text"));
    const NavPress nav = nav_row(scene, body, {ui.say("nav.back"), {}, ui.say("steward.again"), icon::kSync});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::OpenedHealth{});
    const Rect page = ui.begin_roll(body, "health");
    Flow flow(page, ui.portrait() ? 1 : 2, 16);
    if (work.health.empty()) {
        const std::string text = ui.say("steward.looking");
        notice(ui, flow.place(notice_tall(ui, flow.column_width(), text)), text, Tone::navy, icon::kHourglassTop);
    }
    for (const flow::HealthLine& line : work.health) {
        const std::string key = "steward.health." + std::string(flow::name_of(line.item));
        const std::string text = ui.say(key) + "\n" + ui.say(key + "." + line.says, {{"about", line.about}});
        notice(ui, flow.place(notice_tall(ui, flow.column_width(), text)), text, line.well ? Tone::go : Tone::help,
               line.well ? icon_of(line.item) : icon::kWarning);
    }
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
