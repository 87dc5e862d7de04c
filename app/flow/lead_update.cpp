// The list of leads, the one that lies open, and what is done with it.
#include "app/flow/lead_update.hpp"

#include <algorithm>

#include "app/domain/text.hpp"
#include "app/flow/case_update.hpp"
#include "app/flow/row_search.hpp"
#include "app/flow/year_desk.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::flow {

namespace {

void begin(DeskStep& step, std::string_view kind) {
    DeskState& state = step.state;
    const LeadRow* row = state.leads.open ? &*state.leads.open : nullptr;
    auto form = lead_form(kind, row, state.rows);
    if (!form) return;
    begin_written(step, std::move(form), {});
}

// Whom the lead that was signed is about: the one that lies open, or the name that was typed.
std::string person_of_lead(const DeskState& state) {
    if (state.leads.open) return state.leads.open->view.lead.name;
    if (state.cases.act)
        if (const auto typed = state.cases.act->fields.find("name"); typed != state.cases.act->fields.end())
            return std::string(domain::trim(typed->second.text));
    return {};
}

void show(DeskStep& step, const base::RecordId& id) {
    step.state.leads.wanted = id;
    step.state.waiting = DeskWait::Case;
    step.effects.push_back(desk::ShowLead{id});
}

}  // namespace

void case_update(DeskStep& step, const desk::LeadsListed& listed) {
    if (step.state.place == DeskPlace::Unlock) return;
    step.state.leads.take(listed.rows, listed.index);
}

void case_update(DeskStep& step, const desk::LeadShown& shown) {
    DeskState& state = step.state;
    const base::RecordId& id = shown.row.view.lead.id;
    // Looked up again after the mail has moved.
    const bool lies_open =
        state.place == DeskPlace::Lead && !state.busy() && state.leads.open && state.leads.open->view.lead.id == id;
    if (state.place == DeskPlace::Unlock || (!lies_open && state.leads.wanted != id)) return;
    state.leads.wanted.reset();
    auto& undo = state.cases.undo;
    const bool is_of_it = undo && is_about_lead(undo->kind) && undo->about == id;
    if (lies_open && is_of_it && shown.row.unsent != undo->fact) undo.reset();
    if (state.waiting == DeskWait::Case) state.waiting = DeskWait::Nothing;
    if (state.leads.open) wipe(*state.leads.open);
    state.leads.open = shown.row;
    state.place = DeskPlace::Lead;
}

void case_update(DeskStep& step, const desk::LeadDone& done) {
    DeskState& state = step.state;
    if (state.waiting != DeskWait::Act) return;
    const std::string kind = state.cases.act ? state.cases.act->kind : std::string(kLeadNoted);
    state.cases.undone.reset();
    state.cases.undo = Undo{done.lead, done.said, kind, state.now + kUndoMs, person_of_lead(state)};
    if (state.cases.act) wipe(*state.cases.act);
    state.cases.act.reset();
    state.problem.clear();
    state.place = state.leads.open ? DeskPlace::Lead : DeskPlace::Leads;
    show(step, done.lead);
    step.effects.push_back(desk::ListCases{});
}

void offer_undo_of_lead(DeskState& state) {
    if (!state.leads.open || !state.leads.open->unsent) {
        state.problem = "undo.lead_nothing";
        return;
    }
    const cases::LeadView& view = state.leads.open->view;
    const base::RecordId& said = *state.leads.open->unsent;
    const auto step = std::find_if(view.steps.begin(), view.steps.end(),
                                   [&said](const cases::LeadStep& each) { return each.id == said; });
    const std::string kind = step == view.steps.end() ? std::string(kLeadNoted) : lead_kind(step->move);
    state.cases.undo = Undo{view.lead.id, said, kind, state.now + kUndoMs, view.lead.name};
}

void lead_undone(DeskStep& step, const Undo& undone) {
    DeskState& state = step.state;
    const bool lies_open = state.leads.open && state.leads.open->view.lead.id == undone.about;
    if (!lies_open) return;
    if (undone.fact != undone.about) return show(step, undone.about);
    wipe(*state.leads.open);  // the lead itself is gone
    state.leads.open.reset();
    state.leads.wanted.reset();
    if (state.place == DeskPlace::Lead) state.place = DeskPlace::Leads;
}

