// How the machine is: what waits, when the hub was last heard, what it stands on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/worker/machine.hpp"
#include "sync/mail/outbox.hpp"

namespace courtyard::worker {

struct Status {
    static constexpr int kNamedMax = 64;

    mail::OutboxCounts outbox;
    std::vector<base::RecordId> set_aside;  // of outbox.quarantined the oldest, kNamedMax at most
    std::uint64_t applications = 0;         // in the inbox of a laptop
    std::optional<base::Instant> last_contact;
    std::optional<base::Instant> last_trial;
    std::uint64_t failures = 0;  // trials in a row without an answer
    std::string pack_name;
    std::int64_t pack_version = 0;
    std::uint64_t roster_version = 0;
};
[[nodiscard]] base::Result<Status> status_of(Machine& machine);

}  // namespace courtyard::worker
