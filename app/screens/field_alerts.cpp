#include "app/screens/field_alerts.hpp"

#include <algorithm>

#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

constexpr float kListLeast = 15;  // of letters: search, some rows, the button under them; the list stays in sight
constexpr float kAlertGap = 14;

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

struct AlertPlace {
    float button_wide, button_tall, room;
    bool beside;
};
AlertPlace place_in(const Desk& desk, float wide) {
    AlertPlace place{desk_button_wide(desk, desk.ui.say("field.alert.done"), icon::kCheck), desk_button_tall(desk),
                     wide, false};
    place.beside = wide > place.button_wide + desk.em() * 24;
    if (place.beside) place.room = wide - place.button_wide - 20;
    return place;
}

float tall_of(const Desk& desk, const AlertPlace& place, const flow::AlertRow& alert) {
    const float words = remark_tall(desk, place.room, words_of(desk, alert));
    return place.beside ? std::max(words, place.button_tall) : words + 10 + place.button_tall;
}

void draw_alert(Desk& desk, Rect row, const AlertPlace& place, std::size_t number) {
    const flow::AlertRow& alert = desk.state.alerts[number];
    const Rect at = place.beside ? row.cut_right(place.button_wide, 20) : row.cut_bottom(place.button_tall, 10);
    remark(desk, row, words_of(desk, alert), Tone::help, icon::kWarning);
    if (desk_button(desk, {at.x, at.y, place.button_wide, place.button_tall}, desk.ui.say("field.alert.done"),
                    {Tone::help, icon::kCheck, Type::body}, static_cast<int>(number)))
        desk.send(flow::desk::LookedAfter{alert.id});
}

float draw_all(Desk& desk, const Rect& at, const AlertPlace& place) {
    float y = at.y;
    for (std::size_t i = 0; i < desk.state.alerts.size(); ++i) {
        const float tall = tall_of(desk, place, desk.state.alerts[i]);
        draw_alert(desk, {at.x, y, at.w, tall}, place, i);
        y += tall + kAlertGap;
    }
    return y - at.y;
}

}  // namespace

// Every one of them can be read and looked after at once: those that have no room scroll.
void draw_alerts(Desk& desk, Rect& body) {
    const auto& alerts = desk.state.alerts;
    if (alerts.empty()) return;
    const auto all_tall = [&](const AlertPlace& place) {
        float tall = 0;
        for (const flow::AlertRow& alert : alerts)
            tall += tall_of(desk, place, alert) + kAlertGap;
        return tall;
    };
    const AlertPlace whole = place_in(desk, body.w);
    const float least = desk.em() * kListLeast;
    if (const float tall = all_tall(whole); alerts.size() == 1 || body.h - tall >= least) {
        draw_all(desk, body.cut_top(tall), whole);
        return;
    }
    const std::string how_many = desk.ui.say("field.alert.all", {{"n", std::to_string(alerts.size())}});
    const Style style{Type::body, Weight::strong, desk.ui.palette().red};
    desk.ui.write(body.cut_top(desk.ui.tall(how_many, body.w, style), 8), how_many, style);
    const float room = std::max(desk.em() * 6, body.h - least);
    const Rect start = desk.begin_scroll(body.cut_top(room, kAlertGap), "field.alerts");
    desk.end_scroll(draw_all(desk, start, place_in(desk, start.w)));
}

}  // namespace courtyard::screens
