#include "app/flow/kept_draft.hpp"

#include <algorithm>
#include <utility>

#include "app/flow/case_update.hpp"
#include "app/flow/lead_update.hpp"
#include "app/flow/year_desk.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::flow {

namespace {

using FieldDrafts = std::map<std::string, FieldDraft, std::less<>>;

std::string about_of(const DeskState& state, std::string_view kind) {
    const bool of_lead = is_about_lead(kind) || (kind == kOpening && state.leads.opens_case);
    if (of_lead) return state.leads.open ? state.leads.open->view.lead.id.text() : std::string();
    if (kind == kYearSent && state.cases.shown_paper) return state.cases.shown_paper->id;
    return state.cases.view && kind != kOpening ? state.cases.view->folded.id.text() : std::string();
}

bool holds_all(const std::vector<std::string>& list, const std::vector<std::string>& of) {
    return std::all_of(of.begin(), of.end(), [&list](const std::string& each) {
        return std::find(list.begin(), list.end(), each) != list.end();
    });
}

// What says which thing, or which person, an act is about. A text, a sum or a day that was filled in and typed over is
// of the same thing.
bool tells_which(cases::FieldType type) {
    using enum cases::FieldType;
    return type == Fact || type == Facts || type == Choice || type == Person || type == Persons;
}

// Of a list somebody may have taken off or added some.
bool agrees(const cases::FieldRule& field, const FieldDraft& own, const FieldDraft& wanted) {
    if (!tells_which(field.type)) return true;
    if (own == FieldDraft{} || wanted == FieldDraft{}) return true;
    if (!cases::is_list(field.type)) return own == wanted;
    return holds_all(own.chosen, wanted.chosen) || holds_all(wanted.chosen, own.chosen);
}

// Whether it is what is asked for now: a vote on another ballot, word of another alert, another paper that is handed
// over is another draft.
bool is_for(const cases::ActRule* rule, const FieldDrafts& kept, const FieldDrafts& prefill) {
    if (rule == nullptr) return true;
    return std::all_of(prefill.begin(), prefill.end(), [&](const auto& each) {
        const cases::FieldRule* field = cases::find_field(*rule, each.first);
        const auto own = kept.find(each.first);
        return field == nullptr || own == kept.end() || agrees(*field, own->second, each.second);
    });
}

FieldDrafts as_named_now(const CasesDesk& cases, FieldDrafts fields) {
    if (cases.view) name_ballot_as_now(fields, *cases.view);
    return fields;
}

// What was typed and taken away again is nothing.
FieldDrafts filled(const FieldDrafts& fields) {
    FieldDrafts out;
    for (const auto& [name, field] : fields)
        if (field != FieldDraft{}) out.emplace(name, field);
    return out;
}

bool is_picture(const cases::ActRule* rule, const std::string& name) {
    const cases::FieldRule* field = rule == nullptr ? nullptr : cases::find_field(*rule, name);
    return field != nullptr && field->type == cases::FieldType::Pictures;
}

}  // namespace

void name_ballot_as_now(FieldDrafts& fields, const CaseView& view) {
    const auto named = fields.find("ballot");
    if (named == fields.end() || named->second.chosen.size() != 1) return;
    const auto id = cases::FactId::parse(named->second.chosen.front());
    const cases::Ballot* ballot = id ? view.folded.ballots.find(*id) : nullptr;
    if (ballot != nullptr) named->second.chosen = {ballot->by.text()};
}

void wipe(KeptDraft& draft) noexcept {
    for (auto& [name, field] : draft.fields) {
        base::wipe(field.text);
        for (std::string& each : field.chosen)
            base::wipe(each);
    }
    draft = {};
}

void keep_draft(DeskState& state) {
    CasesDesk& cases = state.cases;
    if (!cases.act || state.waiting == DeskWait::Act) return;
    KeptDraft kept{about_of(state, cases.act->kind), cases.act->kind, {}, cases.act->more};
    const cases::ActRule* rule = rule_of(*cases.act);
    const bool is_untouched = filled(cases.act->fields) == filled(cases.act->begun);
    kept.fields = std::move(cases.act->fields);
    kept.lost_pictures = cases.act->lost_pictures;
    for (const auto& [name, field] : kept.fields)
        for (const std::string& each : field.chosen)
            if (const ActPicture* taken = is_picture(rule, name) ? cases.picture_work.find(each) : nullptr)
                kept.pictures.push_back(*taken);
    std::erase_if(cases.kept, [&](KeptDraft& older) {
        // The one that went on is no longer among them: any other is a draft of its own.
        const bool same = older.about == kept.about && older.kind == kept.kind && older.fields == kept.fields;
        if (same) wipe(older);
        return same;
    });
    wipe(*cases.act);
    cases.act.reset();
    if (is_untouched) return wipe(kept);
    if (cases.kept.size() >= kKeptDraftsMax) {
        wipe(cases.kept.front());
        cases.kept.erase(cases.kept.begin());
    }
    cases.kept.push_back(std::move(kept));
}

void go_on_with_kept(DeskState& state, const FieldDrafts& prefill) {
    CasesDesk& cases = state.cases;
    ActDraft& act = *cases.act;
    const std::string about = about_of(state, act.kind);
    const cases::ActRule* rule = rule_of(act);
    const auto found = std::find_if(cases.kept.rbegin(), cases.kept.rend(), [&](const KeptDraft& kept) {
        return kept.about == about && kept.kind == act.kind &&
               is_for(rule, as_named_now(cases, kept.fields), as_named_now(cases, prefill));
    });
    if (found == cases.kept.rend()) return;
    act.fields = as_named_now(cases, std::move(found->fields));
    for (const auto& [name, value] : prefill)
        if (FieldDraft& own = act.fields[name]; own == FieldDraft{}) own = value;
    act.more = found->more;
    act.goes_on = true;
    act.lost_pictures = found->lost_pictures;
    for (ActPicture& picture : found->pictures)
        if (cases.picture_work.find(picture.digest.text()) == nullptr)
            cases.picture_work.taken.push_back(std::move(picture));
    cases.kept.erase(std::next(found).base());
}

std::vector<KeptDraft> drafts_behind_lock(DeskState& state) {
    keep_draft(state);
    for (KeptDraft& draft : state.cases.kept) {
        for (const ActPicture& picture : draft.pictures)
            for (auto& [name, field] : draft.fields)
                if (std::erase(field.chosen, picture.digest.text()) > 0) draft.lost_pictures = true;
        draft.pictures.clear();
    }
    return std::exchange(state.cases.kept, {});
}

}  // namespace courtyard::flow
