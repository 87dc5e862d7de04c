// What is to be done next, case by case: computed from the facts, the calendar and today, never stored.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/cases/deadlines.hpp"

namespace courtyard::cases {

struct Task {
    CaseId about;
    std::string act;  // the kind of fact that does it; somebody on the case may do it now
    // What asks for it, in the pack under "task.<rule>": a limit ("P3", "P5", "P7", …, see term_table()), the plan
    // ("R0" to "R4", "supervised", "again"), an outcome ("O1" to "O12"), or "alert", "vote", "decide", "split",
    // "report", "ballot", "paused", "suspended", "urgent", "order", "release", "pay", "money", "recovery", "promise",
    // "claimed", "disputed", "referral", "contradiction", "double", "seat.<role>" (nobody of that office is on the
    // case and needs to be), "help" (what other bodies could do).
    std::string rule;
    Roles roles;                           // whose office it is
    std::optional<base::PersonId> person;  // this one only
    std::optional<base::PersonId> except;  // anybody but this one: nobody approves their own act
    std::optional<domain::Due> due;        // none: no limit
    std::optional<FactId> on;              // the ballot, order, promise, referral, alert, … that it is about
    bool overdue = false;
    bool escalated =
        false;  // the leader's own entry about somebody else's overdue task: `act` is what the leader can do

    friend bool operator==(const Task&, const Task&) = default;
};

// All of one case, none of a case at its end (withdrawn, abandoned, terminated, closed). `offices`: as for fold().
[[nodiscard]] std::vector<Task> tasks_of(const AidCase& from, const Offices& offices, const domain::Calendar& calendar,
                                         domain::Date today, const TermSettings& settings);

// Whether the task is this person's to do.
[[nodiscard]] bool is_for(const Task& task, const base::PersonId& person, Role role);

// Those of one person, of many cases, in order of need: alerts, what is overdue (the oldest first), what is due today,
// then by day, then what has no day. The same order on every machine.
[[nodiscard]] std::vector<Task> due_list(std::span<const Task> tasks, const base::PersonId& person, Role role,
                                         domain::Date today);

}  // namespace courtyard::cases
