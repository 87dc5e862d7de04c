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

// A record as the shelf gave it, judged before it is sent.
struct Taken {
    enum class What { Whole, Gone, Damaged, StoreFailed } what = What::Damaged;
    base::Bytes bytes;           // when Whole
    std::optional<Error> error;  // when StoreFailed
};

Taken take(Shelf& shelf, const Parcel& parcel) {
    auto record = shelf.record(parcel.id);
    if (record) {
        const bool is_whole = seal::parse_header(*record) && exact(*record) == ExactRecord{parcel.id, parcel.hash};
        return {is_whole ? Taken::What::Whole : Taken::What::Damaged, std::move(*record), std::nullopt};
    }
    if (record.error().code == "store.no_record") return {Taken::What::Gone, {}, std::nullopt};
    if (record.error().code == "store.damaged") return {Taken::What::Damaged, {}, std::nullopt};
    return {Taken::What::StoreFailed, {}, record.error()};
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
    Step operator()(const SendAsk& ask) const {
        std::vector<ExactRecord> records;
        records.reserve(ask.ids.size());
        for (const base::RecordId& id : ask.ids)
            records.push_back({id, outbox.find(id)->hash});
        return heard(courier.ask(outbox.mailbox(), records));
    }

    // What cannot be sent leaves the act: gone is as good as sent, damaged is set aside, and the rest goes on.
    Step operator()(const SendPut& put) const {
        std::vector<base::Bytes> records;
        std::vector<Parcel> changed;
        for (const base::RecordId& id : put.ids) {
            Taken taken = take(shelf, *outbox.find(id));
            switch (taken.what) {
                case Taken::What::Whole: records.push_back(std::move(taken.bytes)); break;
                case Taken::What::Gone: outbox.forget(id); break;
                case Taken::What::Damaged:
                    for (const Parcel& each : outbox.set_aside(id))
                        changed.push_back(each);
                    break;
                case Taken::What::StoreFailed: return broken(std::move(*taken.error));
            }
        }
        const Step kept = keep(changed, {});
        if (records.empty() || kept.kind == Step::Kind::Failed) return kept;
        const std::vector<base::ByteView> views(records.begin(), records.end());
        return heard(courier.put(outbox.mailbox(), views));
    }

    Step operator()(const SendPart& part) const {
        const Parcel parcel = *outbox.find(part.id);
        Taken taken = take(shelf, parcel);
        if (taken.what == Taken::What::StoreFailed) return broken(std::move(*taken.error));
        if (taken.what == Taken::What::Gone) {
            outbox.forget(part.id);
            return keep({}, {});
        }
        if (taken.what == Taken::What::Damaged || taken.bytes.size() != part.total)
            return keep(outbox.set_aside(part.id), {});
        const base::ByteView bytes = base::ByteView(taken.bytes).subspan(part.offset, part.size);
        const auto reply = courier.part({outbox.mailbox(), {parcel.id, parcel.hash}, part.total, part.offset, bytes});
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
