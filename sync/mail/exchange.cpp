#include "sync/mail/exchange.hpp"

#include <algorithm>

#include "sync/mail/errors.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::mail {

namespace {

using base::Error;
using base::Result;

Step waiting(base::Instant until) { return {Step::Kind::Waiting, until, std::nullopt, {}, 0}; }
Step broken(Error error) { return {Step::Kind::Failed, {}, std::move(error), {}, 0}; }

// What the store gave back is the record that was asked for, whole: a damaged one is set aside and the rest goes on.
bool is_record(base::ByteView bytes, const base::RecordId& id) {
    const auto header = seal::parse_header(bytes);
    return header && header->id == id;
}

// Everything that one outbox step needs, so that each kind of act is a short function.
struct Sending {
    Outbox& outbox;
    Courier& courier;
    Shelf& shelf;
    base::Instant now;
    base::Random& random;

    Step keep(const std::vector<Parcel>& changed, base::Instant hub_time) const {
        if (!changed.empty()) {
            if (auto kept = shelf.keep(changed); !kept) return broken(kept.error());
        }
        return {Step::Kind::Worked, {}, std::nullopt, hub_time, changed.size()};
    }

    Step failed(Error error) const {
        const auto changed = outbox.failed(now, error, courier.retry_after_ms(), random);
        Step step = keep(changed, {});
        if (step.kind == Step::Kind::Worked) step = broken(std::move(error));
        return step;
    }

    Step heard(const Result<PutAnswer>& answer) const {
        if (!answer) return failed(answer.error());
        const auto changed = outbox.answered(now, *answer);
        if (!changed) return failed(changed.error());
        return keep(*changed, answer->hub_time);
    }

    Step operator()(const Idle&) const { return {}; }
    Step operator()(const WaitUntil& wait) const { return waiting(wait.until); }
    Step operator()(const SendAsk& ask) const { return heard(courier.ask(outbox.mailbox(), ask.ids)); }

    Step operator()(const SendPut& put) const {
        std::vector<base::Bytes> records;
        std::vector<Parcel> unreadable;
        for (const base::RecordId& id : put.ids) {
            auto record = shelf.record(id);
            if (record && is_record(*record, id)) {
                records.push_back(std::move(*record));
                continue;
            }
            const auto aside = outbox.set_aside(id);
            unreadable.insert(unreadable.end(), aside.begin(), aside.end());
        }
        if (!unreadable.empty()) {
            const Step step = keep(unreadable, {});
            if (records.empty() || step.kind == Step::Kind::Failed) return step;
        }
        const std::vector<base::ByteView> views(records.begin(), records.end());
        return heard(courier.put(outbox.mailbox(), views));
    }

    Step operator()(const SendPart& part) const {
        const auto record = shelf.record(part.id);
        if (!record || !is_record(*record, part.id) || record->size() != part.total) {
            return keep(outbox.set_aside(part.id), {});
        }
        const base::ByteView bytes = base::ByteView(*record).subspan(part.offset, part.size);
        const auto reply = courier.part({outbox.mailbox(), part.id, part.total, part.offset, bytes});
        if (!reply) return failed(reply.error());
        if (const auto* answer = std::get_if<PutAnswer>(&*reply)) return heard(*answer);
        outbox.part_held(now, std::get<PartAnswer>(*reply));
        return {Step::Kind::Worked, {}, std::nullopt, {}, 0};
    }
};

}  // namespace

Step step(Outbox& outbox, Courier& courier, Shelf& shelf, Link link, base::Instant now, base::Random& random) {
    return std::visit(Sending{outbox, courier, shelf, now, random}, outbox.next(now, link));
}

Step step(Inbox& inbox, Courier& courier, Shelf& shelf, Link link, base::Instant now, base::Random& random) {
    const FetchAct act = inbox.next(now, link);
    if (const auto* wait = std::get_if<WaitUntil>(&act)) return waiting(wait->until);
    if (std::holds_alternative<Idle>(act)) return {};
    const auto failed = [&](const Error& error) {
        inbox.failed(now, courier.retry_after_ms(), random);
        return broken(error);
    };
    const auto page = courier.get(std::get<Fetch>(act).request);
    if (!page) return failed(page.error());
    const auto arrivals = inbox.arrived(now, page->views);
    if (!arrivals) return failed(arrivals.error());
    if (auto kept = shelf.keep(inbox.mailbox(), *arrivals); !kept) return broken(kept.error());
    return {Step::Kind::Worked, {}, std::nullopt, page->views.hub_time, arrivals->records.size()};
}

Result<base::Bytes> fetch_document(Courier& courier, std::string_view court, const Document& document,
                                   std::uint64_t piece_bytes) {
    if (document.size > kDocumentBytesMax) return tl::unexpected(mail_error("mail.answer"));
    const std::uint64_t limit = std::clamp<std::uint64_t>(piece_bytes, 1, kRecordBytesMax);
    base::Bytes bytes;
    while (bytes.size() < document.size) {
        const auto fetched =
            TRY(courier.document({std::string(court), document.name, document.digest, bytes.size(), limit}));
        const DocumentPiece& piece = fetched.views;
        if (piece.total != document.size || piece.offset != bytes.size() || piece.bytes.empty()) {
            return tl::unexpected(mail_error("mail.answer"));
        }
        bytes.insert(bytes.end(), piece.bytes.begin(), piece.bytes.end());
    }
    if (seal::sha256(bytes) != document.digest) return tl::unexpected(mail_error("mail.answer"));
    return bytes;
}

}  // namespace courtyard::mail
