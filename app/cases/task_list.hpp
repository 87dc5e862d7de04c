// How the tasks of a case are gathered. For app/cases only; the parts stand in *_tasks.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/tasks.hpp"

namespace courtyard::cases {

// With the ground for which time stands still: "paused.papers".
inline constexpr std::string_view kPausedRule = "paused.";
// Working days until somebody has looked at what the department answered; the court's own aim, no rule names them.
inline constexpr int kOpinionDays = 3;
// With the paper that the person is given: "told.withdrawn".
inline constexpr std::string_view kToldRule = "told.";

class TaskList {
public:
    struct Wanted {
        std::string_view act;
        std::string rule;
        std::optional<domain::Due> due = {};
        std::optional<FactId> on = {};
        std::optional<base::PersonId> person = {}, except = {};
        bool same_day = false;
        Roles roles = {};  // none: all offices whose act it is
        std::string plan = {};
        std::vector<base::PersonId> not_by = {};
        bool danger = false;
    };

    TaskList(const AidCase& from, const Offices& offices, const RoleMatrix& roles, const domain::Calendar& calendar,
             domain::Date today, const TermSettings& settings);

    // Left out where the state of the case does not allow the act. Where nobody on the case may do it, somebody who may
    // has to come first: that is then the task ("seat.<role>").
    void add(Wanted wanted);
    [[nodiscard]] bool is_empty() const { return tasks_.empty(); }
    [[nodiscard]] std::vector<Task> finish() &&;

    // The day of a limit that has not ended.
    [[nodiscard]] std::optional<domain::Due> due(std::string_view limit) const;
    [[nodiscard]] const Deadline* open_limit(std::string_view limit) const;
    // The first working day from then on.
    [[nodiscard]] domain::Due on_working_day(domain::Date day) const;
    [[nodiscard]] bool allows(std::string_view act) const;
    [[nodiscard]] bool has_seated(Roles roles, const std::optional<base::PersonId>& except = {},
                                  std::span<const base::PersonId> not_by = {}) const;
    [[nodiscard]] std::size_t count_seated(Roles roles) const;

    const AidCase& from;
    const domain::Calendar& calendar;
    const domain::Date today;
    const TermSettings& settings;

private:
    void add_seat(Roles roles, const Wanted& wanted);
    void push(const Wanted& wanted, Roles roles);
    void escalate();
    [[nodiscard]] bool is_with_leader(const Task& task) const;
    [[nodiscard]] std::string_view what_leader_does(const Task& task) const;
    [[nodiscard]] Roles who_can(const Task& task) const;

    const Offices& offices_;
    const RoleMatrix& roles_;
    std::vector<Deadline> deadlines_;
    std::vector<Task> tasks_;
};

void add_filing_tasks(TaskList& list);
void add_review_tasks(TaskList& list);
void add_telling(TaskList& list);  // the person is given the paper that says how the case stands
void add_hearing_tasks(TaskList& list);
void add_doubt_tasks(TaskList& list);  // of a decision of which something came to light afterwards
void add_money_tasks(TaskList& list);
void add_care_tasks(TaskList& list);
void add_last_tasks(TaskList& list);  // what is left when nothing else is to be done

// The person died before all was paid: the rest is not paid, and somebody says so.
[[nodiscard]] bool is_to_be_stopped(const AidCase& from);

// Reached, and nothing leads away: only what went wrong is still to be set right.
[[nodiscard]] bool is_at_end(Status status);

}  // namespace courtyard::cases
