#include "app/worker/sealing.hpp"

#include "app/worker/wiped.hpp"

namespace courtyard::worker {

base::Result<SealedRecord> seal_and_queue(Machine& machine, const store::Transaction& inside, const NewRecord& record,
                                          base::Instant now, base::Random& random) {
    store::Store& store = machine.store();
    const base::RecordId id = TRY(store.chain.take_id(inside));
    const store::Link link = TRY(store.chain.next());
    seal::Body body;
    body.author = machine.author();
    body.seq = link.sequence;
    body.kind = record.kind;
    const seal::PackVersion ours{machine.pack().name, static_cast<std::uint32_t>(machine.pack().version)};
    body.pack = record.made_under.value_or(ours);
    body.claimed_at = record.made_at.value_or(now);
    body.time_floor = TRY(machine.time_floor());
    body.previous = link.previous;
    body.files = record.files;
    body.payload = std::move(record.payload);
    const WipeAtEnd wipe_payload(body.payload);
    const auto dictionary = static_cast<seal::DictionaryId>(machine.pack().dictionary_id);

    SealedRecord sealed;
    sealed.id = id;
    sealed.body = TRY(seal::encode_body(body));
    sealed.bytes = TRY(seal::seal(
        {id, record.recipient, body, machine.author_key(), machine.dictionaries().find(dictionary), record.smallest},
        random));
    mail::MailboxName mailbox = machine.mailbox(record.box);
    mailbox.body = record.body;
    TRY(store.outbox.add(inside, mailbox, id, sealed.bytes, now));
    TRY(store.chain.advance(inside, seal::record_hash(sealed.bytes)));
    return sealed;
}

}  // namespace courtyard::worker
