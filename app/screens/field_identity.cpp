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
    const domain::SafeContact contact = domain::contact_of(desk.state.sheet->application, desk.pack().revisit.contact);
    const std::string& value = contact.rule;  // "at any time" is none
    if (!field || value.empty()) return {};
    const domain::Option* option = field->option(value);
    return desk.ui.say("field.safe_contact", {{"how", option ? option->say : std::string(value)}});
}

std::string facts_of(const Desk& desk) {
    const flow::InboxRow& row = desk.state.sheet->row;
    return desk.ui.say(
        row.from_slip ? "field.identity.from_slip" : "field.identity",
        {{"number", row.number}, {"site", row.site}, {"filed", moment_words(desk.ui, row.filed, desk.state.now)}});
}

constexpr std::string_view kBetweenFacts = "\xE3\x80\x80\xC2\xB7\xE3\x80\x80";

// A second line begins with a fact, not in the middle of one.
std::string facts_in(const Desk& desk, float width) {
    std::string facts = facts_of(desk);
    const auto fits = [&](std::string_view part) { return desk.ui.wide(part, desk_soft(desk)) <= width; };
    if (fits(facts)) return facts;
    for (auto at = facts.rfind(kBetweenFacts); at != std::string::npos && at > 0;
         at = facts.rfind(kBetweenFacts, at - 1)) {
        if (!fits(std::string_view(facts).substr(0, at))) continue;
        std::string broken(facts, 0, at);
        broken += '\n';
        broken.append(facts, at + kBetweenFacts.size());
        return broken;
    }
    return facts;
}

// One line of facts, or as many as a narrow window needs; beside the safe contact of a wide one there is only one.
float facts_tall(const Desk& desk, float width) {
    const float em = desk.em(Type::note);
    if (!desk.ui.portrait()) return em * 1.6F;
    return desk.ui.tall(facts_in(desk, width), width, desk_soft(desk)) + em * 0.48F;
}

}  // namespace

float identity_tall(const Desk& desk, float width) {
    const float em = desk.em(Type::note);
    const float contact = desk.ui.portrait() && !safe_contact(desk).empty() ? em * 2.0F : 0;
    return desk.em(Type::card) * 1.2F + em * 0.3F + facts_tall(desk, width) + contact;
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
    const std::string facts = facts_of(desk);
    Rect second{rect.x, first.bottom() + em * 0.1F, rect.w, facts_tall(desk, rect.w)};
    const std::string contact = safe_contact(desk);
    if (!contact.empty()) {
        const ChipLook call{icon::kCall, Tone::help, Type::note};
        const float call_wide = chip_wide(desk, contact, call);
        if (ui.portrait()) {
            chip(desk, rect.x, second.bottom() + em * 0.95F, contact, call);
        } else if (ui.wide(facts, desk_soft(desk)) + call_wide + 20 > second.w &&
                   used + urgent_wide + call_wide + 40 < first.w) {
            chip(desk, first.right() - call_wide, first.middle_y(), contact, call);
        } else {
            chip(desk, second.right() - call_wide, second.middle_y(), contact, call);
            second.cut_right(call_wide, 20);
        }
    }
    if (ui.portrait())
        ui.write({second.x, second.y + em * 0.24F, second.w, 0}, facts_in(desk, second.w), desk_soft(desk));
    else
        line_cut(desk, second, facts, desk_soft(desk));
}

}  // namespace courtyard::screens
