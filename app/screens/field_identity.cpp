// The strip that says whose application lies open.
#include <algorithm>

#include "app/screens/contact_words.hpp"
#include "app/screens/field_screens.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

std::string facts_of(const Desk& desk) {
    const flow::InboxRow& row = desk.state.sheet->row;
    return desk.ui.say(
        row.from_slip ? "field.identity.from_slip" : "field.identity",
        {{"number", row.number}, {"site", row.site}, {"filed", moment_words(desk.ui, row.filed, desk.state.now)}});
}

std::string facts_in(const Desk& desk, float width) {
    return facts_in_lines(desk, facts_of(desk), width, desk_soft(desk));
}

bool is_one_line(const Desk& desk, const std::string& facts, float width) {
    return facts.find('\n') == std::string::npos && desk.ui.wide(facts, desk_soft(desk)) <= width;
}

}  // namespace

bool identity_fits(const Desk& desk, float width) { return is_one_line(desk, facts_in(desk, width), width); }

float identity_name_tall(const Desk& desk) { return desk.em(Type::card) * 1.2F; }

// One line of facts, or as many as a narrow window needs.
float identity_facts_tall(const Desk& desk, float width) {
    const float em = desk.em(Type::note);
    const std::string facts = facts_in(desk, width);
    if (!desk.ui.portrait() && is_one_line(desk, facts, width)) return em * 1.6F;
    return desk.ui.tall(facts, width, desk_soft(desk)) + em * 0.48F;
}

float identity_tall(const Desk& desk, float width) {
    return identity_name_tall(desk) + desk.em(Type::note) * 0.3F + identity_facts_tall(desk, width);
}

void draw_identity_name(Desk& desk, const Rect& rect) {
    const flow::InboxRow& row = desk.state.sheet->row;
    Ui& ui = desk.ui;
    Rect first{rect.x, rect.y, rect.w, identity_name_tall(desk)};
    const flow::CaseRow* of_case = flow::case_of_sheet(desk.state);
    const domain::ApplicationStatus standing = of_case == nullptr ? row.status : of_case->status;
    const std::string status = status_label(ui, standing);
    const ChipLook look = [&] {
        ChipLook of_status = status_look(standing);
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
}

void draw_identity_facts(Desk& desk, const Rect& rect) {
    const float em = desk.em(Type::note);
    const std::string facts = facts_in(desk, rect.w);
    if (!desk.ui.portrait() && is_one_line(desk, facts, rect.w))
        line_cut(desk, {rect.x, rect.y, rect.w, em * 1.6F}, facts, desk_soft(desk));
    else
        desk.ui.write({rect.x, rect.y + em * 0.24F, rect.w, 0}, facts, desk_soft(desk));
}

void draw_identity(Desk& desk, const Rect& rect) {
    draw_identity_name(desk, rect);
    const float below = identity_name_tall(desk) + desk.em(Type::note) * 0.1F;
    draw_identity_facts(desk, {rect.x, rect.y + below, rect.w, rect.h - below});
}

namespace {

constexpr float kAfterContact = 12;

std::string sheet_contact_words(const Desk& desk) {
    const domain::SafeContact contact = domain::contact_of(desk.state.sheet->application, desk.pack().revisit.contact);
    const std::string words = red_words(desk, advice_now(desk, contact));
    return words.empty() ? words : words + desk.ui.say("field.safe.call");
}

}  // namespace

float sheet_contact_tall(const Desk& desk, float width) {
    const std::string words = sheet_contact_words(desk);
    return words.empty() ? 0 : remark_tall(desk, width, words) + kAfterContact;
}

// Before anything is read or written, on every page about it: whoever takes up the telephone must have seen it, in the
// same words as on the pages of a case.
void draw_sheet_contact(Desk& desk, Rect& body) {
    const std::string words = sheet_contact_words(desk);
    if (words.empty()) return;
    remark(desk, body.cut_top(remark_tall(desk, body.w, words), kAfterContact), words, Tone::help, icon::kCall);
}

}  // namespace courtyard::screens
