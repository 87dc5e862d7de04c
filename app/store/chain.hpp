// Repository of the author's chain: sequence number of the next record, hash of the last one, and record ids set aside.
//
// A record id is durable before anything is sealed under it (design of the sealed record: the id is the idempotency key
// everywhere). Making it durable at that moment would cost every filing a second fdatasync, so ids are made in batches,
// at start or when the batch runs out, and a filing takes one.
//
// An id is handed out at most once, whatever is restored from a backup, copied or run in parallel: every opening of the
// store makes its own and takes them from memory. None is ever read back from the file, for what one reads there has
// perhaps been read before, from a copy of it or by another process. The chain itself does lie in the file, so after a
// restore the same number comes again, under another id: two records, both good (worker/forks.hpp tells them).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

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
    static constexpr int kRowsMax = 4096;  // of ids in the file: 16 openings; older leftovers go

    explicit Chain(Database& database) : database_(&database) {}

    // Sets a batch aside when this opening has fewer than `at_least` left. One transaction of its own; nothing to do
    // costs no write.
    base::Result<void> reserve(base::Random& random, int at_least = 1);
    // Takes an id out; inside the transaction that stores the record. Never the same twice: when the transaction fails,
    // the id has been used up. "store.no_id" when none was reserved.
    base::Result<base::RecordId> take_id(const Transaction& inside);

    base::Result<Link> next() const;
    // Moves on by one; inside the transaction that stores the record.
    base::Result<void> advance(const Transaction& inside, const seal::RecordHash& last);

private:
    struct SetAside {
        std::int64_t place;  // of its row
        base::RecordId id;
    };
    Database* database_;
    std::vector<SetAside> shelf_;  // durable, and not handed out
};

}  // namespace courtyard::store
