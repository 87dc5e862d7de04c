// The strip that says whose application lies open.
#include <algorithm>

#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

// How the person may be reached without harm: before anything else that an officer does.
std::string safe_contact(const Desk& desk) {
    const domain::Field* field = desk.pack().form.field("F1.11");
    const std::string_view value = desk.state.sheet->application.text("F1.11");
    if (!field || value.empty()) return {};
    const domain::Option* option = field->option(value);
    return desk.ui.say("field.safe_contact", {{"how", option ? option->say : std::string(value)}});
}

}  // namespace

float identity_tall(const Desk& desk) {
    const float em = desk.em(Type::note);
    const float contact = desk.ui.portrait() && !safe_contact(desk).empty() ? em * 2.0F : 0;
    return desk.em(Type::card) * 1.2F + em * 1.9F + contact;
}

void draw_identity(Desk& desk, const Rect& rect) {
    const flow::InboxRow& row = desk.state.sheet->row;
    Ui& ui = desk.ui;
    const float em = desk.em(Type::note);
    const float name_em = desk.em(Type::card);
    Rect first{rect.x, rect.y, rect.w, name_em * 1.2F};
    const std::string status = status_label(ui, row.status);
    const ChipLook look = [&] {
        ChipLook of_status = status_look(row.status);
        of_status.type = Type::body;
        return of_status;
    }();
    const float wide = chip_wide(desk, status, look);
    chip(desk, first.right() - wide, first.middle_y(), status, look);
    first.cut_right(wide, 20);
    const ChipLook urgent{icon::kWarning, Tone::help, Type::body};
    const std::string urgent_word = ui.say("field.urgent");
    const float urgent_wide = row.urgent ? chip_wide(desk, urgent_word, urgent) + 18 : 0;
    const Style name{Type::card, Weight::strong, ui.palette().ink};
    const float used = std::min(ui.wide(row.name, name), first.w - urgent_wide);
    line_cut(desk, {first.x, first.y, used + 1, first.h}, row.name, name);
    if (row.urgent) chip(desk, first.x + used + 18, first.middle_y(), urgent_word, urgent);
    const std::string facts =
        ui.say(row.from_slip ? "field.identity.from_slip" : "field.identity",
               {{"number", row.number}, {"site", row.site}, {"filed", moment_words(ui, row.filed, desk.state.now)}});
    Rect second{rect.x, first.bottom() + em * 0.1F, rect.w, em * 1.6F};
    const std::string contact = safe_contact(desk);
    if (!contact.empty()) {
        const ChipLook call{icon::kCall, Tone::help, Type::note};
        const float call_wide = chip_wide(desk, contact, call);
        if (ui.portrait()) {
            chip(desk, rect.x, second.bottom() + em * 0.95F, contact, call);
        } else {
            chip(desk, second.right() - call_wide, second.middle_y(), contact, call);
            second.cut_right(call_wide, 20);
        }
    }
    line_cut(desk, second, facts, desk_soft(desk));
}

}  // namespace courtyard::screens
