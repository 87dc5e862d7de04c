// One step of carrying mail: ask a state machine what to do, let a courier do it, keep what came of it. The caller
// decides how long to go on, sleeps, and says what time it is; everything that must be durable goes through its Shelf.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sync/mail/courier.hpp"
#include "sync/mail/inbox.hpp"
#include "sync/mail/outbox.hpp"

namespace courtyard::mail {

// The part of a machine's store that the mail uses.
class Shelf {
public:
    virtual ~Shelf() = default;
    // The sealed bytes of a record that is not durable at the hub yet. "store.no_record": it is not kept here any more,
    // because another process has delivered it meanwhile; "store.damaged": it cannot be read, others can. Any other
    // error is the store's own, and the step fails with it.
    [[nodiscard]] virtual base::Result<base::Bytes> record(const base::RecordId& id) = 0;
    // In one durable transaction: how these parcels stand now. What became durable need not be kept any longer.
    [[nodiscard]] virtual base::Result<void> keep(std::span<const Parcel> changed) = 0;
    // In one durable transaction: the records (some may be known already, by id and bytes) and the cursor behind them.
    [[nodiscard]] virtual base::Result<void> keep(const MailboxName& mailbox, const Arrivals& arrivals) = 0;
};

struct Step {
    enum class Kind { Worked, Waiting, Idle, Failed } kind = Kind::Idle;
    base::Instant until;               // when Waiting
    std::optional<base::Error> error;  // when Failed: the courier's, or the shelf's
    base::Instant hub_time;  // when Worked: what the hub said, to raise the time floor to; 0 if it said nothing
    std::size_t moved = 0;   // records that changed state, or arrived
};

// After a Worked step call again at once; after Failed, next() makes the caller wait. An error of the shelf leaves the
// machine's memory ahead of its disk: stop, and load the state afresh.
[[nodiscard]] Step step(Outbox& outbox, Courier& courier, Shelf& shelf, Link link, base::Instant now,
                        base::Random& random);
[[nodiscard]] Step step(Inbox& inbox, Courier& courier, Shelf& shelf, Link link, base::Instant now,
                        base::Random& random);

// A whole document of the hub in pieces, checked against the listed digest. "link.*", "hub.*", "mail.answer".
[[nodiscard]] base::Result<base::Bytes> fetch_document(Courier& courier, std::string_view court,
                                                       const Document& document, std::uint64_t piece_bytes = 64 * 1024);

}  // namespace courtyard::mail
