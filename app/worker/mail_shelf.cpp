#include "app/worker/mail_shelf.hpp"

#include "app/worker/case_mail.hpp"
#include "app/worker/letters.hpp"
#include "app/worker/partner_desk.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

base::Result<void> MailShelf::keep(std::span<const mail::Parcel> changed) {
    store::Store& store = machine_.store();
    auto transaction = TRY(store.begin());
    for (const mail::Parcel& parcel : changed) {
        const auto before = TRY(store.outbox.find(parcel.id));
        const bool was_there = before && (before->parcel.delivery == mail::Delivery::Accepted ||
                                          before->parcel.delivery == mail::Delivery::Durable);
        const bool is_there = parcel.delivery == mail::Delivery::Accepted || parcel.delivery == mail::Delivery::Durable;
        if (is_there && !was_there) ++report_.sent;
        if (parcel.delivery == mail::Delivery::Quarantined) ++report_.quarantined;
    }
    TRY(store.outbox.save(transaction, {changed.begin(), changed.end()}));
    TRY(transaction.commit());
    return {};
}

base::Result<bool> MailShelf::keep_one(const store::Transaction& inside, mail::Box box, const mail::Arrived& arrived) {
    store::Store& store = machine_.store();
    const auto header = seal::parse_header(arrived.record);
    if (!header)
        return false;  // the hub takes no such record; one that comes all the same is passed over, the next one follows
    const Arrival came{arrived.record, store::Origin::Hub, clock_(), arrived.seq, arrived.received};
    switch (box) {
        case mail::Box::Intake: return TRY(take_letter(machine_, inside, came)) == store::Kept::New;
        case mail::Box::Body: return TRY(take_body_letter(machine_, inside, came)) == store::Kept::New;
        case mail::Box::Cases: return TRY(take_case_record(machine_, inside, came)) == store::Kept::New;
        case mail::Box::Public: break;
    }
    return store.notices.keep(inside, {header->id, header->recipient, arrived.seq, arrived.received, arrived.record})
        .map([] { return true; });
}

base::Result<void> MailShelf::keep(const mail::MailboxName& mailbox, const mail::Arrivals& arrivals) {
    store::Store& store = machine_.store();
    auto transaction = TRY(store.begin());
    std::size_t fresh = 0;
    for (const mail::Arrived& arrived : arrivals.records) {
        if (TRY(keep_one(transaction, mailbox.box, arrived))) ++fresh;
    }
    TRY(store.cursors.move(transaction, mailbox.text(), arrivals.cursor));
    TRY(transaction.commit());
    report_.fetched += fresh;
    return {};
}

}  // namespace courtyard::worker
