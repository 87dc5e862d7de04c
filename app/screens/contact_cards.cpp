#include "app/screens/contact_cards.hpp"

#include <algorithm>

#include "app/screens/icons.hpp"

namespace courtyard::screens {

void contact_cards(Scene& scene, Flow& flow, std::initializer_list<std::string_view> ids) {
    Ui& ui = scene.ui;
    for (const std::string_view id : ids) {
        const pack::Contact* contact = scene.pack().contact(id);
        if (!contact) continue;
        const Style number{Type::title, Weight::strong, ui.palette().red};
        const float room = flow.column_width() - 64 - 100;
        Style name = strong_text(ui);
        name.balance = Balance::even;  // a long one takes two lines
        const float name_tall = std::max(ui.em(Type::lead), ui.tall(contact->name, room, name));
        const float tall = std::max(
            150.0F, 28 + name_tall + 12 + ui.em(Type::title) + 12 + ui.tall(contact->say, room, soft_text(ui)) + 24);
        const Rect at = flow.place(tall);
        panel(ui, at);
        ui.ground(ui.palette().card);
        Rect inner = at.inset(32, 24);
        icon_disc(ui, inner.cut_left(76, 24), icon::kCall, Tone::help);
        ui.write({inner.x, inner.y, inner.w, name_tall}, contact->name, name);
        ui.line({inner.x, inner.y + name_tall + 10, inner.w, ui.em(Type::title)}, contact->number, number);
        ui.write({inner.x, inner.y + name_tall + ui.em(Type::title) + 22, inner.w, 0}, contact->say, soft_text(ui));
        ui.ground(ui.palette().paper);
    }
}

}  // namespace courtyard::screens
