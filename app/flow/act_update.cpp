// Writing an act, reading it over, signing it.
#include <algorithm>

#include "app/domain/text.hpp"
#include "app/flow/act_box.hpp"
#include "app/flow/case_update.hpp"
#include "app/flow/lead_update.hpp"
#include "app/flow/text_edit.hpp"
#include "app/flow/year_desk.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::flow {

namespace {

constexpr std::size_t kListMax = 100;

const CaseView* view_of(const DeskState& state) { return state.cases.view ? state.cases.view.get() : nullptr; }

// The draft and its rule, when one is being written.
struct Writing {
    ActDraft* draft = nullptr;
    const cases::FieldRule* field = nullptr;
};

Writing writing(DeskState& state, std::string_view name) {
    if (state.place != DeskPlace::Act || !state.cases.act) return {};
    const cases::ActRule* rule = rule_of(*state.cases.act);
    const cases::FieldRule* field = rule ? cases::find_field(*rule, name) : nullptr;
    return field ? Writing{&*state.cases.act, field} : Writing{};
}

// Of a lead: nothing is done with it before it came.
bool is_before_lead(const DeskState& state, const ActDraft& draft) {
    if (!is_about_lead(draft.kind) || !state.leads.open) return false;
    const cases::Fields fields = signed_fields(draft);
    const auto on = fields.find("on");
    const auto* text = on == fields.end() ? nullptr : std::get_if<std::string>(&on->second);
    const auto day = text == nullptr ? std::optional<domain::Date>{} : domain::typed_day(*text, draft.today);
    return day && *day < state.leads.open->view.lead.on;
}

void judge(DeskState& state) {
    ActDraft& draft = *state.cases.act;
    judge_act(draft, view_of(state), state.now);
    if (draft.refusal.empty() && is_before_lead(state, draft)) draft.refusal = "lead.before";
    state.problem.clear();
}

// A box that is not shown could not be set right.
void show_box(ActDraft& draft, std::string_view refusal) {
    if (is_common_box(draft, box_of(draft, refusal))) draft.more = true;
}

// What was left without signing goes on; else what is begun.
void write_on(DeskState& state, ActDraft begun, const cases::Fields& prefill) {
    state.cases.act = std::move(begun);
    std::map<std::string, FieldDraft, std::less<>> named;
    for (const auto& [name, value] : prefill)
        if (const auto field = state.cases.act->fields.find(name); field != state.cases.act->fields.end())
            named.emplace(name, field->second);
    state.place = DeskPlace::Act;
    judge(state);
    state.cases.act->begun = state.cases.act->fields;
    go_on_with_kept(state, named);
    if (state.cases.act->goes_on) judge(state);
}

bool is_one(cases::FieldType type) {
    return type == cases::FieldType::Choice || type == cases::FieldType::Person || type == cases::FieldType::Fact;
}

void toggle(FieldDraft& draft, const cases::FieldRule& field, const std::string& value) {
    const auto found = std::find(draft.chosen.begin(), draft.chosen.end(), value);
    if (found != draft.chosen.end()) {
        draft.chosen.erase(found);
    } else if (is_one(field.type)) {
        draft.chosen = {value};
    } else if (draft.chosen.size() < kListMax) {
        draft.chosen.push_back(value);
    }
}

// Which of several contradicting facts holds says which ones do not.
void follow_holds(ActDraft& draft, const CaseView& view) {
    const std::vector<std::string>& holds = draft.fields["holds"].chosen;
    std::vector<std::string> falls;
    const auto id = cases::FactId::parse(holds.empty() ? std::string() : holds.front());
    for (const cases::FactId& each : id ? at_odds_with(view, *id) : std::vector<cases::FactId>{})
        falls.push_back(each.text());
    draft.fields["falls"].chosen = std::move(falls);
}

// Of several holders the account goes with the name.
void follow_payee(ActDraft& draft, const CaseView& view) {
    const auto found = std::find_if(view.accounts.begin(), view.accounts.end(), [&](const AccountRef& each) {
        return cases::is_same_person(each.holder, domain::trim(draft.fields["payee"].text));
    });
    if (found == view.accounts.end() || !draft.fields.contains("account")) return;
    draft.fields["account"].text = found->record;
    draft.fields["account_ends"].text = found->ends;
}

void add_line(FieldDraft& draft) {
    const std::string line(domain::trim(draft.text));
    const bool is_new = std::find(draft.chosen.begin(), draft.chosen.end(), line) == draft.chosen.end();
    if (line.empty() || draft.chosen.size() >= kListMax) return;
    if (is_new) draft.chosen.push_back(line);
    base::wipe(draft.text);
    draft.text.clear();
}

}  // namespace

