// Repository of the author's chain: sequence number of the next record, hash of the last one, and record ids set aside.
//
// A record id is durable before anything is sealed under it (design of the sealed record: the id is the idempotency key
// everywhere). Making it durable at that moment would cost every filing a second fdatasync, so ids are made in batches,
// at start or when the batch runs out, and a filing takes one inside its only transaction.
#pragma once

#include <cstdint>
#include <optional>

#include "app/store/transaction.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/body.hpp"

namespace courtyard::store {

struct Link {
    std::uint64_t sequence = 1;                // of the record to be made
    std::optional<seal::RecordHash> previous;  // hash of the record before it; none for the first
};

class Chain {
public:
    static constexpr int kReserveBatch = 256;

    explicit Chain(Database& database) : database_(&database) {}

    // Sets ids aside when fewer than `at_least` are left. One transaction of its own; nothing to do costs no write.
    base::Result<void> reserve(base::Random& random, int at_least = 1);
    // Takes a reserved id out; inside the transaction that stores the record. "store.no_id" when none was reserved.
    base::Result<base::RecordId> take_id(const Transaction& inside);

    base::Result<Link> next() const;
    // Moves on by one; inside the transaction that stores the record.
    base::Result<void> advance(const Transaction& inside, const seal::RecordHash& last);

private:
    Database* database_;
};

}  // namespace courtyard::store
