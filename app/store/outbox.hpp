// Repository of what this machine has to deliver: sealed records and where each stands on its way. When and how to send
// is decided by sync/mail; here it is only remembered.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/store/transaction.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/outbox.hpp"

namespace courtyard::store {

struct OutboxRow {
    std::string mailbox;
    base::Instant filed;
    mail::Parcel parcel;
    bool has_hash = true;  // false: a row of an older program whose record is gone, so that its hash is not known
};

class Outbox {
public:
    explicit Outbox(Database& database) : database_(&database) {}

    // Inside the transaction that takes the id and moves the chain. "store.duplicate" when the id is there already.
    base::Result<void> add(const Transaction& inside, const mail::MailboxName& mailbox, const base::RecordId& id,
                           base::ByteView record, base::Instant now);

    // Everything of one mailbox that is not durable yet, in order of filing, pictures (above 16 KiB) after all others:
    // no application waits behind somebody's pictures on a thin line. What mail::Outbox::add wants at start.
    base::Result<std::vector<mail::Parcel>> on_the_way(const mail::MailboxName& mailbox) const;
    base::Result<std::vector<mail::MailboxName>> mailboxes_on_the_way() const;
    // The sealed record. "store.no_record" when its ciphertext is gone because it is durable, or the id is unknown.
    base::Result<base::Bytes> record(const base::RecordId& id) const;

    // Writes what mail::Outbox returned. What became durable loses its ciphertext; a state that may not follow is left
    // out.
    base::Result<void> save(const Transaction& inside, const std::vector<mail::Parcel>& changed);

    // Out of the outbox again, while nobody else can have seen it: queued still, and never asked about. "undo.sent".
    base::Result<void> take_back(const Transaction& inside, const base::RecordId& id);
    base::Result<std::optional<OutboxRow>> find(const base::RecordId& id) const;
    base::Result<std::vector<OutboxRow>> list(int count_max) const;       // newest first
    base::Result<std::vector<OutboxRow>> set_aside(int count_max) const;  // quarantined, oldest first
    // What was set aside goes: its content has been sealed anew. Only a quarantined row is taken out.
    base::Result<void> drop_set_aside(const Transaction& inside, const base::RecordId& id);
    base::Result<mail::OutboxCounts> counts() const;
    // Of sealed records on the way that are so large that only pictures are: above 16 KiB.
    base::Result<std::uint64_t> bytes_of_attachments() const;

private:
    Database* database_;
};

}  // namespace courtyard::store
