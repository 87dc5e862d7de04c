// One round with the hub: send what waits, fetch what is new, take newer signed documents. Everything in it may be
// broken off at any point and repeated, by two processes at once: records are told apart by their ids.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "app/worker/machine.hpp"
#include "sync/mail/courier.hpp"

namespace courtyard::worker {

struct SyncReport {
    std::size_t sent = 0;         // records whose arrival became known in this round
    std::size_t quarantined = 0;  // set aside in this round
    std::size_t fetched = 0;      // records that are new here
    bool roster_changed = false;
    bool pack_changed = false;
    bool reached = false;                         // the hub gave at least one signed answer
    std::optional<base::Error> problem;           // why the round ended early; what was done before it stays done
    std::optional<base::Error> refused_document;  // the hub offers a roster or pack that is not good; ours stays in use
};

using Clock = std::function<base::Instant()>;

// The present is asked for between steps, so that slow links are seen as slow. An Error is this machine's own fault
// (its store, its disk); what the link or the hub did is in SyncReport::problem.
[[nodiscard]] base::Result<SyncReport> sync_once(Machine& machine, mail::Courier& courier, const Clock& clock,
                                                 base::Random& random);

// Rounds until told to stop: at once when something was filed, by another process too; else every `poll_ms`; after a
// failure with full-jitter back-off. A new connection each round: thousands of idle kiosks would cost the hub its
// memory.
struct SyncLoop {
    Clock clock;
    std::function<bool(std::int64_t ms)> wait;    // waits so long; true: stop now
    std::function<void(const SyncReport&)> told;  // after each round; may be empty
    std::int64_t poll_ms = 15 * 60 * 1000;
    std::int64_t look_ms = 2'000;  // how often the outbox is looked at
};
base::Result<void> keep_syncing(Machine& machine, const SyncLoop& loop, base::Random& random);

}  // namespace courtyard::worker
