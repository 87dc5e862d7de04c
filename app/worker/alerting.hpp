// Rule RS: somebody at a kiosk said that the one who acts for a child or a patient did the harm. The court is told by a
// record of kind "alert" that cannot be told from any other by whoever sees disk or wire; no screen of the kiosk says a
// word of it. A laptop shows it before everything else until somebody has looked after it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/worker/machine.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/review.hpp"

namespace courtyard::worker {

// The class in which ordinary applications are, too.
inline constexpr seal::SizeClass kAlertClass = seal::SizeClass::B512;

// Seals and queues it durably. `contact` (may be empty) is wiped. "filing.kind" on a laptop.
[[nodiscard]] base::Result<base::RecordId> raise_alert(Machine& machine, std::string& contact, base::Instant now,
                                                       base::Random& random);

struct AlertEntry {
    base::RecordId id;
    AlertPayload said;
    base::Instant arrived;               // on this laptop
    bool author_revoked = false;         // the machine was taken out of the roster since
    std::optional<Review> looked_after;  // the first who said so
};
// Those that nobody has looked after first; newest first in both. "inbox.role".
[[nodiscard]] base::Result<std::vector<AlertEntry>> list_alerts(Machine& machine);

// Says for all laptops of the court, signed, that this person has looked after it, and how (may be empty). By record id
// or its first 4 characters: "inbox.short", "inbox.unknown", "inbox.ambiguous", "inbox.role", "answer.text".
[[nodiscard]] base::Result<base::RecordId> look_after_alert(Machine& machine, std::string_view id, std::string_view how,
                                                            base::Instant now, base::Random& random);

}  // namespace courtyard::worker
