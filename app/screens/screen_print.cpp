// Papers to take home, and what to do when the printer will not.
#include <algorithm>

#include "app/screens/icons.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/print_parts.hpp"

namespace courtyard::screens {
namespace {

using flow::PrintOrder;
using flow::PrintWhat;

const char* print_icon(std::string_view code) {
    if (code == "printer.paper_out") return icon::kReceiptLong;
    if (code == "printer.busy") return icon::kHourglassTop;
    if (code == "printer.unreachable") return icon::kWifiOff;
    return icon::kPrint;
}

// Codes without sentences of their own are told as a failure in general.
std::string key_of(const Scene& scene, std::string_view code) {
    std::string key = "print.trouble." + std::string(code.substr(code.find('.') + 1));
    if (!code.starts_with("printer.") || !scene.ui.knows(key + ".title")) key = "print.trouble.failed";
    return key;
}

void paper_entry(Scene& scene, Flow& flow, const PrintOrder& order, const std::string& title, const std::string& text,
                 const char* glyph, int salt) {
    Ui& ui = scene.ui;
    const auto& work = scene.session().printing;
    const bool this_one = work.order.is(order.what, order.id, order.kind);
    std::string under = text;
    if (this_one && work.printing == flow::Printing::Asked) under = ui.say("print.asked_short");
    if (this_one && work.printing == flow::Printing::Printed) under = ui.say("print.done");
    const Rect at = flow.place(entry_tall(ui, flow.column_width(), title, under));
    if (entry(ui, at, title, under, glyph, salt)) press_print(scene, order);
}

// What to do, in order: a number, a sentence.
std::vector<std::string> steps_of(const Scene& scene, const std::string& key) {
    std::vector<std::string> steps = {scene.ui.say(key + ".do")};
    if (scene.session().filing.receipt) {
        steps.push_back(scene.ui.say("print.trouble.photo"));
        steps.push_back(scene.ui.say("print.trouble.copy", {{"number", scene.session().filing.receipt->number}}));
    }
    steps.push_back(scene.ui.say("print.trouble.help"));
    return steps;
}

}  // namespace

void draw_take_home(Scene& scene) {
    Ui& ui = scene.ui;
    const Rect body = page_frame(scene, ui.say("print.take_home.title"), ui.say("print.take_home.sub"));
    const Rect page = ui.begin_roll(body, "take_home");
    Flow flow(page, ui.portrait() ? 1 : 2, 20);
    const std::string hint = ui.say("print.take_home.hint");
    notice(ui, flow.across(notice_tall(ui, page.w, hint)), hint, Tone::quiet, icon::kPrint);
    int salt = 0;
    paper_entry(scene, flow, {PrintWhat::Leaflet, {}, {}, {}}, ui.say("print.leaflet"), ui.say("print.leaflet.text"),
                icon::kMenuBook, salt++);
    if (scene.world.printer == flow::PrinterKind::Pages) {
        for (const domain::Path& path : scene.pack().form.paths) {
            if (path.kind == domain::ApplicantKind::Helper) continue;  // the same questions as one's own
            paper_entry(scene, flow, {PrintWhat::Form, "F1", path.kind, {}}, ui.say("print.form.F1"), path.title,
                        icon::kAssignment, salt++);
        }
        for (const char* id : {"F2", "F3"})
            paper_entry(scene, flow, {PrintWhat::Form, id, {}, {}}, ui.say(std::string("print.form.") + id),
                        ui.say(std::string("print.form.") + id + ".text"), icon::kDescription, salt++);
    } else {
        const std::string text = ui.say("print.form.needs_pages");
        notice(ui, flow.place(notice_tall(ui, flow.column_width(), text)), text, Tone::plain, icon::kDescription);
    }
    for (const pack::Topic& topic : scene.pack().topics)
        paper_entry(scene, flow, {PrintWhat::Topic, topic.id, {}, {}}, topic.title, ui.say("print.topic.text"),
                    icon::kArticle, salt++);
    ui.end_roll(flow.used());
}

void draw_print_trouble(Scene& scene) {
    Ui& ui = scene.ui;
    const flow::PrintWork& work = scene.session().printing;
    const std::string key = key_of(scene, work.error);
    const bool receipt = scene.session().filing.receipt.has_value();
    Rect body = page_frame(scene, ui.say("print.trouble.title"), {}, Back::none);
    const NavPress nav = nav_row(scene, body,
                                 {ui.say(receipt ? "print.trouble.to_receipt" : "nav.back"),
                                  {},
                                  ui.say("print.trouble.again"),
                                  icon::kReplay,
                                  nullptr,
                                  Tone::navy});
    if (nav.back) scene.send(flow::PressedBack{});
    if (nav.next) scene.send(flow::PressedPrintAgain{});
    const Rect page = ui.begin_roll(body, "print_trouble");
    Flow flow(page, 1, 24);
    const std::string title = ui.say(key + ".title");
    const std::string text = ui.say(receipt ? "print.trouble.receipt_is_safe" : "print.trouble.nothing_lost");
    const float side = ui.portrait() ? 180.0F : 140.0F;
    const float room = page.w - side - 40;
    const Rect head = flow.place(std::max(side, heading_tall(ui, room, title, text)) + 8);
    icon_disc(ui, {head.x, head.middle_y() - side / 2, side, side}, print_icon(work.error), Tone::help);
    const float tall = heading_tall(ui, room, title, text);
    heading(ui, {head.x + side + 40, head.middle_y() - tall / 2, room, 0}, title, text);
    const auto steps = steps_of(scene, key);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const float inner = page.w - 72 - 90;
        const float row = std::max(72.0F, ui.tall(steps[i], inner, body_text(ui))) + 48;
        const Rect at = flow.place(row);
        panel(ui, at);
        ui.disc(at.x + 36 + 34, at.middle_y(), 34, ui.palette().teal);
        ui.ground(ui.palette().teal);
        ui.line({at.x + 36, at.middle_y() - 34, 68, 68}, std::to_string(i + 1),
                {Type::lead, Weight::strong, ui.palette().on_dark, Align::centre});
        ui.ground(ui.palette().card);
        ui.write({at.x + 36 + 90, at.middle_y() - ui.tall(steps[i], inner, body_text(ui)) / 2, inner, 0}, steps[i],
                 body_text(ui));
        ui.ground(ui.palette().paper);
    }
    ui.end_roll(flow.used());
}

}  // namespace courtyard::screens
