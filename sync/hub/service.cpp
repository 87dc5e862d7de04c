#include "sync/hub/service.hpp"

#include <algorithm>

#include "sync/mail/errors.hpp"
#include "sync/seal/record.hpp"
#include "sync/seal/sign.hpp"

namespace courtyard::hub {

using base::Bytes;
using base::Instant;

namespace {

constexpr std::uint64_t kStoreRetryS = 30;  // after a failure of the disk

// Messages know no time before 1970: a hub whose clock is wrong says so by its answers, it does not stop.
Instant sayable(Instant now) { return std::max(now, Instant{0}); }

Offered offer(base::ByteView bytes) {
    const auto header = seal::parse_header(bytes);
    if (!header) return {bytes, {}, false};
    return {bytes, header->id, true};
}

Write write_of(const Job& job) {
    if (const auto* part = std::get_if<mail::PartRequest>(&job.request)) {
        return PartWrite{part->mailbox, part->record, part->total, part->offset, part->bytes};
    }
    const auto& put = std::get<mail::PutRequest>(job.request);
    AppendWrite write{put.mailbox, {}};
    write.records.reserve(put.records.size());
    for (const base::ByteView record : put.records)
        write.records.push_back(offer(record));
    return write;
}

// What was put, for the signature.
std::vector<mail::ExactRecord> records_of(const Job& job) {
    if (const auto* part = std::get_if<mail::PartRequest>(&job.request)) return {part->record};
    std::vector<mail::ExactRecord> records;
    for (const base::ByteView record : std::get<mail::PutRequest>(job.request).records)
        records.push_back(mail::exact(record));
    return records;
}

}  // namespace

bool Job::is_write() const {
    return std::holds_alternative<mail::PutRequest>(request) || std::holds_alternative<mail::PartRequest>(request);
}

const mail::MailboxName* Job::mailbox() const {
    return std::visit(
        [](const auto& each) -> const mail::MailboxName* {
            if constexpr (requires { each.mailbox; }) return &each.mailbox;
            return nullptr;
        },
        request);
}

Bytes encode_refusal(std::string_view code, std::uint64_t retry_after_s) {
    return mail::encode(mail::Refusal{std::string(code), retry_after_s});
}

Service::Service(Rosters& rosters, Durability& durability, const Limits& limits, seal::SigningKey answer_key,
                 std::uint64_t generation, Log& log)
    : rosters_(rosters),
      durability_(durability),
      limits_(limits),
      answer_key_(std::move(answer_key)),
      generation_(generation),
      rates_(limits.requests_per_minute, limits.records_per_minute),
      log_(log) {}

// --- who may ask
// ------------------------------------------------------------------------------------------------------

std::optional<mail::Refusal> Service::greet(const base::Digest& tls_spki, Instant now) {
    const auto caller = rosters_.find(tls_spki, now);
    if (!caller) {
        log_.write(now, Level::Warning, "hub.unknown_machine", "spki=" + tls_spki.text().substr(0, 16));
        return mail::Refusal{"hub.unknown_machine", 0};
    }
    const mail::Machine& machine = *caller->machine;
    const mail::Person* person = machine.person ? mail::find_person(caller->court->roster, *machine.person) : nullptr;
    if (machine.standing == mail::Standing::Revoked ||
        (person != nullptr && person->standing == mail::Standing::Revoked)) {
        log_.write(now, Level::Warning, "hub.revoked", "machine=" + machine.id.text());
        return mail::Refusal{"hub.revoked", 0};
    }
    return std::nullopt;
}

bool Service::may_proceed(const Caller& caller, const mail::Request& request) const {
    const mail::Roster& roster = caller.court->roster;
    const auto allowed = [&](mail::Action action, const mail::MailboxName& mailbox) {
        return mail::may(roster, *caller.machine, action, mailbox);
    };
    struct Rule {
        const Caller& caller;
        const decltype(allowed)& may;
        bool operator()(const mail::PutRequest& put) const { return may(mail::Action::Append, put.mailbox); }
        bool operator()(const mail::PartRequest& part) const { return may(mail::Action::Append, part.mailbox); }
        bool operator()(const mail::AskRequest& ask) const { return may(mail::Action::Append, ask.mailbox); }
        bool operator()(const mail::GetRequest& get) const { return may(mail::Action::Read, get.mailbox); }
        bool operator()(const mail::ListRequest& list) const { return list.court == caller.court->roster.court; }
        bool operator()(const mail::DocumentRequest& document) const {
            return document.court == caller.court->roster.court;
        }
    };
    return std::visit(Rule{caller, allowed}, request);
}

Admission Service::admit(const base::Digest& tls_spki, Bytes body, Instant now) {
    if (auto refusal = greet(tls_spki, now)) return tl::unexpected(*refusal);
    auto caller = rosters_.find(tls_spki, now);
    if (!caller) return tl::unexpected(mail::Refusal{"hub.unknown_machine", 0});
    if (body.size() > limits_.body_bytes) return tl::unexpected(mail::Refusal{"hub.too_large", 0});
    auto request = mail::parse_request(body);
    if (!request) {
        log_.write(now, Level::Warning, request.error().code, "machine=" + caller->machine->id.text());
        return tl::unexpected(mail::Refusal{"hub.malformed", 0});
    }
    if (!may_proceed(*caller, *request)) {
        log_.write(now, Level::Warning, "hub.forbidden", "machine=" + caller->machine->id.text());
        return tl::unexpected(mail::Refusal{"hub.forbidden", 0});
    }
    const auto* put = std::get_if<mail::PutRequest>(&*request);
    const std::uint64_t retry_after_s = rates_.take(caller->machine->id, put == nullptr ? 1 : put->records.size(), now);
    if (retry_after_s > 0) return tl::unexpected(mail::Refusal{"hub.busy", retry_after_s});
    return Job(std::move(*caller), std::move(body), std::move(*request));
}

// --- answers
// ----------------------------------------------------------------------------------------------------------

Bytes Service::signed_answer(const mail::Answer& answer, const mail::MailboxName& mailbox,
                             const std::vector<mail::ExactRecord>& records) const {
    Bytes bytes = mail::encode(answer);
    const Bytes message = mail::signed_part(bytes, mailbox, records);
    const seal::Signature signature = seal::sign(answer_key_, seal::Context::Ack, {message});
    std::copy(signature.bytes.begin(), signature.bytes.end(), bytes.end() - seal::Signature::kSize);
    return bytes;
}

Bytes Service::answer(const Job& job, const base::Result<Written>& written, Instant now) {
    if (!written) return refused(written.error(), now).answer;
    if (written->does_not_fit) return encode_refusal("hub.part");
    if (written->outcomes.empty()) return mail::encode(mail::PartAnswer{written->have});
    const mail::MailboxName& mailbox = *job.mailbox();
    const std::uint64_t durable = durability_.up_to(mailbox, written->head, now);
    return signed_answer(mail::PutAnswer{generation_, sayable(now), durable, written->outcomes, {}}, mailbox,
                         records_of(job));
}

ReadAnswer Service::refused(const base::Error& error, Instant now) {
    const bool is_ours = error.code.starts_with("hub.");
    log_.write(now, Level::Error, error.code, is_ours ? error.message : "");
    const bool is_store = !is_ours || error.code == "hub.store" || error.code == "hub.full";
    return {encode_refusal(is_ours ? std::string_view(error.code) : "hub.store", is_store ? kStoreRetryS : 0),
            std::nullopt};
}

base::Result<std::vector<Written>> Service::commit(std::span<const Job> jobs, Store& store, Instant now) {
    std::vector<Write> writes;
    writes.reserve(jobs.size());
    for (const Job& job : jobs)
        writes.push_back(write_of(job));
    return store.write(writes, now);
}

ReadAnswer Service::answer_to(const mail::AskRequest& ask, const Job&, Store& store, Instant now) {
    const auto asked = store.ask(ask.mailbox, ask.records);
    if (!asked) return refused(asked.error(), now);
    const std::uint64_t durable = durability_.up_to(ask.mailbox, asked->head, now);
    const mail::PutAnswer said{generation_, sayable(now), durable, asked->outcomes, {}};
    return {signed_answer(said, ask.mailbox, ask.records), std::nullopt};
}

ReadAnswer Service::answer_to(const mail::GetRequest& get, const Job&, Store& store, Instant now) {
    const auto slice = store.read(get.mailbox, get.after, get.offset, std::min(get.limit, limits_.page_bytes));
    if (!slice) return refused(slice.error(), now);
    mail::Page page;
    page.generation = generation_;
    page.hub_time = sayable(now);
    page.head = slice->head;
    page.after = get.after;
    for (const StoredRecord& each : slice->records) {
        if (slice->is_piece) {
            page.piece.push_back({each.received, slice->total, slice->offset, each.bytes});
        } else {
            page.records.push_back({each.received, each.bytes});
        }
    }
    ReadAnswer read{signed_answer(page, get.mailbox, {}), std::nullopt};
    if (slice->records.empty() && get.after == slice->head) read.empty_at = slice->head;
    return read;
}

ReadAnswer Service::answer_to(const mail::ListRequest&, const Job& job, Store&, Instant) {
    const Court& court = *job.caller.court;
    return {mail::encode(documents_.list(court, rosters_.config(court.roster.court)->documents)), std::nullopt};
}

ReadAnswer Service::answer_to(const mail::DocumentRequest& request, const Job& job, Store&, Instant) {
    const Court& court = *job.caller.court;
    const auto part = documents_.read(court, rosters_.config(court.roster.court)->documents, request);
    if (!part) return {encode_refusal(part.error().code), std::nullopt};
    const std::uint64_t offset = std::min(request.offset, part->total);
    return {mail::encode(mail::DocumentPiece{part->total, offset, part->bytes}), std::nullopt};
}

ReadAnswer Service::answer_to(const mail::PutRequest&, const Job&, Store&, Instant) {
    return {encode_refusal("hub.malformed"), {}};
}
ReadAnswer Service::answer_to(const mail::PartRequest&, const Job&, Store&, Instant) {
    return {encode_refusal("hub.malformed"), {}};
}

ReadAnswer Service::read(const Job& job, Store& store, Instant now) {
    return std::visit([&](const auto& request) { return answer_to(request, job, store, now); }, job.request);
}

Bytes Service::handle(const base::Digest& tls_spki, Bytes body, Store& store, Instant now) {
    Admission job = admit(tls_spki, std::move(body), now);
    if (!job) return encode_refusal(job.error().code, job.error().retry_after_s);
    if (!job->is_write()) return read(*job, store, now).answer;
    const auto written = commit(std::span<const Job>(&*job, 1), store, now);
    if (!written) return answer(*job, tl::unexpected(written.error()), now);
    return answer(*job, written->front(), now);
}

}  // namespace courtyard::hub
