// What doctor looks at, one question each: a sentence that says what was seen, and what to do when it is not well.
#pragma once

#include <optional>

#include "app/worker/health.hpp"
#include "app/worker/home_parts.hpp"

namespace courtyard::worker {

// Whether this user may write where filing writes, and whether there is room.
[[nodiscard]] Finding disk_finding(const Home& home);
[[nodiscard]] Finding key_finding(const Home& home, const MachineConfig& config);  // who may read the key's file
// The authority is only used when the hub is called; a byte of it that was changed shows itself here. `store`: null
// when it does not open.
[[nodiscard]] Finding court_finding(const Home& home, const CourtPublic& court, const store::Store* store);
[[nodiscard]] Finding store_finding(store::Store& store, const MachineConfig& config);  // passes every page
[[nodiscard]] Finding roster_finding(const mail::Roster& roster, const MachineConfig& config);
// What machine.toml says of us and the roster says otherwise: people read it, nothing else depends on it.
[[nodiscard]] std::optional<Finding> names_finding(const Home& home, const MachineConfig& config,
                                                   const mail::Roster& roster);
[[nodiscard]] Finding certificate_finding(const store::Store& store, base::Instant now);
[[nodiscard]] Finding outbox_finding(const store::Store& store);  // names what was set aside, and why
[[nodiscard]] Finding clock_finding(Machine& machine, base::Instant now);
// Of a laptop: whose facts came lately with a clock days ahead.
[[nodiscard]] Finding clocks_finding(Machine& machine, base::Instant now);
// Of a laptop: records that share an id or a number of their author's chain.
[[nodiscard]] Finding inbox_finding(Machine& machine);
[[nodiscard]] Finding hub_finding(Machine& machine, base::Instant now);

}  // namespace courtyard::worker
