#include "app/flow/row_search.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace courtyard::flow {

namespace {

// Places in a list whose `count` rows have these ids; in the list's own order, because it has what is urgent above.
// Without an index nothing is found by what is typed.
template <class IdAt>
std::vector<std::size_t> fitting(const cases::CaseIndex* index, const std::string& typed, std::size_t count, IdAt id) {
    const cases::CaseQuery query{typed};
    std::vector<std::size_t> places;
    if (cases::is_blank(query)) {
        for (std::size_t i = 0; i < count; ++i)
            places.push_back(i);
        return places;
    }
    if (index == nullptr) return places;
    const std::vector<cases::CaseId> found = index->find(query);
    const std::set<cases::CaseId> there(found.begin(), found.end());
    for (std::size_t i = 0; i < count; ++i)
        if (there.contains(id(i))) places.push_back(i);
    return places;
}

}  // namespace

cases::CaseWords words_of(const InboxRow& row, std::string state, std::string also) {
    return {row.id, row.name, {}, row.number, row.site, {}, std::move(state), row.status, {}, std::move(also)};
}

cases::CaseWords words_of(const LeadRow& row, std::string state, std::string also) {
    const cases::Lead& lead = row.view.lead;
    cases::CaseWords words{lead.id,    lead.name,        lead.reference,  {}, lead.village,
                           row.source, std::move(state), cases::Status{}, {}, std::move(also)};
    if (!lead.original_case.empty()) words.original_cases.push_back(lead.original_case);
    return words;
}

void search_inbox(DeskState& state) {
    state.found = fitting(state.index.get(), state.search, state.rows.size(),
                          [&state](std::size_t i) -> const base::RecordId& { return state.rows[i].id; });
    const cases::CaseQuery query{state.search};
    if (cases::is_blank(query) || state.cases.index == nullptr) return;
    const std::vector<cases::CaseId> fit = state.cases.index->find(query);
    const std::set<cases::CaseId> there(fit.begin(), fit.end());
    std::set<std::size_t> found(state.found.begin(), state.found.end());
    for (std::size_t i = 0; i < state.rows.size(); ++i)
        if (const auto& of_case = state.rows[i].of_case; of_case && there.contains(of_case->id)) found.insert(i);
    state.found.assign(found.begin(), found.end());
}

void know_cases(DeskState& state) {
    const std::vector<std::size_t> before = shown_rows(state);
    const auto marked =
        state.chosen < before.size() ? std::optional(state.rows[before[state.chosen]].id) : std::nullopt;
    std::map<std::string, const CaseRow*> by_receipt;
    for (const CaseRow& row : state.cases.rows)
        if (!row.receipt.empty()) by_receipt.emplace(plain_receipt(row.receipt), &row);
    for (InboxRow& row : state.rows) {
        const auto found = by_receipt.find(plain_receipt(row.number));
        if (found == by_receipt.end())
            row.of_case.reset();
        else
            row.of_case = CaseOfRow{found->second->id, found->second->status};
    }
    search_inbox(state);
    const std::vector<std::size_t> after = shown_rows(state);
    state.chosen = after.empty() ? 0 : std::min(state.chosen, after.size() - 1);
    for (std::size_t i = 0; marked && i < after.size(); ++i)
        if (state.rows[after[i]].id == *marked) state.chosen = i;
}

void search_leads(LeadsDesk& leads) {
    leads.shown = fitting(leads.index.get(), leads.search, leads.rows.size(),
                          [&leads](std::size_t i) -> const base::RecordId& { return leads.rows[i].view.lead.id; });
    leads.chosen = leads.shown.empty() ? 0 : std::min(leads.chosen, leads.shown.size() - 1);
}

}  // namespace courtyard::flow
