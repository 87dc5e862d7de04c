// Whoever goes along the cases after each exchange of mail looks only at those that the exchange brought: it remembers,
// in the store, up to which change it has looked. On another ground (roster, pack, fold, keys of the intake), which may
// make something to do in any case, it looks at all of them once more.
#pragma once

#include <string_view>
#include <vector>

#include "app/worker/case_folding.hpp"

namespace courtyard::worker {

struct UnseenCases {
    std::vector<KnownCase> cases;  // those with something open here
    store::CaseChanges::Place upto;
};

// `reader`: a name of its own for each kind of work. Errors of known_cases.
[[nodiscard]] base::Result<UnseenCases> unseen_cases(Machine& machine, std::string_view reader);

// All of them were looked at, and what could be done has been done. Not called after an error: then they come again.
base::Result<void> have_seen(Machine& machine, std::string_view reader, const UnseenCases& seen);

}  // namespace courtyard::worker
