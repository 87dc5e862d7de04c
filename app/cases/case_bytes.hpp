// A folded case as bytes, for the same program on the same machine: what the store keeps beside the facts so that they
// need not be folded anew (app/store/case_folds.hpp). Never sent, never read by another version (fold_version.hpp):
// what travels are facts, and what is compared between machines is case_json.hpp.
#pragma once

#include <optional>

#include "app/cases/aid_case.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::cases {

// Holds what the facts hold: the caller wipes it, and puts it nowhere but into the encrypted store.
[[nodiscard]] base::Bytes case_bytes(const AidCase& aid_case);
// Nothing when these are not the bytes of a case, cut ones included.
[[nodiscard]] std::optional<AidCase> read_case_bytes(base::ByteView bytes);

}  // namespace courtyard::cases
