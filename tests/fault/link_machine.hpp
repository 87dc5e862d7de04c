// A machine's side of the mail for tests: an outbox, what it would have on disk, and a clock that only moves when told.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sync/mail/exchange.hpp"
#include "tests/support/mail_court.hpp"

namespace courtyard::test {

struct MailMachine final : mail::Shelf {
    MailMachine(mail::MailboxName mailbox, std::uint64_t seed) : outbox(std::move(mailbox)), random(seed) {}

    base::Result<base::Bytes> record(const base::RecordId& id) override { return records.at(id); }
    base::Result<void> keep(std::span<const mail::Parcel> changed) override {
        for (const mail::Parcel& each : changed) {
            if (each.delivery == mail::Delivery::Durable) records.erase(each.id);
        }
        return {};
    }
    base::Result<void> keep(const mail::MailboxName&, const mail::Arrivals& arrivals) override {
        for (const auto& each : arrivals.records)
            received.push_back(each.record);
        return {};
    }
    void file(const base::Bytes& sealed) {
        mail::Parcel parcel;
        parcel.id = MailCourt::id_of(sealed);
        parcel.hash = seal::record_hash(sealed);
        parcel.size = static_cast<std::uint32_t>(sealed.size());
        records[parcel.id] = sealed;
        outbox.add(parcel);
    }
    // One step; after a failure the clock jumps over the wait. The code of the failure, or empty.
    std::string step(mail::Courier& courier) {
        now = now + 3'600'000;
        const mail::Step done = mail::step(outbox, courier, *this, mail::Link::Up, now, random);
        return done.error ? done.error->code : "";
    }
    bool drain(mail::Courier& courier, int turns = 50) {
        while (turns-- > 0 && outbox.counts().durable + outbox.counts().quarantined < filed())
            (void)step(courier);
        return records.empty();
    }
    std::size_t filed() const {
        const auto& counts = outbox.counts();
        return counts.queued + counts.sent + counts.accepted + counts.durable + counts.quarantined;
    }

    mail::Outbox outbox;
    base::SeededRandom random;
    base::Instant now = kNow;
    std::map<base::RecordId, base::Bytes> records;
    std::vector<base::Bytes> received;
};

}  // namespace courtyard::test