void open_lead(DeskStep& step, const base::RecordId& id) {
    DeskState& state = step.state;
    // From one lead to its twin: the way back is the first one's.
    const bool from_twin = state.place == DeskPlace::Lead;
    const bool from = from_twin || state.place == DeskPlace::Leads || state.place == DeskPlace::Today;
    if (state.busy() || !from) return;
    state.problem.clear();
    if (!reads_intake(state)) {  // a leader, of one that is overdue
        state.problem = "lead.leader";
        return;
    }
    forget_case(state.cases);
    state.leads.opens_case = false;
    if (!from_twin) state.cases.back = state.place;
    show(step, id);
}

void open_marked_lead(DeskStep& step) {
    if (const auto marked = step.state.leads.marked()) open_lead(step, *marked);
}

void case_update(DeskStep& step, const desk::PressedLead& pressed) {
    LeadsDesk& leads = step.state.leads;
    for (std::size_t i = 0; i < leads.shown.size(); ++i)
        if (step.state.place == DeskPlace::Leads && leads.rows[leads.shown[i]].view.lead.id == pressed.id)
            leads.chosen = i;
    open_lead(step, pressed.id);
}

void case_update(DeskStep& step, const desk::ChoseLeadStep& chose) {
    const DeskState& state = step.state;
    if (state.place != DeskPlace::Lead || state.busy() || !state.leads.open) return;
    const auto moves = lead_moves(*state.leads.open);
    if (std::find(moves.begin(), moves.end(), chose.move) != moves.end()) begin(step, lead_kind(chose.move));
}

void case_update(DeskStep& step, const desk::PressedNewLead&) {
    DeskState& state = step.state;
    if (state.place != DeskPlace::Leads || state.busy() || !reads_intake(state)) return;
    forget_case(state.cases);
    if (state.leads.open) wipe(*state.leads.open);
    state.leads.open.reset();
    begin(step, kLeadNoted);
}

void case_update(DeskStep& step, const desk::PressedLeadPaper&) {
    DeskState& state = step.state;
    if (state.place != DeskPlace::Lead || state.busy() || !state.leads.open) return;
    const base::RecordId* application = paper_of(*state.leads.open);
    if (application == nullptr) return;
    state.cases.undo.reset();
    state.waiting = DeskWait::Sheet;
    state.problem.clear();
    step.effects.push_back(desk::LoadSheet{*application});
}

void case_update(DeskStep& step, const desk::PressedCaseOfLead&) {
    DeskState& state = step.state;
    if (state.place != DeskPlace::Lead || state.busy() || !state.leads.open || !reads_intake(state)) return;
    if (!may_open_case(*state.leads.open)) return;
    state.leads.opens_case = true;
    begin_opening(step, cases::opening_of(state.leads.open->view.lead));
}

void type_lead_search(DeskState& state, const std::string& typed) {
    state.leads.search = typed;
    state.leads.chosen = 0;
    search_leads(state.leads);
}

void clear_lead_search(LeadsDesk& leads) {
    const auto marked = leads.marked();
    base::wipe(leads.search);
    leads.search.clear();
    leads.list_anew(marked);
}

void move_lead_mark(DeskState& state, int by) {
    const auto count = static_cast<std::int64_t>(state.leads.shown.size());
    if (state.place != DeskPlace::Leads || count == 0) return;
    const auto wanted = static_cast<std::int64_t>(state.leads.chosen) + by;
    state.leads.chosen = static_cast<std::size_t>(std::clamp<std::int64_t>(wanted, 0, count - 1));
}

void sign_lead(DeskStep& step) {
    DeskState& state = step.state;
    state.waiting = DeskWait::Act;
    std::optional<base::RecordId> about;
    if (state.leads.open) about = state.leads.open->view.lead.id;
    step.effects.push_back(desk::DoLead{about, state.cases.act->kind, signed_fields(*state.cases.act)});
}

bool is_opening_of_lead(const DeskState& state) {
    return state.leads.opens_case && state.leads.open && state.cases.act && !state.cases.view &&
           state.cases.act->kind == kOpening;
}

DeskPlace place_behind_act(const DeskState& state) {
    if (is_opening_of_lead(state)) return DeskPlace::Lead;
    const bool of_lead = state.cases.act && is_about_lead(state.cases.act->kind);
    if (of_lead) return state.leads.open ? DeskPlace::Lead : DeskPlace::Leads;
    if (state.cases.act && state.cases.act->kind == kYearSent) return DeskPlace::Paper;
    return state.cases.view ? DeskPlace::Case : state.cases.back;
}

}  // namespace courtyard::flow
