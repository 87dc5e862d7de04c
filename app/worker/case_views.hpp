// Cases as the laptop's window and courtyardctl show them: rows, tasks, one case in full.
#pragma once

#include <vector>

#include "app/cases/tasks.hpp"
#include "app/flow/case_view.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

[[nodiscard]] flow::CaseRow row_of(const Machine& machine, const cases::AidCase& aid_case, domain::Date today);
// What this person has to do, in order of need.
[[nodiscard]] std::vector<flow::TaskRow> tasks_for_me(Machine& machine, const std::vector<cases::AidCase>& all,
                                                      domain::Date today);
// One case, with the answers of its application but for the account. That this person looked is recorded. Errors of
// case_of.
[[nodiscard]] base::Result<flow::CaseView> view_case(Machine& machine, const cases::CaseId& id, base::Instant now);

}  // namespace courtyard::worker
