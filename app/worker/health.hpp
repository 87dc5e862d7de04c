// How the machine is: what waits, when the hub was last heard, and whether everything it stands on is sound.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/worker/machine.hpp"
#include "sync/mail/outbox.hpp"

namespace courtyard::worker {

struct Status {
    mail::OutboxCounts outbox;
    std::uint64_t applications = 0;  // in the inbox of a laptop
    std::optional<base::Instant> last_contact;
    std::optional<base::Instant> last_trial;
    std::uint64_t failures = 0;  // trials in a row without an answer
    std::string pack_name;
    std::int64_t pack_version = 0;
    std::uint64_t roster_version = 0;
};
[[nodiscard]] base::Result<Status> status_of(Machine& machine);

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
