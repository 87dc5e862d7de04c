// The head of a case: who, number, state, the five stages, until when; how to reach the person safely; what does not
// fit together, and what has not arrived yet.
#include <algorithm>

#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/contact_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;

std::string facts_line(const Desk& desk, const cases::AidCase& folded) {
    std::string words = folded.number.empty() ? desk.ui.say("field.case.no_number") : folded.number;
    if (!folded.village.empty()) words += desk.ui.say("field.case.dot") + folded.village;
    if (!folded.receipt.empty()) words += desk.ui.say("field.case.receipt", {{"number", folded.receipt}});
    if (!folded.original_case.empty()) words += desk.ui.say("field.case.original", {{"number", folded.original_case}});
    return words;
}

// The nearest of what is to be done in this case.
std::optional<flow::DueDay> due_of(const flow::CaseView& view) {
    std::optional<flow::DueDay> due;
    for (const flow::TaskRow& task : view.tasks)
        if (task.due && (!due || task.due->day < due->day)) due = task.due;
    return due;
}

void draw_name(Desk& desk, Rect row, const flow::CaseView& view) {
    const cases::AidCase& folded = view.folded;
    const std::string status = status_label(desk.ui, folded.status);
    ChipLook look = status_look(folded.status);
    look.type = Type::body;
    const float wide = chip_wide(desk, status, look);
    chip(desk, row.right() - wide, row.middle_y(), status, look);
    row.cut_right(wide, 16);
    if (const auto due = due_of(view)) {
        const std::string words = due_words(desk.ui, *due, desk.today());
        const Tone tone = due_tone(*due, desk.today());
        const ChipLook due_look{tone == Tone::help ? icon::kWarning : icon::kSchedule, tone, Type::body};
        const float due_wide = chip_wide(desk, words, due_look);
        if (row.w > due_wide + desk.em() * 8) {
            chip(desk, row.right() - due_wide, row.middle_y(), words, due_look);
            row.cut_right(due_wide, 16);
        }
    }
    line_cut(desk, row, folded.applicant, {Type::card, Weight::strong, desk.ui.palette().ink});
}

void draw_stages(Desk& desk, const Rect& rect, cases::Stage at) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const float em = desk.em(Type::note);
    const int count = static_cast<int>(cases::kStageNames.size());
    const auto now = static_cast<int>(at);
    for (int i = 0; i < count; ++i) {
        const Rect cell = rect.cell(i, 0, count, 1, 10);
        const bool done = i < now, here = i == now;
        const Colour ground = here ? p.navy : done ? p.teal_tint : p.ivory;
        ui.fill(cell, ground, cell.h / 2);
        ui.frame(cell, here ? p.navy : done ? p.teal.faded(0.55F) : p.rule, 2, cell.h / 2);
        const Colour before = ui.ground(ground);
        const std::string label = ui.say("field.stage." + std::string(cases::kStageNames[static_cast<std::size_t>(i)]));
        const Style style{Type::note, here ? Weight::strong : Weight::text,
                          here   ? p.on_dark
                          : done ? p.teal_deep
                                 : p.soft_ink,
                          Align::centre};
        Rect inner = cell.inset(em * 0.4F, 0);
        if (done && ui.wide(label, style) + em * 1.6F < inner.w)
            ui.icon(inner.cut_left(em * 1.2F), icon::kCheck, em * 1.1F, p.teal_deep);
        ui.line(inner, label, style);
        ui.ground(before);
    }
}

void draw_remark(Desk& desk, Rect& body, const std::string& words, Tone tone, const char* glyph) {
    remark(desk, body.cut_top(remark_tall(desk, body.w, words), 10), words, tone, glyph);
}

