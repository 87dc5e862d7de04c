// Money that went out while somebody, of whom its payers had not heard, took back what it was paid on: the account, the
// order, what led to it. The payment stands, the correction contradicts it, and whoever knows of both pays nothing more
// before the leader has said what holds.
#pragma once

#include "app/cases/scene.hpp"

namespace courtyard::cases {

struct Entry;

// Of such a correction, waiting to be settled.
[[nodiscard]] bool is_against_payment(const AidCase& of, const Entry& entry);
// For tasks: whether there is one.
[[nodiscard]] bool is_ground_shaken(const AidCase& of);
// "pay.ground" of an order, a release and a payment: its author knew of one, and of what it contradicts.
[[nodiscard]] bool knows_shaken_ground(const Scene& scene);

}  // namespace courtyard::cases
