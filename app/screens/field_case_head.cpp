// The head of a case: who, number, state, the five stages, until when; how to reach the person safely; what does not
// fit together, and what has not arrived yet.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "app/cases/inquiry.hpp"
#include "app/screens/case_screens.hpp"
#include "app/screens/case_words.hpp"
#include "app/screens/contact_words.hpp"
#include "app/screens/field_widgets.hpp"
#include "app/screens/field_words.hpp"
#include "app/screens/icons.hpp"

namespace courtyard::screens {
namespace {

using namespace flow::desk;

// Who acts for the applicant, where that changed since.
std::string acting_words(const Ui& ui, const cases::Acting& acting) {
    if (acting.is_disputed) return ui.say("field.case.acting.disputed");
    std::string words;
    for (const auto& [as, one] : {std::pair{"guardian", &acting.guardian}, std::pair{"agent", &acting.agent}})
        if (*one && !(*one)->name.empty())
            words += ui.say("field.case.acting." + std::string(as), {{"name", (*one)->name}});
    return words;
}

std::string facts_line(const Desk& desk, const cases::AidCase& folded) {
    std::string words = folded.number.empty() ? desk.ui.say("field.case.no_number") : folded.number;
    if (!folded.village.empty()) words += desk.ui.say("field.case.dot") + folded.village;
    words += acting_words(desk.ui, folded.acting);
    if (!folded.receipt.empty()) words += desk.ui.say("field.case.receipt", {{"number", folded.receipt}});
    if (!folded.original_case.empty()) words += desk.ui.say("field.case.original", {{"number", folded.original_case}});
    return words;
}

// The original case is the last of them, and it is by that that people know a case.
std::string facts_in(const Desk& desk, const cases::AidCase& folded, float width) {
    return facts_in_lines(desk, facts_line(desk, folded), width, desk_soft(desk));
}

// Of what is to be done in this case: what waits for nothing, else what has the nearest day.
const flow::TaskRow* most_pressing(const flow::CaseView& view) {
    const flow::TaskRow* first = nullptr;
    for (const flow::TaskRow& task : view.tasks) {
        if (!task.due) continue;
        const bool is_before =
            first == nullptr || std::pair{!task.same_day, task.due->day} < std::pair{!first->same_day, first->due->day};
        if (is_before) first = &task;
    }
    return first;
}

void draw_name(Desk& desk, Rect row, const flow::CaseView& view) {
    const cases::AidCase& folded = view.folded;
    const std::string status = status_label(desk.ui, folded.status);
    ChipLook look = status_look(folded.status);
    look.type = Type::body;
    const float wide = chip_wide(desk, status, look);
    chip(desk, row.right() - wide, row.middle_y(), status, look);
    row.cut_right(wide, 16);
    if (const flow::TaskRow* task = most_pressing(view)) {
        const std::string words = due_words(desk.ui, *task, desk.today());
        const Tone tone = due_tone(*task, desk.today());
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

struct HeadRemark {
    std::string words;
    Tone tone;
    const char* glyph;
};

// Nobody may believe that somebody was compared who was not.
std::string uncompared_words(const Ui& ui, const flow::Uncompared& uncompared) {
    if (uncompared.is_empty()) return {};
    std::string who;
    for (const std::string& each : uncompared.persons)
        who += (who.empty() ? "" : ui.say("field.case.and")) + each;
    const char* key = who.empty()           ? "field.case.uncompared.original"
                      : uncompared.original ? "field.case.uncompared.both"
                                            : "field.case.uncompared.person";
    return ui.say(key, {{"who", who}});
}

// What stands below the stages, besides what does not fit together.
std::vector<HeadRemark> remarks_below(const Desk& desk, const flow::CaseView& view) {
    const Ui& ui = desk.ui;
    std::vector<HeadRemark> out;
    if (view.folded.members.gone.contains(view.self))
        out.push_back({ui.say("field.case.leaving"), Tone::help, icon::kWarning});
    const auto& decision = view.folded.ballots.decision;
    std::string doubts;
    for (const cases::FactId& each : decision ? decision->open_doubts() : std::vector<cases::FactId>{})
        doubts += (doubts.empty() ? "" : ui.say("field.case.and")) + fact_label(ui, view, each);
    if (!doubts.empty()) out.push_back({ui.say("field.case.doubted", {{"what", doubts}}), Tone::help, icon::kWarning});
    if (!view.number_shared.empty()) {
        std::string others;
        for (const flow::NumberShared& each : view.number_shared)
            others += (others.empty() ? "" : ui.say("field.case.and")) +
                      ui.say("field.case.number_shared.other",
                             {{"name", each.applicant}, {"state", status_label(ui, each.status)}});
        out.push_back({ui.say("field.case.number_shared", {{"others", others}}), Tone::help, icon::kWarning});
    }
    // Of a case that was opened before there was an alert of it (Alert "guardian"): nobody would be told.
    const auto& alerts = view.folded.care.alerts;
    const bool is_alerted =
        std::any_of(alerts.begin(), alerts.end(), [](const cases::Alert& each) { return each.what == "guardian"; });
    for (const flow::PayCaution& caution : view.cautions)
        if (!is_alerted && caution.why == flow::PayCaution::Why::Said)
            out.push_back({ui.say("field.case.guardian_did", {{"name", caution.name}}), Tone::help, icon::kWarning});
    if (const std::vector<std::string> before = view.folded.inquiry.earlier_aid(); !before.empty()) {
        std::string where;
        for (const std::string& each : before)
            where += (where.empty() ? "" : ui.say("field.case.and")) + each;
        out.push_back({ui.say("field.case.earlier_aid", {{"where", where}}), Tone::help, icon::kWarning});
    }
    if (!view.folded.ledger.urgent && cases::is_urgent(view.folded))
        out.push_back({ui.say("field.case.urgent"), Tone::help, icon::kCampaign});
    if (const auto& gone = view.folded.care.gone)
        out.push_back({ui.say("field.case.gone." + gone->what, {{"day", short_day(ui, gone->day, desk.today())}}),
                       Tone::help, icon::kWarning});
    if (const std::string words = uncompared_words(ui, view.uncompared); !words.empty())
        out.push_back({words, Tone::quiet, icon::kInfo});
    if (const std::size_t missing = view.folded.missing.size(); missing > 0)
        out.push_back({ui.say("field.case.missing", {{"n", std::to_string(missing)}}), Tone::quiet, icon::kCloudOff});
    if (!desk.state.problem.empty()) {
        const std::string own = "fact." + desk.state.problem;
        out.push_back(
            {ui.knows(own) ? ui.say(own) : problem_words(ui, desk.state.problem), Tone::help, icon::kWarning});
    }
    return out;
}

struct Contradiction {
    std::string words, button;  // no button: this person may not settle it
    float button_wide = 0, room = 0, tall = 0;
    bool beside = false;
};
std::optional<Contradiction> contradiction_of(const Desk& desk, const flow::CaseView& view, float wide) {
    const auto& entries = view.folded.entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [](const cases::Entry& each) {
        return each.standing == cases::Standing::Contradicts;
    });
    if (found == entries.end()) return std::nullopt;
    const Ui& ui = desk.ui;
    const auto& acts = desk.state.cases.acts;
    Contradiction out;
    out.words = ui.say("field.case.contradicts", {{"what", fact_label(ui, view, found->id)}});
    // What stands still until it is settled.
    if (found->code == cases::kTwoOpinions || found->code == cases::kBankWord)
        out.words += ui.say("fact." + found->code);
    if (std::any_of(acts.begin(), acts.end(),
                    [](const flow::PossibleAct& act) { return act.kind == "contradiction_settled"; }))
        out.button = act_button(ui, "contradiction_settled");
    const float button_tall = desk_button_tall(desk);
    out.button_wide = out.button.empty() ? 0 : desk_button_wide(desk, out.button, icon::kBalance);
    out.beside = !out.button.empty() && wide > out.button_wide + desk.em() * 22;
    out.room = out.beside ? wide - out.button_wide - 16 : wide;
    out.tall = std::max(button_tall, remark_tall(desk, out.room, out.words));
    if (!out.button.empty() && !out.beside) out.tall += 10 + button_tall;
    return out;
}

void draw_contradiction(Desk& desk, const Rect& row, const Contradiction& what) {
    remark(desk, {row.x, row.y, what.room, 0}, what.words, Tone::help, icon::kWarning);
    if (what.button.empty()) return;
    const float tall = desk_button_tall(desk);
    const Rect at{row.right() - what.button_wide, what.beside ? row.y : row.bottom() - tall, what.button_wide, tall};
    if (desk_button(desk, at, what.button, {Tone::help, icon::kBalance, Type::body}, 77))
        desk.send(ChoseAct{"contradiction_settled", {}});
}

constexpr float kAfterName = 6, kAfterRemark = 10, kAfterStages = 12;
constexpr float kBesideBack = 26;
// Of the name and what stands under it, beside the button that leads back.
float name_tall(const Desk& desk, float wide) {
    const float em = desk.em(Type::note);
    const float room = wide - desk_button_wide(desk, desk.ui.say("field.back"), icon::kArrowBack) - kBesideBack;
    const std::string facts = facts_in(desk, desk.state.cases.view->folded, room);
    const bool one_line = facts.find('\n') == std::string::npos;
    const float facts_tall = one_line ? em * 1.6F : desk.ui.tall(facts, room, desk_soft(desk)) + em * 0.2F;
    return desk.em(Type::card) * 1.2F + em * 0.3F + facts_tall;
}
float stages_tall(const Desk& desk) { return desk.em(Type::note) * 1.9F; }

}  // namespace

float case_head_tall(const Desk& desk, float wide) {
    const flow::CaseView& view = *desk.state.cases.view;
    float tall = name_tall(desk, wide) + kAfterName + stages_tall(desk) + kAfterStages;
    if (const std::string red = red_words(desk, advice_now(desk, view)); !red.empty())
        tall += remark_tall(desk, wide, red) + kAfterRemark;
    if (const auto contradiction = contradiction_of(desk, view, wide)) tall += contradiction->tall + kAfterRemark;
    for (const HeadRemark& each : remarks_below(desk, view))
        tall += remark_tall(desk, wide, each.words) + kAfterRemark;
    return tall;
}

void draw_case_head(Desk& desk, Rect& body) {
    const flow::CaseView& view = *desk.state.cases.view;
    const cases::AidCase& folded = view.folded;
    const float em = desk.em(Type::note);
    const auto draw_remark = [&](const HeadRemark& each) {
        const Rect at = body.cut_top(remark_tall(desk, body.w, each.words), kAfterRemark);
        remark(desk, at, each.words, each.tone, each.glyph);
    };
    Rect top = body.cut_top(name_tall(desk, body.w), kAfterName);
    const std::string back = desk.ui.say("field.back");
    const float back_wide = desk_button_wide(desk, back, icon::kArrowBack);
    const Rect back_at = top.cut_left(back_wide, kBesideBack);
    if (desk_button(desk, {back_at.x, back_at.y, back_at.w, desk_button_tall(desk)}, back,
                    {Tone::plain, icon::kArrowBack, Type::body}))
        desk.send(PressedBack{});
    draw_name(desk, top.cut_top(desk.em(Type::card) * 1.2F, em * 0.1F), view);
    const std::string facts = facts_in(desk, folded, top.w);
    if (facts.find('\n') == std::string::npos)
        line_cut(desk, {top.x, top.y, top.w, em * 1.6F}, facts, desk_soft(desk));
    else
        desk.ui.write({top.x, top.y, top.w, 0}, facts, desk_soft(desk));
    // Before anything else: whoever takes up the telephone must have seen it.
    if (const std::string red = red_words(desk, advice_now(desk, view)); !red.empty())
        draw_remark({red, Tone::help, icon::kCall});
    draw_stages(desk, body.cut_top(stages_tall(desk), kAfterStages), folded.reached());
    if (const auto contradiction = contradiction_of(desk, view, body.w))
        draw_contradiction(desk, body.cut_top(contradiction->tall, kAfterRemark), *contradiction);
    for (const HeadRemark& each : remarks_below(desk, view))
        draw_remark(each);
}

}  // namespace courtyard::screens
