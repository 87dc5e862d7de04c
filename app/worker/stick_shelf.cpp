#include "app/worker/stick_shelf.hpp"

#include <algorithm>

#include "app/worker/case_mail.hpp"
#include "app/worker/letters.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

RecordMark mark_of(base::ByteView record) {
    const auto header = seal::parse_header(record);
    COURTYARD_CHECK(header.has_value());
    return {header->id, seal::record_hash(record)};
}

tl::unexpected<base::Error> cannot_write() {
    return base::fail("stick.write", "the stick takes no more: make room on it, or take its write protection off");
}

base::Result<void> StickShelf::take(std::span<const BundledRecord> records) {
    auto inside = TRY(machine_.store().begin());
    for (const BundledRecord& each : records)
        TRY(take_one(inside, each));
    TRY(inside.commit());
    return {};
}

// A record that is known already goes no further: it is on its way from here, or the hub has it.
base::Result<void> StickShelf::take_one(const store::Transaction& inside, const BundledRecord& each) {
    bool is_new = false;
    switch (each.box) {
        case mail::Box::Cases: is_new = TRY(take_of_case(inside, each)); break;
        case mail::Box::Intake: is_new = TRY(take_letter_of(inside, each)); break;
        case mail::Box::Body: is_new = true; break;  // only its body opens it: carried on, and kept by nobody
        case mail::Box::Public: is_new = !TRY(is_notice_here(each.record)); break;
    }
    if (is_new && !each.hub_has) TRY(queue(inside, each));
    return {};
}

base::Result<bool> StickShelf::take_of_case(const store::Transaction& inside, const BundledRecord& each) {
    const RecordMark mark = mark_of(each.record);
    if (TRY(machine_.store().case_records.has(mark.id, mark.hash))) return false;
    const store::Origin origin = each.hub_has ? store::Origin::Hub : store::Origin::Stick;
    TRY(take_case_record(machine_, inside, {each.record, origin, now_}));
    ++taken;
    return true;
}

base::Result<bool> StickShelf::take_letter_of(const store::Transaction& inside, const BundledRecord& each) {
    if (!machine_.reads_intake()) return true;
    const auto kept = TRY(take_letter(machine_, inside, {each.record, store::Origin::Stick, now_}));
    if (kept == store::Kept::New) ++taken;
    return kept == store::Kept::New;
}

base::Result<bool> StickShelf::is_notice_here(base::ByteView record) const {
    const seal::Header header = TRY(seal::parse_header(record));
    const auto held = TRY(machine_.store().notices.by_locator(header.recipient));
    return std::any_of(held.begin(), held.end(),
                       [&](const auto& each) { return std::ranges::equal(each.record, record); });
}

base::Result<void> StickShelf::queue(const store::Transaction& inside, const BundledRecord& each) {
    const base::RecordId id = TRY(seal::parse_header(each.record)).id;
    const mail::MailboxName mailbox = TRY(mailbox_of(each));
    if (!may_deliver(mailbox) || TRY(machine_.store().outbox.find(id))) return {};
    TRY(machine_.store().outbox.add(inside, mailbox, id, each.record, now_));
    ++queued;
    return {};
}

// A letter to a body says by its key to which.
base::Result<mail::MailboxName> StickShelf::mailbox_of(const BundledRecord& each) const {
    mail::MailboxName mailbox = machine_.mailbox(each.box);
    if (each.box != mail::Box::Body) return mailbox;
    const mail::Person* partner = mail::find_partner(machine_.roster(), TRY(seal::parse_header(each.record)).recipient);
    if (partner != nullptr) mailbox.body = partner->body;
    return mailbox;
}

bool StickShelf::may_deliver(const mail::MailboxName& mailbox) const {
    const mail::Machine* self = mail::find_machine(machine_.roster(), machine_.config().machine);
    return self != nullptr && mail::may(machine_.roster(), *self, mail::Action::Append, mailbox);
}

base::Result<OwnedRecord> StickShelf::case_record(const store::CaseRecords::Mark& mark) const {
    bool hub_has = mark.hub_has;
    if (!hub_has)
        if (const auto row = TRY(machine_.store().outbox.find(mark.id)))
            hub_has =
                row->parcel.delivery == mail::Delivery::Accepted || row->parcel.delivery == mail::Delivery::Durable;
    return OwnedRecord{mail::Box::Cases, hub_has, TRY(machine_.store().case_records.sealed(mark.place))};
}

base::Result<void> StickShelf::have_left(std::span<const base::RecordId> ids) {
    auto inside = TRY(machine_.store().begin());
    for (const base::RecordId& id : ids) {
        auto row = TRY(machine_.store().outbox.find(id));
        if (!row || row->parcel.delivery != mail::Delivery::Queued) continue;
        row->parcel.delivery = mail::Delivery::Sent;
        TRY(machine_.store().outbox.save(inside, {row->parcel}));
    }
    TRY(inside.commit());
    return {};
}

base::Result<std::vector<mail::Parcel>> StickShelf::waiting(const mail::MailboxName& mailbox) const {
    std::vector<mail::Parcel> parcels = TRY(machine_.store().outbox.on_the_way(mailbox));
    std::erase_if(parcels, [](const mail::Parcel& each) {
        return each.delivery != mail::Delivery::Queued && each.delivery != mail::Delivery::Sent;
    });
    return parcels;
}

}  // namespace courtyard::worker
