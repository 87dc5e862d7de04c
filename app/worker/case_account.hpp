// Where the money of a case goes. The number stands in the application, or in a record of an account that somebody told
// later (given_account.hpp), both sealed to the court's intake; two offices see it (rules/roles.toml "account").
#pragma once

#include <optional>

#include "app/cases/aid_case.hpp"
#include "app/printing/court_paper.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// The account in one record: the application of the case, or a record that one of its facts names. Nothing for whom the
// court's matrix does not let see it, when the record does not lie here, or when its number is none. Whoever takes it
// wipes it.
[[nodiscard]] std::optional<printing::CourtAccount> account_of(Machine& machine, const cases::AidCase& aid_case,
                                                               const base::RecordId& record);

// The accounts that orders may go to: of each holder the newest that was told, then the application's own. Which of
// these two one person's is, the fold says (given_account.hpp).
[[nodiscard]] std::vector<base::RecordId> account_records(const cases::AidCase& aid_case);

// The last digits, for who may see it: enough to compare with a passbook.
inline constexpr std::size_t kAccountEnds = 4;
[[nodiscard]] std::string account_ends(const printing::CourtAccount& account);

}  // namespace courtyard::worker
