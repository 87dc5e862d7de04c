// Whether everything that a machine stands on is sound: what doctor looks at. Every file of the home is judged by
// itself, so that each that is wrong is named once, with what helps.
#pragma once

#include <string>
#include <vector>

#include "app/worker/machine.hpp"

namespace courtyard::worker {

struct Finding {
    std::string check;  // "store", "pack", …
    bool ok = false;
    std::string says;  // one sentence: what was seen, and what to do when it is not well
};

// Opens the home by itself, because a home that does not open is what doctor is for. `courier`: null leaves the hub
// out.
struct Examine {
    OpenMachine open;
    bool ask_hub = true;
};
[[nodiscard]] std::vector<Finding> examine(const Examine& request, base::Instant now, base::Random& random);

}  // namespace courtyard::worker
