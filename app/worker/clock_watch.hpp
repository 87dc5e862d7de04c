// Facts that came with a clock days ahead of ours, of the hub's and of everything that the court has signed
// (cases/clock_ahead.hpp).
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "app/cases/clock_ahead.hpp"
#include "app/worker/machine.hpp"
#include "sync/seal/body.hpp"

namespace courtyard::worker {

// A fact is opened here: noted where its clock was ahead. Nothing of what was made here.
base::Result<void> note_clock(Machine& machine, const store::Transaction& inside, const store::CaseRecord& record,
                              const seal::Body& body);

// What limits and tasks are reckoned with where days of a case cannot be true.
struct TrueDays {
    cases::CameOn ahead;             // which those are, and the days on which they came
    std::vector<cases::Fact> facts;  // of the case, on these days
    cases::AidCase by_days;          // folded of them
};
// Nothing: no clock was ahead, as in nearly every case; it costs one look into the store then. `facts`: those of the
// case that are open here, where they are at hand.
[[nodiscard]] base::Result<std::optional<TrueDays>> true_days(Machine& machine, const cases::AidCase& of,
                                                              std::span<const cases::Fact> facts = {});

}  // namespace courtyard::worker
