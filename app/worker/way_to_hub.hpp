// The machine's courier over the network. Apart from Machine, so that a program that only files and reads (the kiosk)
// is not linked with a network library.
#pragma once

#include <memory>

#include "app/worker/machine.hpp"
#include "sync/mail/courier.hpp"

namespace courtyard::worker {

// Not connected yet. "courier.settings", those of the store.
[[nodiscard]] base::Result<std::unique_ptr<mail::Courier>> way_to_hub(Machine& machine, base::Instant now);

}  // namespace courtyard::worker
