// Who helped, and the original file: what is known about the record itself.
#include <algorithm>

#include "app/flow/form_codes.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

struct SheetFacts {
    Desk& desk;
    Rect rect;
    float label_width;

    void add(std::string_view key, std::string_view value) {
        rect.y += line_fact(desk, rect, desk.ui.say(key), value, {label_width, Weight::text});
    }
};

// "0f3a 97c1 …": so that two people can compare it aloud.
std::string grouped(std::string_view hex) {
    std::string out;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += ' ';
        out += hex[i];
    }
    return out;
}

std::string number_words(const Desk& desk, std::string_view key, std::uint64_t n) {
    return desk.ui.say(key, {{"n", std::to_string(n)}});
}

}  // namespace

float draw_sheet_helper(Desk& desk, const Rect& body) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const flow::ApplicationSheet& sheet = *desk.state.sheet;
    float y = body.y;
    if (sheet.helper.empty() && sheet.helped_fields.empty()) {
        return remark(desk, {body.x, y, body.w, 0}, ui.say("field.helper.nobody"), Tone::go, icon::kPerson);
    }
    y += remark(desk, {body.x, y, body.w, 0}, ui.say("field.helper.note"), Tone::quiet, icon::kInfo) + em * 0.9F;
    SheetFacts facts{desk, {body.x, y, body.w, 0}, em * 7.5F};
    facts.add("field.helper.who", sheet.helper.empty() ? ui.say("field.helper.unnamed") : sheet.helper);
    if (const domain::Field* how = desk.pack().form.field("F1.91")) {
        const std::string_view value = sheet.application.text("F1.91");
        if (!value.empty()) facts.add("field.helper.how", value_words(ui, *how, value));
    }
    facts.add("field.helper.confirmed",
              ui.say(sheet.confirmed_alone ? "field.helper.confirmed.words" : "field.helper.confirmed.not"));
    y = facts.rect.y + em * 0.6F;
    y += group_title(desk, {body.x, y, body.w, 0},
                     number_words(desk, "field.helper.fields", sheet.helped_fields.size()));
    for (const std::string& code : sheet.helped_fields) {
        const domain::Field* field = desk.pack().form.field(code);
        const std::string label = field ? field->label : std::string{};
        y += ui.write({body.x + 20, y, body.w - 20, 0}, ui.say("field.cell.head", {{"code", code}, {"label", label}}),
                      desk_text(desk)) +
             em * 0.4F;
    }
    return y - body.y;
}

float draw_sheet_original(Desk& desk, const Rect& body) {
    Ui& ui = desk.ui;
    const float em = desk.em();
    const flow::ApplicationSheet& sheet = *desk.state.sheet;
    SheetFacts facts{desk, body, std::min(em * 8.5F, body.w * 0.4F)};
    facts.rect.y += remark(desk, facts.rect, ui.say("field.original.note"), Tone::navy, icon::kShield) + em * 0.9F;
    facts.rect.y += group_title(desk, facts.rect, ui.say("field.original.record"));
    facts.add("field.original.id", grouped(sheet.row.id.text()));
    facts.add("field.original.number", sheet.row.number);
    facts.add("field.original.bytes", number_words(desk, "field.original.bytes.n", sheet.record_bytes));
    facts.add("field.original.pack", sheet.pack);
    facts.rect.y += em * 0.6F;
    facts.rect.y += group_title(desk, facts.rect, ui.say("field.original.author"));
    facts.add("field.original.site", sheet.row.site.empty() ? ui.say("field.original.no_site") : sheet.row.site);
    facts.add("field.original.machine", grouped(sheet.machine));
    if (sheet.machine_revoked) facts.add("field.original.revoked", ui.say("field.original.revoked.words"));
    facts.add("field.original.sequence", number_words(desk, "field.original.sequence.n", sheet.sequence));
    facts.add("field.original.claimed", moment_exact(sheet.row.filed));
    facts.rect.y += em * 0.6F;
    facts.rect.y += group_title(desk, facts.rect, ui.say("field.original.way"));
    facts.add("field.original.carrier", sheet.row.from_slip ? ui.say("field.original.by_slip")
                                        : sheet.hub_sequence > 0
                                            ? number_words(desk, "field.original.by_hub", sheet.hub_sequence)
                                            : ui.say("field.original.by_carrier"));
    if (sheet.received) facts.add("field.original.received", moment_exact(*sheet.received));
    facts.add("field.original.arrived", moment_exact(sheet.row.arrived));
    return facts.rect.y - body.y;
}

}  // namespace courtyard::screens
