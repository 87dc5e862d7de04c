// A letter of this laptop's own, as the inbox keeps it beside what came: read already, and here from the start.
#pragma once

#include <string_view>
#include <utility>

#include "app/store/inbox.hpp"

namespace courtyard::worker {

// Without its body: whoever reads it here adds that, and wipes it.
[[nodiscard]] inline store::Letter own_letter(const base::RecordId& id, std::string_view kind, base::Bytes record,
                                              base::Instant now) {
    store::Letter own;
    own.id = id;
    own.kind = kind;
    own.claimed = own.arrived = now;
    own.origin = store::Origin::Here;
    own.opened = true;
    own.record = std::move(record);
    return own;
}

}  // namespace courtyard::worker
