// Facts that came with a clock days ahead of ours, of the hub's and of everything that the court has signed
// (cases/clock_ahead.hpp).
#pragma once

#include "app/cases/clock_ahead.hpp"
#include "app/worker/machine.hpp"
#include "sync/seal/body.hpp"

namespace courtyard::worker {

// A fact is opened here: noted where its clock was ahead. Nothing of what was made here.
base::Result<void> note_clock(Machine& machine, const store::Transaction& inside, const store::CaseRecord& record,
                              const seal::Body& body);

// Of a case: which days of it cannot be true, and the days on which they came.
[[nodiscard]] base::Result<cases::CameOn> clocks_ahead(Machine& machine, const cases::AidCase& of);

}  // namespace courtyard::worker
