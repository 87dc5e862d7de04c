#include "app/cases/task_list.hpp"

#include <algorithm>

#include "app/cases/paused_days.hpp"

namespace courtyard::cases {

namespace {

using domain::Date;
using domain::Due;

Roles both(Roles a, Roles b) {
    Roles out;
    for (std::size_t i = 0; i < kRoleNames.size(); ++i)
        if (a.has(static_cast<Role>(i)) && b.has(static_cast<Role>(i))) out.add(static_cast<Role>(i));
    return out;
}

// Who is brought in for an act: for one that asks for a second person the leader, else the first office of the row.
Role wanted_role(Roles roles, bool second) {
    if (second && roles.has(Role::Leader)) return Role::Leader;
    for (const Role role : {Role::Judge, Role::Registrar, Role::Committee, Role::Caller, Role::Leader})
        if (roles.has(role)) return role;
    return Role::Registrar;
}

}  // namespace

bool is_at_end(Status status) {
    return status == Status::Withdrawn || status == Status::Abandoned || status == Status::Terminated ||
           status == Status::Closed;
}

TaskList::TaskList(const AidCase& from_case, const Offices& offices, const RoleMatrix& roles,
                   const domain::Calendar& days, Date now, const TermSettings& set)
    : from(from_case),
      calendar(days),
      today(now),
      settings(set),
      offices_(offices),
      roles_(roles),
      deadlines_(deadlines_of(from_case, days, now, set)) {}

const Deadline* TaskList::open_limit(std::string_view limit) const {
    for (const Deadline& each : deadlines_)
        if (each.rule->id == limit && each.is_open()) return &each;
    return nullptr;
}

std::optional<Due> TaskList::due(std::string_view limit) const {
    const Deadline* found = open_limit(limit);
    return found == nullptr ? std::nullopt : std::optional(found->due);
}

Due TaskList::on_working_day(Date day) const { return calendar.after_days(within_reach(day), 0); }

bool TaskList::allows(std::string_view act) const {
    const ActRule* rule = find_act(act);
    return rule != nullptr && (rule->in.has(from.status) || moves_lying(from.ledger, act));
}

std::size_t TaskList::count_seated(Roles roles) const {
    return static_cast<std::size_t>(
        std::count_if(from.members.seats.begin(), from.members.seats.end(), [&](const auto& seat) {
            const auto role = offices_(seat.first);
            return role && roles.has(*role);
        }));
}

bool TaskList::has_seated(Roles roles, const std::optional<base::PersonId>& except,
                          std::span<const base::PersonId> not_by) const {
    return std::any_of(from.members.seats.begin(), from.members.seats.end(), [&](const auto& seat) {
        const auto role = offices_(seat.first);
        const bool may = seat.first != except && std::find(not_by.begin(), not_by.end(), seat.first) == not_by.end();
        return role && roles.has(*role) && may;
    });
}

void TaskList::add(Wanted wanted) {
    if (!allows(wanted.act)) return;
    const ActRule& rule = *find_act(wanted.act);
    const Roles may = roles_.who(wanted.act);
    const Roles some = both(wanted.roles, may), roles = some.empty() ? may : some;
    if (wanted.person) {
        const auto role = offices_(*wanted.person);
        const bool can = role && may.has(*role);
        const bool there = from.members.has(*wanted.person) || rule.by == ActRule::By::Anyone;
        if (!can || !there) wanted.person.reset();
    }
    if (!wanted.person && !has_seated(roles, wanted.except, wanted.not_by)) return add_seat(roles, wanted);
    push(wanted, roles);
}

// One of the office, or the leader, brings somebody in; in a case that a judge opened the judge brings in the office.
void TaskList::add_seat(Roles roles, const Wanted& wanted) {
    const bool has_office = has_seated({Role::Registrar, Role::Leader});
    const Role role = has_office ? wanted_role(roles, wanted.except.has_value()) : Role::Registrar;
    const std::string rule = "seat." + std::string(name_of(role));
    for (const Task& task : tasks_)
        if (task.rule == rule) return;
    Wanted seat{"joined", rule};
    seat.due = wanted.due;
    seat.same_day = wanted.same_day;
    seat.danger = wanted.danger;
    push(seat, has_office ? Roles{Role::Registrar, Role::Leader} : Roles{Role::Judge});
}

void TaskList::push(const Wanted& wanted, Roles roles) {
    Task task;
    task.about = from.id;
    task.act = wanted.act;
    task.rule = wanted.rule;
    task.roles = roles;
    task.person = wanted.person;
    task.except = wanted.except;
    task.not_by = wanted.not_by;
    task.due = wanted.due;
    task.on = wanted.on;
    task.plan = wanted.plan;
    task.same_day = wanted.same_day;
    task.danger = wanted.danger;
    task.overdue = task.due && task.due->date < today;
    tasks_.push_back(std::move(task));
}

// The leader can do it, or say something about it; to give more time is a task of the leader's own.
std::string_view TaskList::what_leader_does(const Task& task) const {
    if (task.roles.has(Role::Leader) && !task.person && allows(task.act)) return task.act;
    if (task.rule == "deduct") return task.act;
    if (task.act == "recovered" && allows("recovery_given_up")) return "recovery_given_up";
    return "remarked";
}

// It stands on the leader's list already, as the leader's own to do.
bool TaskList::is_with_leader(const Task& task) const {
    if (task.person) return offices_(*task.person) == Role::Leader;
    return task.roles.has(Role::Leader) && has_seated({Role::Leader}, task.except, task.not_by);
}

// The offices of those on the case who can do it.
Roles TaskList::who_can(const Task& task) const {
    Roles out;
    for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
        const Role role = static_cast<Role>(i);
        if (task.roles.has(role) && has_seated({role}, task.except, task.not_by)) out.add(role);
    }
    return out.empty() ? task.roles : out;
}

// Without a leader on the case somebody has to bring one in, who then sees all of it.
void TaskList::escalate() {
    const std::vector<Task> late = tasks_;
    for (const Task& task : late) {
        if (!task.overdue || is_with_leader(task)) continue;
        Wanted wanted{"remarked", task.rule, task.due, task.on};
        wanted.same_day = task.same_day;
        wanted.danger = task.danger;
        if (!has_seated({Role::Leader})) {
            add_seat({Role::Leader}, wanted);
            continue;
        }
        wanted.act = what_leader_does(task);
        wanted.except = wanted.act == task.act ? task.except : std::nullopt;
        if (wanted.act == task.act) wanted.not_by = task.not_by;
        if (!has_seated({Role::Leader}, wanted.except, wanted.not_by)) {
            wanted.act = "remarked";
            wanted.except.reset();
            wanted.not_by.clear();
        }
        push(wanted, {Role::Leader});
        tasks_.back().escalated = true;
        tasks_.back().whose = task.person;
        tasks_.back().owed_by = task.person ? Roles{} : who_can(task);
    }
}

std::vector<Task> TaskList::finish() && {
    escalate();
    return std::move(tasks_);
}

}  // namespace courtyard::cases
