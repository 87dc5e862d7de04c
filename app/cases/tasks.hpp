// What is to be done next, case by case: computed from the facts, the calendar and today, never stored.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/cases/deadlines.hpp"
#include "app/cases/role_matrix.hpp"

namespace courtyard::cases {

struct Task {
    CaseId about;
    std::string act;  // the kind of fact that does it; somebody on the case may do it now
    // What asks for it, in the pack under "task.<rule>": a limit of term_table() ("P3", "P3c", "P4", "P5", "P12",
    // "P7m", "P8", "party", "P9", "P10"), a row of the revisit plan ("R0" …, "S1" …, "extra"), an outcome ("O1" to
    // "O12"), a code of next_tasks() ("alert_unsafe", "alert_pass.unsafe", "alert_pass.new_harm", "promise_due",
    // "ask_promise", "referral_answer", …), or one of
    //   "P1b" ask the department    "urgent_asked", "urgent", "urgent_pay"    "assign", "element.harm",
    //   "element.paid", "element.hardship", "element.petition", "commitment" what a report rests on, "report",
    //   "ballot", "vote", "decide", "split", "terminate"    "report_aided", "ballot_aided", "decide_aided" as those, of
    //   somebody who was helped before    "report_anew" who wrote it has a conflict of interest    "vote_amount" enough
    //   would grant, and this vote can raise the amount "found_anew" what lies before the voters was found otherwise
    //   "doubt", "doubt_judge" something came to light after the
    //   decision, and the leader has not said that it stands, "doubt_seat" which the leader who signed it cannot say,
    //   "doubt_unheard" the decision had counted what was taken back "hearing" the day to which people were called,
    //   "hearing_off" to which they need not come, "hearing_anew" on which the review stood still "paused.<ground>",
    //   "suspended" time stands still, "late_pause" since after the last day, "suspended_look" is it right that it does
    //   "finance" money is awaited, "finance_lies" while other lies here, "fund_lies" for no grant any more "order",
    //   "order_again" the bank sent it back, "deducted_back" of which a part is owed, "release", "pay", "money" did it
    //   come "same_proof" two payments on one number of the bank "account" none is known to pay to "account_changed"
    //   since it was ordered    "money_gone", "gone_stop" the person is dead or gone    "stray" money without an order,
    //   "reclaim" which is to come back    "A8" urgent money after a refusal, "deduct" from what was collected,
    //   "recall" what finance was asked for, "recall_unmade" upon a grant that was set right, "recovery",
    //   "recovery_told", "reclaim_told", "told", "told.<paper>" the person is told how it stands
    //   "help" what other bodies could do
    //   "no_help" the person wants nobody's "close" "contradiction", "contradiction_paid" of a correction and of money
    //   that went out without knowing it "double" is it the same aid as elsewhere
    //   "opinion_no", "opinion_yes" who sent the case on, or did not file it, had not heard what the department thinks
    //   "same_number", "same_lead", "same_lead_stays" (worker/case_book.hpp) "clock_ahead" (clock_ahead.hpp)
    //   "seat.<role>" nobody of that office is on the case
    std::string rule;
    Roles roles;                           // whose office it is
    std::optional<base::PersonId> person;  // this one only
    std::optional<base::PersonId> except;  // anybody but this one: nobody approves their own act
    std::optional<domain::Due> due;        // none: no limit
    std::optional<FactId> on;              // the ballot, order, promise, referral, alert, … that it is about
    std::string plan = {};                 // of a visit that something else asks for: the row of the plan that it does
    bool same_day = false;                 // danger, a fee that was asked for, urgent money: before everything else
    bool overdue = false;
    bool escalated =
        false;  // the leader's own entry about somebody else's overdue task: `act` is what the leader can do
    std::vector<base::PersonId> not_by = {};   // nor any of these: who noted that a promise is kept does not end it
    std::optional<base::PersonId> whose = {};  // of such an entry: who is late, where one person alone can do the task
    Roles owed_by = {};                        // … else the offices of those on the case who can
    bool danger = false;                       // somebody may be hurt: the first of what is `same_day`

    friend bool operator==(const Task&, const Task&) = default;
};

// A limit of a module that runs: what other help of the court awaits by then (module_run.hpp).
struct ModuleClock {
    std::string rule;  // "module.<module>.<limit>"
    domain::Due due;
    FactId since;  // the act that began it
    Roles roles;   // whose acts end it
};

// All of one case. Of a case at its end (withdrawn, abandoned, terminated, closed) only alerts, contradictions and
// doubts of its decision, those that were taken back or ended early also what other bodies promised or were asked, and
// a closed one what came up since: a promise that was not kept after all, what a later call called for. Every other one
// has at least one that somebody on it may do. What is overdue stands a second time for the leader, unless the leader
// has it to do already. `offices`: as for fold(). `roles`: what the court's pack takes away is nobody's task.
[[nodiscard]] std::vector<Task> tasks_of(const AidCase& from, const Offices& offices, const domain::Calendar& calendar,
                                         domain::Date today, const TermSettings& settings, const RoleMatrix& roles = {},
                                         std::span<const ModuleClock> modules = {});

// What is known of the act's fields: the ballot, the order, the plan of a revisit. The rest is for the person to say.
[[nodiscard]] Fields known_fields(const Task& task);

// Whether the task is this person's to do.
[[nodiscard]] bool is_for(const Task& task, const base::PersonId& person, Role role);

// Those of one person, of many cases, in order of need: danger, other alerts, what is overdue (the oldest first), what
// is due today, then by day, then what has no day. The same order on every machine.
[[nodiscard]] std::vector<Task> due_list(std::span<const Task> tasks, const base::PersonId& person, Role role,
                                         domain::Date today);

}  // namespace courtyard::cases
