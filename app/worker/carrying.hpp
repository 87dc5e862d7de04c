// Mail by stick: a folder "courtyard" on it holds sealed requests and the hub's signed answers (transport/
// folder_courier.hpp). Whoever carries it can read nothing and need not be trusted.
#pragma once

#include <filesystem>

#include "app/worker/syncing.hpp"

namespace courtyard::worker {

struct CarriedByStick {
    std::size_t written = 0;   // requests that lie on the stick now
    std::size_t answered = 0;  // answers that came: at a kiosk taken in, at a laptop written
};

// At a kiosk: takes the answers that the stick brought and leaves what the hub has to be told. A request whose answer
// is not there yet is no failure. "carrier.folder", those of the store.
[[nodiscard]] base::Result<CarriedByStick> meet_stick(Machine& machine, const std::filesystem::path& stick,
                                                      const Clock& clock, base::Random& random);

// At a laptop with a network: takes every request to the hub and writes the answers beside them. Stops at the first
// error of the link; what was answered stays.
[[nodiscard]] base::Result<CarriedByStick> take_stick_to_hub(Machine& machine, const std::filesystem::path& stick,
                                                             base::Instant now);

}  // namespace courtyard::worker
