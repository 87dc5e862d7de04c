#include "app/cases/tasks.hpp"

#include <algorithm>
#include <tuple>

#include "app/cases/money_at_odds.hpp"
#include "app/cases/next_tasks.hpp"
#include "app/cases/paused_days.hpp"
#include "app/cases/shaken_ground.hpp"
#include "app/cases/task_list.hpp"

namespace courtyard::cases {

namespace {

// What was decided and what was paid is corrected by the leader alone (fold.cpp).
bool is_said_to_leader(std::string_view kind) {
    return kind == "decided" || kind == "pay_made" || kind == "urgent_paid" || kind == "fund_returned";
}

// Money that may go out twice is looked into on the day on which it was told; what the department thinks before the day
// by which the case is sent on or filed. Nobody waits for a day where nothing else does.
std::optional<domain::Due> due_of(const TaskList& list, const Entry& contradiction) {
    if (is_money_at_odds(list.from, contradiction.id))
        return domain::Due{std::min(within_reach(contradiction.day), list.today), false};
    if (contradiction.code != kTwoOpinions) return std::nullopt;
    for (const char* limit : {"P3c", "P5"})
        if (const auto due = list.due(limit)) return due;
    return list.calendar.after_working_days(within_reach(contradiction.day), kOpinionDays);
}

// Nobody settles what stands against their own word: where only they are there, a leader comes first.
void add_somebody_else(TaskList& list, const TaskList::Wanted& contradiction, const Entry& one, const Entry& other) {
    TaskList::Wanted wanted = contradiction;
    wanted.not_by = {one.author, other.author};
    if (list.has_seated({Role::Registrar, Role::Leader}, {}, wanted.not_by)) return;
    wanted.roles = {Role::Leader};
    list.add(std::move(wanted));
}

void add_contradictions(TaskList& list) {
    for (const Entry& entry : list.from.entries) {
        if (entry.standing != Standing::Contradicts) continue;
        const Entry* against = entry.against ? list.from.entry(*entry.against) : nullptr;
        const bool for_leader =
            is_said_to_leader(entry.kind) || (against != nullptr && is_said_to_leader(against->kind));
        const bool is_paid = is_against_payment(list.from, entry);
        TaskList::Wanted wanted{"contradiction_settled", is_paid ? "contradiction_paid" : "contradiction"};
        wanted.on = entry.id;
        wanted.due = due_of(list, entry);
        if (for_leader) wanted.roles = {Role::Leader};
        list.add(wanted);
        if (wanted.due && against != nullptr) add_somebody_else(list, wanted, entry, *against);
    }
}

void add_doubles(TaskList& list) {
    for (const Inquiry::Double& each : list.from.inquiry.doubles)
        if (!each.answered_by) list.add({"double_answered", "double", {}, each.asked_by});
}

const FieldRule* fact_field(const ActRule& rule) {
    const auto found = std::find_if(rule.fields.begin(), rule.fields.end(), [](const FieldRule& field) {
        return field.type == FieldType::Fact && field.need == Need::Must;
    });
    return found == rule.fields.end() ? nullptr : &*found;
}

// Danger, other alerts, overdue, today, later, any day.
int urgency(const Task& task, domain::Date today) {
    if (task.same_day) return task.danger ? 0 : 1;
    if (task.overdue) return 2;
    if (!task.due) return 5;
    return task.due->date <= today ? 3 : 4;
}

// Which of the things that one call told: "alert_unsafe", "alert_pass.unsafe".
std::string what_told(const Task& task) {
    constexpr std::string_view kAlert = "alert_", kPass = "alert_pass.";
    if (task.act == "alert_passed" && task.rule.starts_with(kPass)) return task.rule.substr(kPass.size());
    if (task.act == "alert_handled" && task.rule.starts_with(kAlert)) return task.rule.substr(kAlert.size());
    return {};
}

// Done by a remark about the fact that it stands on, and by no other word.
bool answers_by_remark(const Task& task) {
    return task.rule == "deducted_back" || task.rule == "clock_ahead" || task.rule == "found_anew" ||
           task.rule == "opinion_yes" || task.rule == "same_proof";
}

}  // namespace

std::vector<Task> tasks_of(const AidCase& from, const Offices& offices, const domain::Calendar& calendar,
                           domain::Date today, const TermSettings& settings, const RoleMatrix& roles,
                           std::span<const ModuleClock> modules) {
    TaskList list(from, offices, roles, calendar, today, settings);
    if (from.status == Status::Synced) return {};
    add_contradictions(list);
    add_doubt_tasks(list);
    add_care_tasks(list);
    const bool goes_on = !is_at_end(from.status);
    if (goes_on) add_doubles(list);
    if (goes_on) add_filing_tasks(list);
    add_hearing_tasks(list);  // people come to one that nobody called off, however the case ended
    if (goes_on) add_review_tasks(list);
    add_telling(list);
    add_money_tasks(list);  // a case that has ended may have money left
    for (const ModuleClock& each : modules) {
        TaskList::Wanted wanted{"module", each.rule, each.due, each.since};
        wanted.roles = each.roles;
        list.add(std::move(wanted));
    }
    if (goes_on) add_last_tasks(list);
    return std::move(list).finish();
}

Fields known_fields(const Task& task) {
    Fields out;
    const ActRule* rule = find_act(task.act);
    if (rule == nullptr) return out;
    const FieldRule* field = fact_field(*rule);
    if (field != nullptr && task.on) out.emplace(field->name, task.on->text());
    if (task.act == "revisit_made") out.emplace("plan", task.plan.empty() ? std::string("extra") : task.plan);
    if (const std::string what = what_told(task); !what.empty()) out.emplace("what", what);
    if (task.act == "followup_settled" && find_outcome(task.rule) != nullptr) out.emplace("outcome", task.rule);
    constexpr std::string_view kElement = "element.";
    if (task.act == "element_found" && task.rule.starts_with(kElement))
        out.emplace("element", task.rule.substr(kElement.size()));
    if ((task.rule == "recovery_told" || task.rule == "reclaim_told") && task.on) {
        out.emplace("paper", std::string(task.rule == "reclaim_told" ? "reclaim" : "decision_recover"));
        out.emplace("decision", task.on->text());
    }
    if (task.act == "served" && task.rule.starts_with(kToldRule))
        out.emplace("paper", task.rule.substr(kToldRule.size()));
    if (task.rule == "same_lead_stays" && task.on) out.emplace("other_case", task.on->text());
    if (answers_by_remark(task) && task.on) out.emplace("about", task.on->text());
    if (task.rule == "deduct") out.emplace("ground", std::string("enforced"));
    if (task.act == "joined" && task.rule == "doubt_seat") out.emplace("as", std::string("leader"));
    if (task.act == "clock_resumed" && task.rule.starts_with(kPausedRule))
        out.emplace("ground", task.rule.substr(kPausedRule.size()));
    if (task.act == "joined" && task.rule.starts_with("seat.")) {
        const std::string role = task.rule.substr(5);
        out.emplace("as", role == "judge" ? std::string("panel") : role);
    }
    return out;
}

bool is_for(const Task& task, const base::PersonId& person, Role role) {
    if (task.person) return *task.person == person;
    const bool may = std::find(task.not_by.begin(), task.not_by.end(), person) == task.not_by.end();
    return task.roles.has(role) && task.except != person && may;
}

std::vector<Task> due_list(std::span<const Task> tasks, const base::PersonId& person, Role role, domain::Date today) {
    std::vector<Task> own;
    std::copy_if(tasks.begin(), tasks.end(), std::back_inserter(own),
                 [&](const Task& task) { return is_for(task, person, role); });
    const auto place = [today](const Task& task) {
        const domain::Date due = task.due ? task.due->date : today;
        return std::tuple(urgency(task, today), due, task.escalated, task.about, std::string_view(task.rule),
                          std::string_view(task.act), task.on);
    };
    std::stable_sort(own.begin(), own.end(), [&](const Task& a, const Task& b) { return place(a) < place(b); });
    return own;
}

}  // namespace courtyard::cases
