// The store as a stick sees it: what came is kept and, where the hub may lack it, queued; what may go is named.
#pragma once

#include <compare>
#include <span>
#include <vector>

#include "app/worker/case_bundle.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::worker {

// This record and no other.
struct RecordMark {
    base::RecordId id;
    seal::RecordHash hash;
    friend auto operator<=>(const RecordMark&, const RecordMark&) = default;
};
[[nodiscard]] RecordMark mark_of(base::ByteView record);  // CHECKs that it is a sealed record

struct OwnedRecord {
    mail::Box box = mail::Box::Cases;
    bool hub_has = false;
    base::Bytes record;
};

[[nodiscard]] tl::unexpected<base::Error> cannot_write();  // "stick.write"

class StickShelf {
public:
    // `machine` outlives this.
    StickShelf(Machine& machine, base::Instant now) : machine_(machine), now_(now) {}

    // In one transaction.
    base::Result<void> take(std::span<const BundledRecord> records);
    base::Result<OwnedRecord> case_record(const store::CaseRecords::Mark& mark) const;
    // They lie on a stick now: who else has them cannot be known, so none of them is taken back any more.
    base::Result<void> have_left(std::span<const base::RecordId> ids);
    // What this laptop has still to deliver into a mailbox.
    base::Result<std::vector<mail::Parcel>> waiting(const mail::MailboxName& mailbox) const;

    std::size_t taken = 0, queued = 0;

private:
    base::Result<void> take_one(const store::Transaction& inside, const BundledRecord& each);
    base::Result<bool> take_of_case(const store::Transaction& inside, const BundledRecord& each);
    base::Result<bool> take_letter_of(const store::Transaction& inside, const BundledRecord& each);
    base::Result<bool> is_notice_here(base::ByteView record) const;
    base::Result<void> queue(const store::Transaction& inside, const BundledRecord& each);
    base::Result<mail::MailboxName> mailbox_of(const BundledRecord& each) const;
    [[nodiscard]] bool may_deliver(const mail::MailboxName& mailbox) const;

    Machine& machine_;
    base::Instant now_;
};

}  // namespace courtyard::worker
