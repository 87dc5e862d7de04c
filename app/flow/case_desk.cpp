#include "app/flow/case_desk.hpp"

#include <algorithm>

#include "sync/base/bytes.hpp"

namespace courtyard::flow {

void wipe(ActDraft& draft) noexcept {
    for (auto& [name, field] : draft.fields) {
        base::wipe(field.text);
        for (std::string& each : field.chosen)
            base::wipe(each);
    }
    draft = {};
}

void wipe(CasesDesk& desk) noexcept {
    for (CaseRow& row : desk.rows)
        base::wipe(row.applicant);
    for (TaskRow& task : desk.tasks) {
        base::wipe(task.applicant);
        domain::wipe(task.contact);
    }
    base::wipe(desk.search);
    for (std::optional<Undo>* said : {&desk.undo, &desk.undone})
        if (*said) base::wipe((*said)->whose);
    if (desk.act) wipe(*desk.act);
    for (KeptDraft& draft : desk.kept)
        wipe(draft);
    desk = {};
}

const PersonName* find_person(const CaseView& view, const base::PersonId& id) {
    const auto found =
        std::find_if(view.people.begin(), view.people.end(), [&](const PersonName& each) { return each.id == id; });
    return found == view.people.end() ? nullptr : &*found;
}

std::optional<cases::Role> own_role(const CaseView& view) {
    const PersonName* own = find_person(view, view.self);
    return own ? std::optional(own->role) : std::nullopt;
}

const cases::Fact* find_fact(const CaseView& view, const cases::FactId& id) {
    const auto found =
        std::find_if(view.facts.begin(), view.facts.end(), [&](const cases::Fact& each) { return each.id == id; });
    return found == view.facts.end() ? nullptr : &*found;
}

std::vector<const cases::Entry*> course_of(const CaseView& view) {
    std::vector<const cases::Entry*> course;
    const auto& entries = view.folded.entries;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        if (entry->kind != "key_given" && entry->kind != "told") course.push_back(&*entry);
    return course;
}

std::vector<PlannedRevisit> planned_revisits(const cases::AidCase& aid_case, const cases::RevisitRule& rule,
                                             const domain::Calendar& calendar) {
    std::vector<PlannedRevisit> out;
    for (cases::PlanRow& row : cases::revisit_plan(aid_case, rule)) {
        const domain::Due due = cases::due_of(row, calendar);
        out.push_back({std::move(row), {due.date, due.provisional}});
    }
    return out;
}

cases::CaseWords words_of(const CaseRow& row, std::string state, std::string also) {
    return {row.id,      row.applicant,    row.number, row.receipt,        row.village,
            row.handler, std::move(state), row.status, row.original_cases, std::move(also)};
}

bool may_do(const CasesDesk& cases, std::string_view kind) {
    return std::any_of(cases.acts.begin(), cases.acts.end(), [&](const PossibleAct& act) { return act.kind == kind; });
}

std::vector<std::size_t> shown_cases(const CasesDesk& desk) {
    const cases::CaseQuery query{desk.search, desk.status, desk.stage};
    std::vector<std::size_t> shown;
    if (cases::is_blank(query)) {
        for (std::size_t i = 0; i < desk.rows.size(); ++i)
            if (cases::passes(query, desk.rows[i].status)) shown.push_back(i);
    } else if (desk.index) {
        for (const cases::CaseId& id : desk.index->find(query))
            if (const auto place = desk.places.find(id); place != desk.places.end()) shown.push_back(place->second);
    }
    if (desk.claims) std::erase_if(shown, [&desk](std::size_t i) { return !desk.rows[i].claim; });
    return shown;
}

std::optional<cases::CaseId> CasesDesk::marked() const {
    if (chosen >= shown.size() || shown[chosen] >= rows.size()) return std::nullopt;
    return rows[shown[chosen]].id;
}

void CasesDesk::list_anew(const std::optional<cases::CaseId>& keep) {
    shown = shown_cases(*this);
    chosen = shown.empty() ? 0 : std::min(chosen, shown.size() - 1);
    for (std::size_t i = 0; keep && i < shown.size(); ++i)
        if (rows[shown[i]].id == *keep) chosen = i;
}

}  // namespace courtyard::flow
