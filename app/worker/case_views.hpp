// Cases as the laptop's window and courtyardctl show them: rows, tasks, one case in full.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/flow/case_view.hpp"
#include "app/worker/clock_watch.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// Without the sounds of the name, which case_book.hpp adds.
[[nodiscard]] flow::CaseRow row_of(const Machine& machine, const cases::AidCase& aid_case, domain::Date today);
// What is to be done in a case by somebody of this person's office, in no order; by its true days where some of its own
// cannot be (clock_watch.hpp).
[[nodiscard]] std::vector<cases::Task> own_tasks(Machine& machine, const cases::AidCase& aid_case, domain::Date today,
                                                 const std::optional<TrueDays>& true_days = {});
// Tasks of many cases in order of need, as rows. `about`: what a row says of the case of a task; null leaves it out.
struct TaskCase {
    std::string applicant, village, number;
    domain::SafeContact contact;
    cases::Status status = cases::Status::Received;
    bool in_danger = false;
    bool urgent = false;      // cases::is_urgent
    bool is_lead = false;     // no case, but somebody of whom a lead tells
    std::string source = {};  // … and who handed it over
};
[[nodiscard]] TaskCase task_case(const cases::AidCase& of);
[[nodiscard]] std::vector<flow::TaskRow> task_rows(const Machine& machine, const std::vector<cases::Task>& tasks,
                                                   const std::function<const TaskCase*(const cases::CaseId&)>& about,
                                                   domain::Date today);
// What this person has to do, in order of need.
[[nodiscard]] std::vector<flow::TaskRow> tasks_for_me(Machine& machine, const std::vector<cases::AidCase>& all,
                                                      domain::Date today);
// One case, with the answers of its application but for the account, as the form masks them for whoever reads no
// applications, and without long numbers in its facts for whoever may not see accounts (case_rights.hpp). That this
// person looked is recorded, but not again while it lies open and is only brought up to date. Errors of case_of.
enum class Looking : std::uint8_t { Opens, LiesOpen };
[[nodiscard]] base::Result<flow::CaseView> view_case(Machine& machine, const cases::CaseId& id, base::Instant now,
                                                     Looking looking = Looking::Opens);

}  // namespace courtyard::worker
