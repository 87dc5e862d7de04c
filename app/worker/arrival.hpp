// A record as it came to this machine, before it is known what is in it.
#pragma once

#include "app/store/inbox.hpp"
#include "sync/base/instant.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

struct Arrival {
    base::ByteView record;
    store::Origin origin = store::Origin::Hub;
    base::Instant now;               // by this machine's clock
    std::uint64_t hub_sequence = 0;  // 0: not from the hub
    base::Instant received = {};     // by the hub's clock
};

// What the store keeps of it in any case: a store::Letter or a store::CaseRecord.
template <class Row>
Row store_row(const Arrival& came, const seal::Header& header) {
    Row row;
    row.id = header.id;
    row.arrived = came.now;
    row.received = came.received;
    row.hub_sequence = came.hub_sequence;
    row.origin = came.origin;
    row.record.assign(came.record.begin(), came.record.end());
    return row;
}

}  // namespace courtyard::worker