// Nobody may believe that somebody was compared who was not.
void draw_uncompared(Desk& desk, Rect& body, const flow::Uncompared& uncompared) {
    if (uncompared.is_empty()) return;
    Ui& ui = desk.ui;
    std::string who;
    for (const std::string& each : uncompared.persons)
        who += (who.empty() ? "" : ui.say("field.case.and")) + each;
    const char* key = who.empty()           ? "field.case.uncompared.original"
                      : uncompared.original ? "field.case.uncompared.both"
                                            : "field.case.uncompared.person";
    draw_remark(desk, body, ui.say(key, {{"who", who}}), Tone::quiet, icon::kInfo);
}

void draw_contradiction(Desk& desk, Rect& body, const flow::CaseView& view) {
    const auto& entries = view.folded.entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [](const cases::Entry& each) {
        return each.standing == cases::Standing::Contradicts;
    });
    if (found == entries.end()) return;
    Ui& ui = desk.ui;
    const std::string words = ui.say("field.case.contradicts", {{"what", fact_label(ui, view, found->id)}});
    const auto& acts = desk.state.cases.acts;
    const bool may_settle = std::any_of(
        acts.begin(), acts.end(), [](const flow::PossibleAct& act) { return act.kind == "contradiction_settled"; });
    const std::string button = act_button(ui, "contradiction_settled");
    const float wide = may_settle ? desk_button_wide(desk, button, icon::kBalance) : 0;
    const bool beside = may_settle && body.w > wide + desk.em() * 22;
    const float room = beside ? body.w - wide - 16 : body.w;
    const float tall = std::max(desk_button_tall(desk), remark_tall(desk, room, words));
    Rect row = body.cut_top(may_settle && !beside ? tall + 10 + desk_button_tall(desk) : tall, 10);
    remark(desk, {row.x, row.y, room, 0}, words, Tone::help, icon::kWarning);
    if (!may_settle) return;
    const Rect at{row.right() - wide, beside ? row.y : row.bottom() - desk_button_tall(desk), wide,
                  desk_button_tall(desk)};
    if (desk_button(desk, at, button, {Tone::help, icon::kBalance, Type::body}, 77))
        desk.send(ChoseAct{"contradiction_settled", {}});
}

}  // namespace

void draw_case_head(Desk& desk, Rect& body) {
    const flow::CaseView& view = *desk.state.cases.view;
    const cases::AidCase& folded = view.folded;
    Ui& ui = desk.ui;
    const float em = desk.em(Type::note);
    Rect top = body.cut_top(desk.em(Type::card) * 1.2F + em * 1.9F, 6);
    const std::string back = ui.say("field.back");
    const float back_wide = desk_button_wide(desk, back, icon::kArrowBack);
    const Rect back_at = top.cut_left(back_wide, 26);
    if (desk_button(desk, {back_at.x, back_at.y, back_at.w, desk_button_tall(desk)}, back,
                    {Tone::plain, icon::kArrowBack, Type::body}))
        desk.send(PressedBack{});
    draw_name(desk, top.cut_top(desk.em(Type::card) * 1.2F, em * 0.1F), view);
    line_cut(desk, {top.x, top.y, top.w, em * 1.6F}, facts_line(desk, folded), desk_soft(desk));
    // Before anything else: whoever takes up the telephone must have seen it.
    if (const std::string red = red_words(desk, advice_now(desk, view)); !red.empty())
        draw_remark(desk, body, red, Tone::help, icon::kCall);
    draw_stages(desk, body.cut_top(em * 1.9F, 12), folded.reached());
    draw_contradiction(desk, body, view);
    draw_uncompared(desk, body, view.uncompared);
    if (!folded.missing.empty())
        draw_remark(desk, body, ui.say("field.case.missing", {{"n", std::to_string(folded.missing.size())}}),
                    Tone::quiet, icon::kCloudOff);
    if (!desk.state.problem.empty()) {
        const std::string own = "fact." + desk.state.problem;
        draw_remark(desk, body, ui.knows(own) ? ui.say(own) : problem_words(ui, desk.state.problem), Tone::help,
                    icon::kWarning);
    }
}

}  // namespace courtyard::screens
