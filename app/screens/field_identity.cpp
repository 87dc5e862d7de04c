// The strip that says whose application lies open.
#include <algorithm>

#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {

float identity_tall(const Desk& desk) {
    const float em = desk.em(Type::note);
    return desk.em(Type::card) * 1.1F + em * (desk.ui.portrait() ? 3.4F : 2.0F);
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
    const std::string facts = ui.say(row.from_slip ? "field.identity.from_slip" : "field.identity",
                                     {{"number", row.number},
                                      {"site", row.site},
                                      {"filed", moment_words(ui, row.filed, desk.state.now)},
                                      {"arrived", moment_words(ui, row.arrived, desk.state.now)}});
    Style soft = desk_soft(desk);
    soft.leading = 1.3F;
    ui.write({rect.x, first.bottom() + em * 0.25F, rect.w, em}, facts, soft);
}

}  // namespace courtyard::screens
