#include "app/screens/print_parts.hpp"

#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

// Of this paper; of another one that is being printed only Asked.
flow::Printing state_of(const Scene& scene, const flow::PrintOrder& order) {
    const flow::PrintWork& work = scene.session().printing;
    return work.order.is(order.what, order.id, order.kind) ? work.printing : flow::Printing::NotAsked;
}

}  // namespace

bool can_print(const Scene& scene) { return scene.world.printer != flow::PrinterKind::None; }

std::string print_label(const Scene& scene, const flow::PrintOrder& order, std::string_view label_key) {
    switch (state_of(scene, order)) {
        case flow::Printing::Asked: return scene.ui.say("print.asked_short");
        case flow::Printing::Printed: return scene.ui.say("print.once_more");
        default: return scene.ui.say(label_key);
    }
}

void press_print(Scene& scene, const flow::PrintOrder& order) { scene.send(flow::PressedPrint{order}); }

void print_row(Scene& scene, Flow& flow, const flow::PrintOrder& order, std::string_view label_key) {
    if (!can_print(scene)) return;
    Ui& ui = scene.ui;
    const flow::Printing state = state_of(scene, order);
    const float width = flow.column_width();
    if (state == flow::Printing::Asked) {
        const std::string text = ui.say("print.asked");
        notice(ui, flow.place(notice_tall(ui, width, text)), text, Tone::navy, icon::kHourglassTop);
        return;
    }
    if (state == flow::Printing::Printed) {
        const std::string text = ui.say("print.done");
        notice(ui, flow.place(notice_tall(ui, width, text)), text, Tone::go, icon::kCheck);
    }
    if (button(ui, flow.place(104), print_label(scene, order, label_key), {Tone::navy, icon::kPrint}))
        press_print(scene, order);
}

}  // namespace courtyard::screens
