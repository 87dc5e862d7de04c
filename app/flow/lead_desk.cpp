#include "app/flow/lead_desk.hpp"

#include <algorithm>

#include "app/cases/given_account.hpp"
#include "app/domain/text.hpp"
#include "app/flow/desk_state.hpp"
#include "app/flow/row_search.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::flow {

namespace {

using cases::LeadMove;
using cases::LeadState;
using cases::Need;

constexpr std::string_view kPrefix = "lead_";
constexpr std::size_t kApplicationsMax = 8, kIdShown = 8;

bool was_answered(const LeadRow& row) { return row.by_mailbox || row.view.answered; }

bool may_follow(const LeadRow& row, LeadMove move) {
    if (move == LeadMove::Answered) return !row.by_mailbox;
    if (move == LeadMove::Reopened) return !row.view.is_open();
    if (!row.view.is_open()) return false;
    if (move == LeadMove::Agreed) return row.view.is_to_ask();
    if (move == LeadMove::NotReached) return row.view.state < LeadState::Contacted;
    return cases::state_after(move) > row.view.state;
}

bool is_same_name(std::string_view name, const cases::Lead& lead) {
    return !name.empty() && cases::is_same_person(domain::trim(name), domain::trim(lead.name));
}

FormField day_field() { return {"on", cases::FieldType::Day, Need::May}; }

std::vector<FormField> noted_fields() {
    return {{"from", cases::FieldType::Line},
            {"reference", cases::FieldType::Line, Need::May},
            {"name", cases::FieldType::Line},
            {"village", cases::FieldType::Line, Need::May},
            {"why", cases::FieldType::Words},
            {"agreed", cases::FieldType::YesNo},
            {"reach", cases::FieldType::Line, Need::May},
            {"original_case", cases::FieldType::Line, Need::May},
            day_field()};
}

FormField application_field(const LeadRow& row, std::span<const InboxRow> inbox) {
    FormField field{"application", cases::FieldType::Choice};
    const auto add = [&](bool same) {
        for (const InboxRow* each : applications_for(row.view.lead, inbox)) {
            if (is_same_name(each->name, row.view.lead) != same) continue;
            std::string label = each->name;
            for (const std::string* part : {&each->number, &each->site})
                if (!part->empty()) label += "  " + *part;
            field.choices.push_back({each->id.text(), std::move(label)});
        }
    };
    // What may be the person's own comes before what somebody else handed in since.
    add(true);
    for (const LeadCase& each : row.may_be)
        field.choices.push_back(
            {each.id.text(),
             each.applicant + "  " + (each.number.empty() ? each.id.text().substr(0, kIdShown) : each.number)});
    add(false);
    return field;
}

}  // namespace

void wipe(LeadRow& row) noexcept {
    cases::Lead& lead = row.view.lead;
    for (std::string* text : {&lead.name, &lead.reach, &lead.why})
        base::wipe(*text);
    for (cases::LeadStep& step : row.view.steps)
        base::wipe(step.words);
    for (LeadCase& each : row.may_be)
        base::wipe(each.applicant);
    for (LeadTwin& each : row.twins)
        base::wipe(each.name);
}

void wipe(LeadsDesk& desk) noexcept {
    for (LeadRow& row : desk.rows)
        wipe(row);
    if (desk.open) wipe(*desk.open);
    base::wipe(desk.search);
    desk = {};
}

std::optional<base::RecordId> LeadsDesk::marked() const {
    if (chosen >= shown.size() || shown[chosen] >= rows.size()) return std::nullopt;
    return rows[shown[chosen]].view.lead.id;
}

std::size_t LeadsDesk::open_count() const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const LeadRow& row) { return row.task.has_value(); }));
}

void LeadsDesk::take(std::vector<LeadRow> anew, std::shared_ptr<const cases::CaseIndex> finds) {
    const auto keep = marked();
    for (LeadRow& row : rows)
        wipe(row);
    rows = std::move(anew);
    index = std::move(finds);
    listed = true;
    list_anew(keep);
}

void LeadsDesk::list_anew(const std::optional<base::RecordId>& keep) {
    search_leads(*this);
    for (std::size_t i = 0; keep && i < shown.size(); ++i)
        if (rows[shown[i]].view.lead.id == *keep) chosen = i;
}

bool is_about_lead(std::string_view kind) { return kind.starts_with(kPrefix); }

std::string lead_kind(LeadMove move) {
    return std::string(kPrefix) + std::string(cases::kLeadMoveNames[static_cast<std::size_t>(move)]);
}

