// Folded cases: off the store's shelf where they lie there under the right key, else folded anew and put there. The key
// is made of the facts that are open here, of the fold (cases::fold_version) and of the offices in the roster, which is
// all that a fold looks at; so what lies there can be another program's or yesterday's and is then not looked at.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "app/worker/case_shelf.hpp"

namespace courtyard::worker {

// A case that has something open here. Another key exactly when its fold may be another.
struct KnownCase {
    cases::CaseId id;
    base::Digest key;
    friend bool operator==(const KnownCase&, const KnownCase&) = default;
};

// By arrival of their first facts. "case.role": a kiosk has none.
[[nodiscard]] base::Result<std::vector<KnownCase>> known_cases(Machine& machine);
// Of these cases those that have something open here.
[[nodiscard]] base::Result<std::vector<KnownCase>> known_cases(Machine& machine, std::span<const cases::CaseId> ids);
// "case.unknown".
[[nodiscard]] base::Result<KnownCase> known_case(Machine& machine, const cases::CaseId& id);

// Each of these once, in no certain order; those without one readable fact are left out. Not inside a transaction: what
// had to be folded is put on the shelf.
using SeeCase = std::function<void(const KnownCase& known, cases::AidCase&& folded)>;
base::Result<void> read_cases(Machine& machine, std::span<const KnownCase> wanted, const SeeCase& see);

}  // namespace courtyard::worker
