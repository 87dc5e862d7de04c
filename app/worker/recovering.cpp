#include "app/worker/recovering.hpp"

#include <algorithm>

#include "app/worker/letters.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/record.hpp"
#include "sync/seal/slip_symbols.hpp"

namespace courtyard::worker {

namespace {

bool is_same(base::ByteView a, base::ByteView b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

std::string author_text(const seal::Author& author) {
    if (const auto* machine = std::get_if<base::MachineId>(&author)) return "m." + machine->text();
    return "p." + std::get<base::PersonId>(author).text();
}

// Whether the row of the outbox under this id is that of this very record.
bool is_own(const std::optional<store::OutboxRow>& row, base::ByteView record) {
    return row && row->has_hash && row->parcel.hash == seal::record_hash(record);
}

// Whether another record has this id: here, on its way from here, or at the hub, which has refused this one for it.
base::Result<bool> is_taken(Machine& machine, base::ByteView record, const base::RecordId& id) {
    const auto letter = TRY(machine.store().inbox.find(id));
    const bool is_letter = letter && is_same(letter->record, record);
    if (is_letter && letter->hub_sequence != 0) return false;
    const auto row = TRY(machine.store().outbox.find(id));
    if (is_own(row, record) && row->parcel.delivery == mail::Delivery::Quarantined)
        return row->parcel.verdict == mail::Verdict::Conflict;
    return (row && row->has_hash && !is_own(row, record)) || (letter && !is_letter);
}

// Opened, and sure to be opened again once it is sealed to the newest key: else it would be filed anew each time.
base::Result<seal::Opened> open_here(const Machine& machine, base::ByteView record, const seal::Header& header) {
    const auto& keys = machine.intake_keys();
    const base::KeyId newest = mail::newest_intake_key(machine.roster()).recipient().id;
    if (std::none_of(keys.begin(), keys.end(), [&](const seal::RecipientKey& key) { return key.id == newest; }))
        return base::fail("record.recipient", "this laptop does not hold the court's newest key");
    for (const seal::RecipientKey& key : machine.intake_keys()) {
        if (key.id == header.recipient) return seal::open(record, key, machine.author_keys(), machine.dictionaries());
    }
    return base::fail("record.recipient", "this laptop does not hold the key that it is sealed to");
}

base::Result<Recovered> other_record(const base::RecordId& id, const std::string& what_to_do) {
    return base::fail("recover.other_record", "another application has the record id of this slip (" + id.text() +
                                                  "), so the hub would refuse it: " + what_to_do);
}

// The application of this slip when it was filed anew before, here or on another laptop.
base::Result<std::optional<base::RecordId>> filed_anew_before(Machine& machine, const std::string& number,
                                                              const base::RecordId& id) {
    for (const store::Letter& letter : TRY(machine.store().inbox.find_by_text(number))) {
        const auto header = seal::parse_header(letter.record);
        if (letter.opened && header && header->id != id) return letter.id;
    }
    return std::nullopt;
}

base::Result<base::RecordId> seal_anew(Machine& machine, const store::Transaction& inside, const seal::Opened& opened,
                                       base::Instant now) {
    const std::string& from = opened.body.payload;  // one object in compact form: it ends with its brace
    const std::string note = ",\"refiled\":{\"record\":\"" + opened.header.id.text() + "\",\"by\":\"" +
                             author_text(opened.body.author) + "\",\"seq\":" + std::to_string(opened.body.seq) + "}}";
    std::string payload;
    const WipeAtEnd wipe_payload(payload);
    payload.reserve(from.size() + note.size());
    payload.append(from, 0, from.size() - 1).append(note);
    const seal::Recipient intake = mail::newest_intake_key(machine.roster()).recipient();
    SealedRecord sealed = TRY(seal_and_queue(machine, inside,
                                             {.kind = opened.body.kind,
                                              .payload = payload,
                                              .recipient = intake,
                                              .made_at = opened.body.claimed_at,
                                              .made_under = opened.body.pack,
                                              .files = opened.body.files},
                                             now, machine.random()));
    const WipeAtEnd wipe_body(sealed.body);
    TRY(take_letter(machine, inside, {sealed.bytes, store::Origin::Slip, now}));
    return sealed.id;
}

base::Result<Recovered> file_anew(Machine& machine, base::ByteView record, const seal::Header& header,
                                  base::Instant now) {
    auto opened = open_here(machine, record, header);
    if (!opened) {
        return other_record(header.id, "it must be filed anew and cannot be opened here (" + opened.error().message +
                                           "); sync and try again, or show the slip to another registrar");
    }
    const WipeAtEnd wipe_opened(opened->body.payload);
    const std::string number =
        TRY(read_application_head(opened->body.payload, machine.pack().form)).receipt.number.text;
    store::Store& store = machine.store();
    TRY(store.chain.reserve(machine.random()));
    auto inside = TRY(store.begin());
    const auto before = TRY(filed_anew_before(machine, number, header.id));
    base::RecordId fresh;
    if (before) {
        fresh = *before;
    } else {
        fresh = TRY(seal_anew(machine, inside, *opened, now));
    }
    // What lies here of it, under the id that is another's or beside it, is the same application.
    for (const store::Letter& letter : TRY(store.inbox.find_by_text(number))) {
        if (is_same(letter.record, record)) TRY(store.inbox.supersede(inside, letter.id, fresh));
    }
    if (is_own(TRY(store.outbox.find(header.id)), record)) TRY(store.outbox.drop_set_aside(inside, header.id));
    TRY(inside.commit());
    return Recovered{fresh, before.has_value(), !before, true, header.id};
}

}  // namespace

base::Result<Recovered> recover_record(Machine& machine, base::ByteView record, base::Instant now) {
    const seal::Header header = TRY(seal::parse_header(record));
    if (mail::find_intake_key(machine.roster(), header.recipient) == nullptr) {
        return base::fail("recover.foreign",
                          "this slip was written for another court, or before the oldest key that the roster lists");
    }
    store::Store& store = machine.store();
    if (TRY(is_taken(machine, record, header.id))) {
        if (machine.reads_intake()) return file_anew(machine, record, header, now);
        return other_record(header.id, "show the slip to a registrar or judge, whose laptop files it anew");
    }
    Recovered recovered;
    recovered.id = header.id;
    auto transaction = TRY(store.begin());
    const auto on_its_way = TRY(store.outbox.find(header.id));
    bool hub_has_it = false;
    if (machine.reads_intake()) {
        const auto kept = TRY(take_letter(machine, transaction, {record, store::Origin::Slip, now}));
        recovered.was_known = kept == store::Kept::Known;
        const auto letter = TRY(store.inbox.find(header.id));
        hub_has_it = letter && letter->hub_sequence != 0;
        recovered.opened = letter && letter->opened;
    } else {
        recovered.was_known = on_its_way.has_value();
    }
    if (!on_its_way && !hub_has_it) {
        TRY(store.outbox.add(transaction, machine.mailbox(mail::Box::Intake), header.id, record, now));
        recovered.queued = true;
    }
    TRY(transaction.commit());
    return recovered;
}

base::Result<Recovered> recover_symbols(Machine& machine, const std::vector<std::string>& symbols, base::Instant now) {
    std::vector<std::string> parts;
    for (const std::string& text : symbols)
        if (seal::is_record_symbol(text)) parts.push_back(text);
    const base::Bytes record = TRY(seal::join_symbols(parts));
    return recover_record(machine, record, now);
}

}  // namespace courtyard::worker
