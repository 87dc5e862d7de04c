// Why the case, or the court's pack, would not have an act: one sentence of the pack for the window's owner and for
// courtyardctl alike. It says what cannot be done, why, what to do, and what there is to choose from.
#pragma once

#include "app/cases/aid_case.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// "fact.<code>".
[[nodiscard]] base::Error refusal(const Machine& machine, const cases::AidCase& so_far, const cases::Fact& fact,
                                  const std::string& code);

// The same of "corrected.rests", with what rests on it and would fall.
[[nodiscard]] base::Error refusal_of_rest(const Machine& machine, const cases::AidCase& so_far,
                                          const cases::Fact& correction, const std::vector<cases::FactId>& resting);

}  // namespace courtyard::worker
