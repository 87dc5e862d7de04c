#include <algorithm>

#include "sync/mail/wire.hpp"
#include "sync/mail/wire_bytes.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::mail {

using base::Bytes;
using base::ByteView;
using base::Result;
using seal::Signature;
using wire::Reader;
using wire::Type;
using wire::Writer;

namespace {

constexpr auto kVerdictMax = static_cast<std::uint8_t>(Verdict::Conflict);

// Whether `next` belongs to the run that has `length` outcomes from `first` on.
bool continues(const Outcome& first, std::uint64_t length, const Outcome& next) {
    if (next.verdict != first.verdict) return false;
    return first.verdict != Verdict::Accepted || next.seq == first.seq + length;
}

void write_runs(Writer& writer, const std::vector<Outcome>& outcomes) {
    for (std::size_t at = 0; at < outcomes.size();) {
        const Outcome& first = outcomes[at];
        std::uint64_t length = 1;
        while (at + length < outcomes.size() && continues(first, length, outcomes[at + length]))
            ++length;
        writer.byte(static_cast<std::uint8_t>(first.verdict));
        writer.number(length);
        if (first.verdict == Verdict::Accepted) {
            COURTYARD_CHECK(first.seq > 0 && first.seq + length - 1 <= kSeqMax);
            writer.number(first.seq);
        } else {
            COURTYARD_CHECK(first.seq == 0);
        }
        at += length;
    }
}

Result<std::vector<Outcome>> read_runs(Reader& reader, std::uint64_t count) {
    std::vector<Outcome> outcomes;
    outcomes.reserve(count);
    Outcome last_first;
    std::uint64_t last_length = 0;
    while (outcomes.size() < count) {
        const std::uint8_t verdict = TRY(reader.byte());
        if (verdict > kVerdictMax) return reader.wrong("wire.limit", "an unknown verdict");
        const std::uint64_t length = TRY(reader.number(1, count - outcomes.size()));
        Outcome first{static_cast<Verdict>(verdict), 0};
        if (first.verdict == Verdict::Accepted) first.seq = TRY(reader.number(1, kSeqMax - length + 1));
        if (last_length > 0 && continues(last_first, last_length, first)) {
            return reader.wrong("wire.runs", "two runs that are one");
        }
        for (std::uint64_t i = 0; i < length; ++i) {
            outcomes.push_back({first.verdict, first.verdict == Verdict::Accepted ? first.seq + i : 0});
        }
        last_first = first;
        last_length = length;
    }
    return outcomes;
}

Bytes bytes_of(const PutAnswer& answer) {
    COURTYARD_CHECK(!answer.outcomes.empty() && answer.outcomes.size() <= kBatchRecordsMax &&
                    answer.durable_up_to <= kSeqMax);
    Writer writer(Type::PutAnswer);
    writer.fixed64(answer.generation);
    writer.instant(answer.hub_time);
    writer.number(answer.durable_up_to);
    writer.number(answer.outcomes.size());
    write_runs(writer, answer.outcomes);
    writer.raw(answer.signature.view());
    return writer.take();
}

Bytes bytes_of(const PartAnswer& answer) {
    COURTYARD_CHECK(answer.have <= kRecordBytesMax);
    Writer writer(Type::PartAnswer);
    writer.number(answer.have);
    return writer.take();
}

Bytes bytes_of(const Page& page) {
    COURTYARD_CHECK(page.records.size() <= kBatchRecordsMax && page.piece.size() <= 1 &&
                    (page.piece.empty() || page.records.empty()) && page.head <= kSeqMax && page.after <= kSeqMax);
    const std::size_t items = page.records.size() + page.piece.size();
    COURTYARD_CHECK(items == 0 || page.after + items <= page.head);
    Writer writer(Type::Page);
    std::size_t size = 160 + page.records.size() * 16;
    for (const Received& item : page.records)
        size += item.record.size();
    writer.reserve(size);
    writer.fixed64(page.generation);
    writer.instant(page.hub_time);
    writer.number(page.head);
    writer.number(page.after);
    writer.byte(page.piece.empty() ? 0 : 1);
    if (page.piece.empty()) {
        writer.number(page.records.size());
        base::Instant before;
        for (const Received& item : page.records) {
            COURTYARD_CHECK(item.received >= before && !item.record.empty() && item.record.size() <= kRecordBytesMax);
            writer.instant({item.received - before});
            writer.block(item.record);
            before = item.received;
        }
    } else {
        const Piece& piece = page.piece.front();
        COURTYARD_CHECK(piece.total <= kRecordBytesMax && piece.offset < piece.total && !piece.bytes.empty() &&
                        piece.bytes.size() <= piece.total - piece.offset);
        writer.instant(piece.received);
        writer.number(piece.total);
        writer.number(piece.offset);
        writer.block(piece.bytes);
    }
    writer.raw(page.signature.view());
    return writer.take();
}

Bytes bytes_of(const DocumentList& list) {
    COURTYARD_CHECK(list.documents.size() <= kDocumentsMax);
    Writer writer(Type::DocumentList);
    writer.number(list.documents.size());
    for (const Document& document : list.documents) {
        COURTYARD_CHECK(wire::is_document_name(document.name) && document.size <= kDocumentBytesMax);
        writer.short_text(document.name);
        writer.number(document.version);
        writer.number(document.size);
        writer.raw(document.digest.view());
    }
    return writer.take();
}

Bytes bytes_of(const DocumentPiece& piece) {
    COURTYARD_CHECK(piece.total <= kDocumentBytesMax && piece.offset <= piece.total &&
                    piece.bytes.size() <= piece.total - piece.offset && piece.bytes.size() <= kRecordBytesMax);
    Writer writer(Type::DocumentPiece);
    writer.number(piece.total);
    writer.number(piece.offset);
    writer.block(piece.bytes);
    return writer.take();
}

Bytes bytes_of(const Refusal& refusal) {
    COURTYARD_CHECK(wire::is_code(refusal.code));
    Writer writer(Type::Refusal);
    writer.short_text(refusal.code);
    writer.number(refusal.retry_after_s);
    return writer.take();
}

Result<Signature> read_signature(Reader& reader) { return Signature::from(TRY(reader.raw(Signature::kSize))); }

Result<Answer> read_put_answer(Reader& reader) {
    PutAnswer answer;
    answer.generation = TRY(reader.fixed64());
    answer.hub_time = TRY(reader.instant());
    answer.durable_up_to = TRY(reader.number(0, kSeqMax));
    const std::uint64_t count = TRY(reader.number(1, kBatchRecordsMax));
    answer.outcomes = TRY(read_runs(reader, count));
    answer.signature = TRY(read_signature(reader));
    return answer;
}

Result<void> read_records(Reader& reader, Page& page) {
    const std::uint64_t count = TRY(reader.number(0, kBatchRecordsMax));
    if (count > 0 && page.after + count > page.head)
        return reader.wrong("wire.limit", "more records than the mailbox has");
    page.records.reserve(std::min<std::size_t>(count, reader.left() / 3));
    base::Instant before;
    for (std::uint64_t i = 0; i < count; ++i) {
        const base::Instant step = TRY(reader.instant());
        if (step.ms > wire::kInstantMsMax - before.ms) return reader.wrong("wire.limit", "a time outside its limits");
        before = before + step.ms;
        page.records.push_back({before, TRY(reader.block(1, kRecordBytesMax))});
    }
    return {};
}

Result<void> read_piece(Reader& reader, Page& page) {
    if (page.after >= page.head) return reader.wrong("wire.limit", "more records than the mailbox has");
    Piece piece;
    piece.received = TRY(reader.instant());
    piece.total = TRY(reader.number(1, kRecordBytesMax));
    piece.offset = TRY(reader.number(0, piece.total - 1));
    piece.bytes = TRY(reader.block(1, static_cast<std::size_t>(piece.total - piece.offset)));
    page.piece.push_back(piece);
    return {};
}

Result<Answer> read_page(Reader& reader) {
    Page page;
    page.generation = TRY(reader.fixed64());
    page.hub_time = TRY(reader.instant());
    page.head = TRY(reader.number(0, kSeqMax));
    page.after = TRY(reader.number(0, kSeqMax));
    const std::uint8_t form = TRY(reader.byte());
    if (form > 1) return reader.wrong("wire.limit", "neither records nor a piece");
    TRY(form == 0 ? read_records(reader, page) : read_piece(reader, page));
    page.signature = TRY(read_signature(reader));
    return page;
}

Result<Answer> read_list(Reader& reader) {
    DocumentList list;
    const std::uint64_t count = TRY(reader.number(0, kDocumentsMax));
    for (std::uint64_t i = 0; i < count; ++i) {
        Document document;
        document.name = TRY(reader.short_text(64));
        if (!wire::is_document_name(document.name)) return reader.wrong("wire.name", "not the name of a document");
        if (i > 0 && document.name <= list.documents.back().name)
            return reader.wrong("wire.order", "names out of order");
        document.version = static_cast<std::uint32_t>(TRY(reader.number(0, UINT32_MAX)));
        document.size = TRY(reader.number(0, kDocumentBytesMax));
        document.digest = TRY(reader.id<base::Digest>());
        list.documents.push_back(std::move(document));
    }
    return list;
}

Result<Answer> read_document_piece(Reader& reader) {
    DocumentPiece piece;
    piece.total = TRY(reader.number(0, kDocumentBytesMax));
    piece.offset = TRY(reader.number(0, piece.total));
    piece.bytes = TRY(reader.block(0, std::min<std::size_t>(piece.total - piece.offset, kRecordBytesMax)));
    return piece;
}

Result<Answer> read_refusal(Reader& reader) {
    Refusal refusal;
    refusal.code = TRY(reader.short_text(40));
    if (!wire::is_code(refusal.code)) return reader.wrong("wire.name", "not an error's code");
    refusal.retry_after_s = TRY(reader.number(0, UINT32_MAX));
    return refusal;
}

Result<Answer> read_any(Reader& reader) {
    switch (TRY(reader.prefix())) {
        case Type::PutAnswer: return read_put_answer(reader);
        case Type::PartAnswer: return PartAnswer{TRY(reader.number(0, kRecordBytesMax))};
        case Type::Page: return read_page(reader);
        case Type::DocumentList: return read_list(reader);
        case Type::DocumentPiece: return read_document_piece(reader);
        case Type::Refusal: return read_refusal(reader);
        default: return reader.wrong("wire.type", "not an answer");
    }
}

}  // namespace

