// Other help: what fits first and why, then what may be asked about, too; one door with who, where and what to bring.
#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/why_words.hpp"

namespace courtyard::screens {
namespace {

// The one question about the home: as many small choices as there are needs, two or three beside each other.
void needs_part(Scene& scene, Flow& flow) {
    Ui& ui = scene.ui;
    const domain::DoorCatalogue& catalogue = scene.pack().doors;
    if (catalogue.needs.empty()) return;
    const float width = flow.full_width();
    heading(ui, flow.across(heading_tall(ui, width, catalogue.ask, catalogue.hint)), catalogue.ask, catalogue.hint);
    const int columns = ui.look().text_size == flow::TextSize::Largest || ui.portrait() ? (ui.portrait() ? 2 : 3) : 4;
    const auto count = static_cast<int>(catalogue.needs.size());
    const float column = (width - 16 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float tall = 0;
    for (const domain::DoorNeed& need : catalogue.needs)
        tall = std::max(tall, choice_tall(ui, column, need.say));
    const int rows = (count + columns - 1) / columns;
    const Rect grid = flow.across(static_cast<float>(rows) * tall + 16 * static_cast<float>(rows - 1));
    for (int i = 0; i < count; ++i) {
        const domain::DoorNeed& need = catalogue.needs[static_cast<std::size_t>(i)];
        const bool on = scene.session().screening.needs.count(need.value) != 0;
        if (choice(ui, grid.cell(i % columns, i / columns, columns, rows, 16), need.say, {},
                   on ? Mark::many_on : Mark::many_off, i))
            scene.send(flow::ToggledNeed{need.value});
    }
}

void group(Scene& scene, Flow& flow, std::string_view title, const std::vector<domain::OpenDoor>& doors, bool fitting) {
    Ui& ui = scene.ui;
    bool titled = false;
    for (const domain::OpenDoor& open : doors) {
        if (open.fits() != fitting) continue;
        if (!titled) {
            titled = true;
            flow.level();
            section_title(ui, flow.across(ui.em(Type::lead) * 1.12F), title);
        }
        const std::string text = fitting ? because_words(ui, open) : open.door->who;
        const Rect at = flow.place(entry_tall(ui, flow.column_width(), open.door->title, text));
        if (entry(ui, at, open.door->title, text, fitting ? icon::kThumbUp : icon::kSignpost))
            scene.send(flow::OpenedDoor{open.door->id});
    }
}

// A sheet of facts: label, and one or several lines under it.
struct Sheet {
    Ui& ui;
    Rect at;
    bool draws = false;
    float y = 0;

    void fact_of(std::string_view label, const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        if (draws) ui.fill({at.x, y, at.w, 2}, ui.palette().rule);
        y += 18;
        y += put(label, soft_text(ui)) + 8;
        for (const std::string& line : lines) {
            const float indent = lines.size() > 1 ? 34 : 0;
            if (draws && indent > 0) ui.disc(at.x + 10, y + ui.em(Type::body) * 0.56F, 7, ui.palette().gold_line);
            at.x += indent;
            at.w -= indent;
            y += put(line, strong_text(ui, Type::body)) + 10;
            at.x -= indent;
            at.w += indent;
        }
        y += 8;
    }
    float put(std::string_view text, const Style& style) {
        return draws ? ui.write({at.x, y, at.w, 0}, text, style) : ui.tall(text, at.w, style);
    }
};

void door_sheet(Scene& scene, Sheet& sheet, const domain::Door& door, const domain::OpenDoor* open) {
    Ui& ui = scene.ui;
    Style say = body_text(ui);
    say.type = Type::lead;
    sheet.y += sheet.put(door.say, say) + 26;
    if (open && open->fits()) sheet.fact_of(ui.say("door.because"), {because_words(ui, *open)});
    sheet.fact_of(ui.say("door.who"), {door.who});
    sheet.fact_of(ui.say("door.where"), {door.where});
    if (const pack::Contact* contact = scene.pack().contact(door.contact))
        sheet.fact_of(ui.say("door.call", {{"name", contact->name}}), {contact->number});
    sheet.fact_of(ui.say("door.bring"), door.bring);
    sheet.fact_of(ui.say("door.source"), door.sources);
}

}  // namespace

void draw_doors(Scene& scene) {
    Ui& ui = scene.ui;
    Rect body = page_frame(scene, ui.say("doors.title"), ui.say("doors.sub"));
    const NavPress nav = nav_row(scene, body,
                                 {ui.say("nav.back"), ui.say("result.take_home"), ui.say("door.apply"),
                                  icon::kArrowForward, icon::kDescription});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) scene.send(flow::OpenedWhySlip{});
    if (nav.next) scene.send(flow::OpenedApplication{});
    const std::vector<domain::OpenDoor> doors = doors_of(scene);
    const Rect page = ui.begin_roll(body, "doors");
    Flow flow(page, ui.portrait() ? 1 : 2, 20);
    group(scene, flow, ui.say("doors.fit"), doors, true);
    flow.level();
    needs_part(scene, flow);
    group(scene, flow, ui.say("doors.others"), doors, false);
    const std::string hint = ui.say("doors.hint");
    flow.level();
    notice(ui, flow.across(notice_tall(ui, page.w, hint)), hint, Tone::quiet, icon::kInfo);
    ui.end_roll(flow.used());
}

void draw_door(Scene& scene) {
    Ui& ui = scene.ui;
    const domain::Door* door = scene.pack().doors.door(scene.session().place.id);
    if (!door) return;
    const std::vector<domain::OpenDoor> doors = doors_of(scene);
    const auto open =
        std::find_if(doors.begin(), doors.end(), [&](const domain::OpenDoor& each) { return each.door == door; });
    const domain::OpenDoor* fit = open == doors.end() ? nullptr : &*open;
    Rect body = page_frame(scene, door->title, ui.say("doors.title"));
    const NavPress nav = nav_row(scene, body,
                                 {ui.say("nav.back"), ui.say("result.take_home"), ui.say("door.apply"),
                                  icon::kArrowForward, icon::kDescription});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.side) scene.send(flow::OpenedWhySlip{});
    if (nav.next) scene.send(flow::OpenedApplication{});
    const Rect page = ui.begin_roll(body, "door");
    const Rect inner{page.x + 48, page.y + 40, page.w - 96, 0};
    Sheet measured{ui, inner, false, inner.y};
    door_sheet(scene, measured, *door, fit);
    const float tall = measured.y + 24 - page.y;
    panel(ui, {page.x, page.y, page.w, tall});
    ui.ground(ui.palette().card);
    Sheet drawn{ui, inner, true, inner.y};
    door_sheet(scene, drawn, *door, fit);
    ui.ground(ui.palette().paper);
    ui.end_roll(tall + 12);
}

}  // namespace courtyard::screens
