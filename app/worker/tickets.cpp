#include "app/worker/tickets.hpp"

#include "app/worker/draft_json.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/slip_symbols.hpp"

namespace courtyard::worker {

namespace {

// Drafts of little and of much look alike: most take no more than this.
constexpr auto kSmallest = seal::SizeClass::K1;

// Not part of the author's chain: a draft is no fact, and no court ever gets it.
base::Result<base::Bytes> sealed(Machine& machine, const seal::Recipient& to, std::string payload, base::Instant now,
                                 base::Random& random) {
    seal::Body body;
    body.author = machine.author();
    body.seq = 1;
    body.kind = seal::kDraftKind;
    body.pack = {machine.pack().name, static_cast<std::uint32_t>(machine.pack().version)};
    body.claimed_at = now;
    body.time_floor = TRY(machine.time_floor());
    body.payload = std::move(payload);
    const WipeAtEnd wipe_payload(body.payload);
    base::RecordId id;
    random.fill(id.bytes);
    const auto dictionary = static_cast<seal::DictionaryId>(machine.pack().dictionary_id);
    return seal::seal({id, to, body, machine.author_key(), machine.dictionaries().find(dictionary), kSmallest}, random);
}

base::Result<base::Bytes> sealed_draft(Machine& machine, const seal::TicketSecret& secret, const flow::Draft& draft,
                                       base::Instant now, base::Random& random) {
    const seal::RecipientKey key = secret.key();
    return sealed(machine, {key.id, key.key.public_key()}, write_draft(machine.pack().form, draft), now, random);
}

// A record like any other, to a key that is forgotten at once.
base::Result<store::StoredDraft> nobodys(Machine& machine, base::Instant now, base::Random& random) {
    const seal::RecipientKey key = seal::TicketSecret::make(random).key();
    return store::StoredDraft{key.id, TRY(sealed(machine, {key.id, key.key.public_key()}, "{}", now, random))};
}

}  // namespace

const seal::TicketSecret& Tickets::issue(base::Random& random) {
    if (!secret_) secret_ = seal::TicketSecret::make(random);
    return *secret_;
}

base::Result<void> Tickets::keep(Machine& machine, const flow::Draft& draft, base::Instant now, base::Random& random) {
    COURTYARD_CHECK(secret_.has_value());
    base::Bytes record = TRY(sealed_draft(machine, *secret_, draft, now, random));
    return machine.store().drafts.keep({secret_->key().id, std::move(record)});
}

base::Result<std::vector<std::string>> Tickets::pack(Machine& machine, const flow::Draft& draft, base::Instant now,
                                                     base::Random& random) {
    const base::Bytes record = TRY(sealed_draft(machine, issue(random), draft, now, random));
    auto symbols = seal::to_symbols(record, seal::Slip::Draft);
    if (!symbols && symbols.error().code == "symbols.too_large")
        return base::fail("ticket.too_large", "the unfinished application is larger than the symbols of a ticket hold");
    return symbols;
}

base::Result<std::optional<flow::Draft>> Tickets::open(Machine& machine, std::string_view code,
                                                       std::span<const std::string> symbols) {
    seal::TicketSecret secret = TRY(seal::TicketSecret::parse(code));
    const seal::RecipientKey key = secret.key();
    std::optional<base::Bytes> record;
    if (symbols.empty())
        record = TRY(machine.store().drafts.find(key.id));
    else
        record = TRY(seal::join_symbols(symbols, seal::Slip::Draft));
    if (!record) return std::nullopt;
    auto opened = seal::open(*record, key, machine.author_keys(), machine.dictionaries());
    if (!opened) {
        if (opened.error().code == "record.recipient")
            return base::fail("ticket.other", "the large symbols belong to another ticket than the code");
        if (opened.error().code == "record.author" || opened.error().code == "record.signature")
            return base::fail("ticket.foreign", "the ticket was not written by a machine of this court");
        return tl::unexpected(opened.error());
    }
    base::wipe(opened->signed_body);
    const WipeAtEnd wipe_payload(opened->body.payload);
    if (opened->body.kind != seal::kDraftKind)
        return base::fail("ticket.foreign", "what the ticket opens is no unfinished application");
    flow::Draft draft = TRY(parse_draft(machine.pack().form, opened->body.payload));
    secret_ = std::move(secret);
    return draft;
}

base::Result<void> Tickets::forget(Machine& machine, base::Instant now, base::Random& random) {
    if (!secret_) return {};
    const base::KeyId locator = secret_->key().id;
    secret_.reset();
    return machine.store().drafts.overwrite(locator, TRY(nobodys(machine, now, random)));
}

base::Result<bool> fill_draft_places(Machine& machine, base::Instant now, base::Random& random) {
    const int unused = TRY(machine.store().drafts.unused_places());
    for (int place = 0; place < unused; ++place) {
        const store::StoredDraft filling = TRY(nobodys(machine, now, random));
        TRY(machine.store().drafts.keep(filling));
    }
    return unused > 0;
}

}  // namespace courtyard::worker
