// The number under which a case is filed, or which is set right later, held against the court's other cases before it
// is signed.
#pragma once

#include "app/cases/fact.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// "filed.kind": it is no number of a judicial aid case. "filed.court": another court's, where the pack says how the
// own ones begin. "filed.taken": another case of this laptop has it, however it
// is spelled. What lies on other laptops only nobody can know here: registrars, who file, are on every case. Nothing
// for facts of other kinds.
[[nodiscard]] base::Result<cases::Verdict> refused_by_number(Machine& machine, const cases::Fact& fact);

}  // namespace courtyard::worker