Bytes encode(const Answer& answer) {
    return std::visit([](const auto& each) { return bytes_of(each); }, answer);
}

Result<Answer> parse_answer(ByteView bytes) {
    if (bytes.size() > kMessageBytesMax) return base::fail("wire.limit", "a mail message is longer than 2 MiB");
    Reader reader(bytes);
    auto answer = read_any(reader);
    if (answer) TRY(reader.end());
    return answer;
}

ExactRecord exact(ByteView record) {
    ExactRecord exact{{}, seal::record_hash(record)};
    if (const auto header = seal::parse_header(record)) {
        exact.id = header->id;
    } else {
        std::copy_n(record.begin(), std::min(record.size(), exact.id.bytes.size()), exact.id.bytes.begin());
    }
    return exact;
}

Bytes signed_part(ByteView encoded_answer, const MailboxName& mailbox, const std::vector<ExactRecord>& records) {
    COURTYARD_CHECK(encoded_answer.size() > Signature::kSize);
    Bytes all;
    all.reserve(records.size() * (base::RecordId::kSize + seal::RecordHash::kSize));
    for (const ExactRecord& record : records) {
        all.insert(all.end(), record.id.bytes.begin(), record.id.bytes.end());
        all.insert(all.end(), record.hash.bytes.begin(), record.hash.bytes.end());
    }
    const base::Digest record_digest = seal::sha256(all);
    const base::Digest answer_digest = seal::sha256(encoded_answer.first(encoded_answer.size() - Signature::kSize));
    const std::string name = mailbox.text();
    Bytes message;
    message.reserve(1 + name.size() + record_digest.bytes.size() + answer_digest.bytes.size());
    message.push_back(static_cast<std::uint8_t>(name.size()));
    message.insert(message.end(), name.begin(), name.end());
    message.insert(message.end(), record_digest.bytes.begin(), record_digest.bytes.end());
    message.insert(message.end(), answer_digest.bytes.begin(), answer_digest.bytes.end());
    return message;
}

}  // namespace courtyard::mail
