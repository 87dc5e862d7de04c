// What has been said about an application, by whom, and how far each answer has come.
#include <algorithm>

#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

ChipLook delivery_look(mail::Delivery delivery) {
    switch (delivery) {
        case mail::Delivery::Queued: return {icon::kCloudOff, Tone::quiet, Type::note};
        case mail::Delivery::Sent: return {icon::kCloudUpload, Tone::quiet, Type::note};
        case mail::Delivery::Accepted:
        case mail::Delivery::Durable: return {icon::kCloudDone, Tone::go, Type::note};
        case mail::Delivery::Quarantined: return {icon::kSdCardAlert, Tone::help, Type::note};
    }
    return {};
}

float draw_line(Desk& desk, const Rect& rect, const flow::HistoryLine& line, bool last) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const float em = desk.em();
    const float rail = em * 0.7F;
    const Rect inner{rect.x + em * 2.0F, rect.y, rect.w - em * 2.0F, 0};
    float y = rect.y;
    const float middle = y + em * 0.8F;
    // Filing and arriving are facts of their own here; elsewhere both are "not answered yet".
    const std::string own = "field.history." + std::string(domain::id(line.status));
    const std::string status = ui.knows(own) ? ui.say(own) : status_label(ui, line.status);
    const float used = chip(desk, inner.x, middle, status, status_look(line.status));
    const std::string when = moment_words(ui, line.at, desk.state.now);
    ui.line({inner.x + used + 18, y, inner.w - used - 18, em * 1.6F}, when, desk_soft(desk));
    y += em * 1.75F;
    y += ui.write({inner.x, y, inner.w, 0}, line.who, desk_strong(desk)) + em * 0.25F;
    if (!line.text.empty()) y += ui.write({inner.x, y, inner.w, 0}, line.text, desk_text(desk)) + em * 0.25F;
    if (line.delivery) {
        chip(desk, inner.x, y + em * 0.85F, delivery_words(ui, *line.delivery), delivery_look(*line.delivery));
        y += em * 1.75F;
    }
    y += em * 0.9F;
    if (!last) ui.fill({rect.x + rail - 2, middle, 4, y - rect.y}, p.rule);
    ui.disc(rect.x + rail, middle, em * 0.32F, last ? p.teal : p.navy);
    return y - rect.y;
}

}  // namespace

float draw_sheet_history(Desk& desk, const Rect& body) {
    float y = body.y;
    const flow::ApplicationSheet& sheet = *desk.state.sheet;
    if (sheet.contradicting) {
        // Where no answer may follow, the case is the place to say which one holds.
        const bool ended = flow::answers_that_may_follow(sheet.row.status).empty();
        const char* key = ended ? "field.history.contradicting.ended" : "field.history.contradicting";
        y += remark(desk, {body.x, y, body.w, 0}, desk.ui.say(key), Tone::help, icon::kWarning) + desk.em() * 0.9F;
    }
    for (std::size_t i = 0; i < sheet.history.size(); ++i)
        y += draw_line(desk, {body.x, y, body.w, 0}, sheet.history[i], i + 1 == sheet.history.size());
    return y - body.y;
}

}  // namespace courtyard::screens
