// Where the money of a case goes. The number stands in the application alone, sealed to the court's intake, and two
// offices see it (rules/roles.toml "account").
#pragma once

#include <optional>

#include "app/cases/aid_case.hpp"
#include "app/printing/court_paper.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// Nothing for whom the court's matrix does not let see it, when no application with an account lies here, or when its
// number is none. Whoever takes it wipes it.
[[nodiscard]] std::optional<printing::CourtAccount> account_of(Machine& machine, const cases::AidCase& aid_case);

// The last digits, for who may see it: enough to compare with a passbook.
inline constexpr std::size_t kAccountEnds = 4;
[[nodiscard]] std::string account_ends(const printing::CourtAccount& account);

}  // namespace courtyard::worker
