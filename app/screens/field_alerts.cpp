#include "app/screens/field_alerts.hpp"

#include <algorithm>

#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

// The list must stay in sight; the others come up as these are looked after.
constexpr std::size_t kShownMax = 2;
constexpr float kListLeast = 15;  // of letters: search, some rows, the button under them

std::string words_of(const Desk& desk, const flow::AlertRow& alert) {
    const Ui& ui = desk.ui;
    const std::string part = "field.alert.part." + alert.part;
    std::string words =
        ui.say("field.alert.said",
               {{"site", alert.site}, {"day", alert.day}, {"part", ui.knows(part) ? ui.say(part) : alert.part}});
    words += alert.contact.empty() ? ui.say("field.alert.no_contact")
                                   : ui.say("field.alert.contact", {{"contact", alert.contact}});
    return words + ui.say("field.alert.do");
}

}  // namespace

void draw_alerts(Desk& desk, Rect& body) {
    Ui& ui = desk.ui;
    const auto& alerts = desk.state.alerts;
    const std::string done = ui.say("field.alert.done");
    const float button_wide = desk_button_wide(desk, done, icon::kCheck);
    const float button_tall = desk_button_tall(desk);
    std::size_t shown = 0;
    for (; shown < alerts.size() && shown < kShownMax; ++shown) {
        const std::string words = words_of(desk, alerts[shown]);
        const bool beside = body.w > button_wide + desk.em() * 24;
        const float room = beside ? body.w - button_wide - 20 : body.w;
        const float tall = remark_tall(desk, room, words);
        const float high = beside ? std::max(tall, button_tall) : tall + 10 + button_tall;
        if (shown > 0 && body.h - high < desk.em() * kListLeast) break;
        Rect row = body.cut_top(high, 14);
        Rect at = beside ? row.cut_right(button_wide, 20) : row.cut_bottom(button_tall, 10);
        remark(desk, row, words, Tone::help, icon::kWarning);
        if (desk_button(desk, {at.x, at.y, button_wide, button_tall}, done, {Tone::help, icon::kCheck, Type::body},
                        static_cast<int>(shown)))
            desk.send(flow::desk::LookedAfter{alerts[shown].id});
    }
    if (alerts.size() > shown) {
        const std::string more = ui.say("field.alert.more", {{"n", std::to_string(alerts.size() - shown)}});
        remark(desk, body.cut_top(remark_tall(desk, body.w, more), 14), more, Tone::help, icon::kWarning);
    }
}

}  // namespace courtyard::screens
