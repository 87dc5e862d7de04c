#include <algorithm>

#include "sync/mail/wire.hpp"
#include "sync/mail/wire_bytes.hpp"

namespace courtyard::mail {

using base::Bytes;
using base::ByteView;
using base::Result;
using wire::Reader;
using wire::Type;
using wire::Writer;

namespace {

constexpr std::size_t kExactBytes = base::RecordId::kSize + seal::RecordHash::kSize;

void write(Writer& writer, const ExactRecord& record) {
    writer.raw(record.id.view());
    writer.raw(record.hash.view());
}

Result<ExactRecord> read_exact(Reader& reader) {
    ExactRecord record;
    record.id = TRY(reader.id<base::RecordId>());
    record.hash = TRY(reader.id<seal::RecordHash>());
    return record;
}

Bytes bytes_of(const PutRequest& put) {
    COURTYARD_CHECK(!put.records.empty() && put.records.size() <= kBatchRecordsMax);
    Writer writer(Type::Put);
    std::size_t size = put_overhead(put.mailbox, put.records.size());
    for (const ByteView record : put.records)
        size += record.size();
    COURTYARD_CHECK(size <= kMessageBytesMax);
    writer.reserve(size);
    writer.short_text(put.mailbox.text());
    writer.number(put.records.size());
    for (const ByteView record : put.records) {
        COURTYARD_CHECK(!record.empty() && record.size() <= kRecordBytesMax);
        writer.block(record);
    }
    return writer.take();
}

Bytes bytes_of(const AskRequest& ask) {
    COURTYARD_CHECK(!ask.records.empty() && ask.records.size() <= kBatchRecordsMax);
    Writer writer(Type::Ask);
    writer.short_text(ask.mailbox.text());
    writer.number(ask.records.size());
    for (const ExactRecord& record : ask.records)
        write(writer, record);
    return writer.take();
}

Bytes bytes_of(const PartRequest& part) {
    COURTYARD_CHECK(part.total > 0 && part.total <= kRecordBytesMax && part.offset <= part.total &&
                    part.bytes.size() <= part.total - part.offset);
    Writer writer(Type::Part);
    writer.short_text(part.mailbox.text());
    write(writer, part.record);
    writer.number(part.total);
    writer.number(part.offset);
    writer.block(part.bytes);
    return writer.take();
}

Bytes bytes_of(const GetRequest& get) {
    COURTYARD_CHECK(get.after <= kSeqMax && get.offset < kRecordBytesMax && get.limit > 0 &&
                    get.limit <= kRecordBytesMax && get.wait_ms <= kWaitMsMax);
    Writer writer(Type::Get);
    writer.short_text(get.mailbox.text());
    writer.number(get.after);
    writer.number(get.offset);
    writer.number(get.limit);
    writer.number(get.wait_ms);
    return writer.take();
}

Bytes bytes_of(const ListRequest& list) {
    COURTYARD_CHECK(is_court_code(list.court));
    Writer writer(Type::List);
    writer.short_text(list.court);
    return writer.take();
}

Bytes bytes_of(const DocumentRequest& document) {
    COURTYARD_CHECK(is_court_code(document.court) && wire::is_document_name(document.name) &&
                    document.offset <= kDocumentBytesMax && document.limit > 0 && document.limit <= kRecordBytesMax);
    Writer writer(Type::Document);
    writer.short_text(document.court);
    writer.short_text(document.name);
    writer.raw(document.digest.view());
    writer.number(document.offset);
    writer.number(document.limit);
    return writer.take();
}

Result<Request> read_put(Reader& reader) {
    PutRequest put;
    put.mailbox = TRY(reader.mailbox());
    const std::uint64_t count = TRY(reader.number(1, kBatchRecordsMax));
    put.records.reserve(std::min<std::size_t>(count, reader.left() / 2));  // a record takes two bytes at least
    for (std::uint64_t i = 0; i < count; ++i)
        put.records.push_back(TRY(reader.block(1, kRecordBytesMax)));
    return put;
}

Result<Request> read_ask(Reader& reader) {
    AskRequest ask;
    ask.mailbox = TRY(reader.mailbox());
    const std::uint64_t count = TRY(reader.number(1, kBatchRecordsMax));
    ask.records.reserve(std::min<std::size_t>(count, reader.left() / kExactBytes));
    for (std::uint64_t i = 0; i < count; ++i)
        ask.records.push_back(TRY(read_exact(reader)));
    return ask;
}

Result<Request> read_part(Reader& reader) {
    PartRequest part;
    part.mailbox = TRY(reader.mailbox());
    part.record = TRY(read_exact(reader));
    part.total = TRY(reader.number(1, kRecordBytesMax));
    part.offset = TRY(reader.number(0, part.total));
    part.bytes = TRY(reader.block(0, static_cast<std::size_t>(part.total - part.offset)));
    return part;
}

Result<Request> read_get(Reader& reader) {
    GetRequest get;
    get.mailbox = TRY(reader.mailbox());
    get.after = TRY(reader.number(0, kSeqMax));
    get.offset = TRY(reader.number(0, kRecordBytesMax - 1));
    get.limit = TRY(reader.number(1, kRecordBytesMax));
    get.wait_ms = TRY(reader.number(0, kWaitMsMax));
    return get;
}

Result<Request> read_list(Reader& reader) { return ListRequest{TRY(reader.court())}; }

Result<Request> read_document(Reader& reader) {
    DocumentRequest document;
    document.court = TRY(reader.court());
    document.name = TRY(reader.short_text(64));
    if (!wire::is_document_name(document.name)) return reader.wrong("wire.name", "not the name of a document");
    document.digest = TRY(reader.id<base::Digest>());
    document.offset = TRY(reader.number(0, kDocumentBytesMax));
    document.limit = TRY(reader.number(1, kRecordBytesMax));
    return document;
}

Result<Request> read_any(Reader& reader) {
    switch (TRY(reader.prefix())) {
        case Type::Put: return read_put(reader);
        case Type::Ask: return read_ask(reader);
        case Type::Part: return read_part(reader);
        case Type::Get: return read_get(reader);
        case Type::List: return read_list(reader);
        case Type::Document: return read_document(reader);
        default: return reader.wrong("wire.type", "not a request");
    }
}

}  // namespace

Bytes encode(const Request& request) {
    return std::visit([](const auto& each) { return bytes_of(each); }, request);
}

Result<Request> parse_request(ByteView bytes) {
    if (bytes.size() > kMessageBytesMax) return base::fail("wire.limit", "a mail message is longer than 2 MiB");
    Reader reader(bytes);
    auto request = read_any(reader);
    if (request) TRY(reader.end());
    return request;
}

std::size_t put_overhead(const MailboxName& mailbox, std::size_t records) {
    return wire::kPrefixSize + 1 + mailbox.text().size() + 3 + records * 3;
}

}  // namespace courtyard::mail