void case_update(DeskStep& step, const desk::ChoseAct& chose) {
    DeskState& state = step.state;
    if (state.place != DeskPlace::Case || state.busy() || !state.cases.view) return;
    const auto& acts = state.cases.acts;
    const bool allowed =
        std::any_of(acts.begin(), acts.end(), [&](const PossibleAct& act) { return act.kind == chose.kind; });
    if (allowed) write_on(state, begin_act(view_of(state), chose.kind, chose.prefill), chose.prefill);
}

void begin_written(DeskStep& step, std::shared_ptr<const DeskForm> form, const cases::Fields& prefill) {
    write_on(step.state, begin_form(std::move(form), prefill), prefill);
}

void begin_opening(DeskStep& step, const cases::Fields& prefill) {
    write_on(step.state, begin_act(nullptr, kOpening, prefill), prefill);
}

void case_update(DeskStep& step, const desk::PressedAnew&) {
    DeskState& state = step.state;
    if (state.place != DeskPlace::Act || !state.cases.act || !state.cases.act->goes_on) return;
    ActDraft& act = *state.cases.act;
    for (auto& [name, field] : act.fields)
        base::wipe(field.text);
    act.fields = act.begun;
    act.goes_on = act.lost_pictures = act.tried = false;
    judge(state);
}

void desk::wipe(DraftsOpened& opened) noexcept {
    for (KeptDraft& each : opened.drafts)
        flow::wipe(each);
}

void case_update(DeskStep& step, const desk::DraftsOpened& opened) {
    DeskState& state = step.state;
    if (state.place == DeskPlace::Unlock) return;
    state.cases.kept.insert(state.cases.kept.begin(), opened.drafts.begin(), opened.drafts.end());
    if (opened.lost && state.problem.empty()) state.problem = "desk.drafts.lost";
}

void case_update(DeskStep& step, const desk::TypedField& typed) {
    const Writing now = writing(step.state, typed.field);
    if (!now.draft) return;
    now.draft->fields[typed.field].text = typed.text;
    if (const CaseView* view = view_of(step.state); view != nullptr && typed.field == "payee")
        follow_payee(*now.draft, *view);
    judge(step.state);
}

void case_update(DeskStep& step, const desk::ToggledValue& toggled) {
    const Writing now = writing(step.state, toggled.field);
    if (!now.draft) return;
    toggle(now.draft->fields[toggled.field], *now.field, toggled.value);
    const CaseView* view = view_of(step.state);
    if (view != nullptr && now.draft->kind == "contradiction_settled" && toggled.field == "holds")
        follow_holds(*now.draft, *view);
    judge(step.state);
}

void case_update(DeskStep& step, const desk::AddedLine& added) {
    const Writing now = writing(step.state, added.field);
    if (!now.draft) return;
    add_line(now.draft->fields[added.field]);
    judge(step.state);
}

void case_update(DeskStep& step, const desk::SaidYes& said) {
    const Writing now = writing(step.state, said.field);
    if (!now.draft) return;
    now.draft->fields[said.field].yes = said.yes;
    judge(step.state);
}

void case_update(DeskStep& step, const desk::ShowedMore&) {
    if (step.state.place == DeskPlace::Act && step.state.cases.act) step.state.cases.act->more = true;
}

void case_update(DeskStep& step, const desk::PressedReadAct&) {
    DeskState& state = step.state;
    if (state.place != DeskPlace::Act || !state.cases.act || state.busy()) return;
    state.cases.act->tried = true;
    judge(state);
    const std::string& refusal = state.cases.act->refusal;
    if (refusal.empty()) state.place = DeskPlace::ActConfirm;
    show_box(*state.cases.act, refusal);
}

void case_update(DeskStep& step, const desk::PressedSignAct&) {
    DeskState& state = step.state;
    if (state.place != DeskPlace::ActConfirm || state.busy() || !state.cases.act) return;
    judge(state);
    if (!state.cases.act->refusal.empty()) return;
    if (is_about_lead(state.cases.act->kind)) return sign_lead(step);
    if (state.cases.act->kind == kYearSent) return sign_year(step);
    state.waiting = DeskWait::Act;
    std::optional<cases::CaseId> about;
    if (state.cases.view) about = state.cases.view->folded.id;
    std::vector<std::shared_ptr<const PhotoFile>> pictures;
    for (const auto& [name, field] : state.cases.act->fields)
        for (const std::string& each : field.chosen)
            if (const ActPicture* taken = state.cases.picture_work.find(each)) pictures.push_back(taken->file);
    if (is_opening_of_lead(state)) {
        step.effects.push_back(
            desk::OpenCaseOfLead{state.leads.open->view.lead.id, signed_fields(*state.cases.act), std::move(pictures)});
        return;
    }
    step.effects.push_back(
        desk::DoAct{about, signed_kind(*state.cases.act), signed_fields(*state.cases.act), std::move(pictures)});
}

}  // namespace courtyard::flow
