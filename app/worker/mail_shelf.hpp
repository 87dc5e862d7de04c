// The store as sync/mail's shelf: one durable transaction per answer of the hub.
#pragma once

#include "app/worker/machine.hpp"
#include "app/worker/syncing.hpp"
#include "sync/mail/exchange.hpp"

namespace courtyard::worker {

class MailShelf final : public mail::Shelf {
public:
    // Both outlive this. What happens is counted in `report`.
    MailShelf(Machine& machine, SyncReport& report, const Clock& clock)
        : machine_(machine), report_(report), clock_(clock) {}

    base::Result<base::Bytes> record(const base::RecordId& id) override { return machine_.store().outbox.record(id); }
    base::Result<void> keep(std::span<const mail::Parcel> changed) override;
    base::Result<void> keep(const mail::MailboxName& mailbox, const mail::Arrivals& arrivals) override;

private:
    base::Result<bool> keep_one(const store::Transaction& inside, mail::Box box, const mail::Arrived& arrived);

    Machine& machine_;
    SyncReport& report_;
    const Clock& clock_;
};

}  // namespace courtyard::worker