std::optional<LeadMove> lead_move(std::string_view kind) {
    for (std::size_t i = 0; i < cases::kLeadMoveNames.size(); ++i)
        if (lead_kind(static_cast<LeadMove>(i)) == kind) return static_cast<LeadMove>(i);
    return std::nullopt;
}

std::optional<LeadMove> next_lead_move(const LeadRow& row) {
    if (row.view.is_to_ask()) return LeadMove::Agreed;
    switch (row.view.state) {
        case LeadState::New:
        case LeadState::Tried: return LeadMove::Contacted;
        case LeadState::Contacted: return LeadMove::Explained;
        case LeadState::Explained: return LeadMove::Applied;
        default: break;
    }
    return cases::lead_task(row.view, was_answered(row)) ? std::optional(LeadMove::Answered) : std::nullopt;
}

std::vector<LeadMove> lead_moves(const LeadRow& row) {
    std::vector<LeadMove> out;
    const auto next = next_lead_move(row);
    if (next) out.push_back(*next);
    // The other answer stands right beside the one that goes on.
    if (row.view.is_to_ask()) out.push_back(LeadMove::Declined);
    for (const LeadMove move : {LeadMove::NotReached, LeadMove::Contacted, LeadMove::Explained, LeadMove::Applied,
                                LeadMove::Elsewhere, LeadMove::Declined, LeadMove::Unsuitable, LeadMove::Duplicate,
                                LeadMove::Withdrawn, LeadMove::Mistaken, LeadMove::Reopened, LeadMove::Answered})
        if (std::find(out.begin(), out.end(), move) == out.end() && may_follow(row, move)) out.push_back(move);
    return out;
}

bool may_open_case(const LeadRow& row) { return may_follow(row, LeadMove::Applied); }

const base::RecordId* paper_of(const LeadRow& row) {
    const auto is_case = [&row](const base::RecordId& id) {
        return std::any_of(row.may_be.begin(), row.may_be.end(), [&id](const LeadCase& each) { return each.id == id; });
    };
    for (const cases::LeadStep& step : row.view.steps)
        if (step.application && !is_case(*step.application)) return &*step.application;
    return nullptr;
}

std::vector<const InboxRow*> applications_for(const cases::Lead& lead, std::span<const InboxRow> inbox) {
    std::vector<const InboxRow*> out;
    for (const bool same : {true, false}) {
        for (const InboxRow& row : inbox) {
            if (out.size() >= kApplicationsMax) return out;
            const bool readable = row.problem.empty() && is_same_name(row.name, lead) == same;
            if (readable && (same || domain::Date::in_china(row.filed) >= lead.on)) out.push_back(&row);
        }
    }
    return out;
}

std::string other_named(const LeadRow& row, std::span<const InboxRow> inbox, std::string_view application) {
    std::string name;
    for (const InboxRow& each : inbox)
        if (each.id.text() == application) name = each.name;
    for (const LeadCase& each : row.may_be)
        if (each.id.text() == application) name = each.applicant;
    return name.empty() || is_same_name(name, row.view.lead) ? std::string() : name;
}

std::shared_ptr<const DeskForm> lead_form(std::string_view kind, const LeadRow* row, std::span<const InboxRow> inbox) {
    FormSpec spec;
    spec.kind = kind;
    spec.signs = kind;
    spec.common = false;
    if (kind == kLeadNoted) {
        spec.fields = noted_fields();
        return std::make_shared<const DeskForm>(std::move(spec));
    }
    const auto move = lead_move(kind);
    if (!move || row == nullptr) return nullptr;
    const bool aside = cases::needs_words(*move);
    if (move == LeadMove::Applied) spec.fields.push_back(application_field(*row, inbox));
    spec.fields.push_back({"words", cases::FieldType::Words, aside ? Need::Must : Need::May});
    spec.fields.push_back(day_field());
    return std::make_shared<const DeskForm>(std::move(spec));
}

LeadAfter lead_after(const LeadRow& row, LeadMove move, domain::Date day) {
    cases::LeadStep step;
    step.id.bytes.fill(0xFF);
    step.lead = row.view.lead.id;
    step.move = move;
    step.day = day;
    if (move == LeadMove::Applied) step.application = base::RecordId{};
    if (move == LeadMove::Reopened) step.takes_back = row.view.ends();
    std::vector<cases::LeadStep> steps = row.view.steps;
    steps.push_back(std::move(step));
    LeadAfter after;
    after.view = cases::fold_lead(row.view.lead, steps);
    after.task = cases::lead_task(after.view, row.by_mailbox || after.view.answered);
    return after;
}

}  // namespace courtyard::flow
