// The messages between a machine and the hub, as values, and their bytes. PROTOCOL.md is the specification.
// Every message starts "CM", version 1 and a type byte. Parsers are strict: lengths are checked before anything is
// allocated, every number has one spelling, nothing may follow the end. encode(parse(b)) == b for every accepted b.
// Values hold views: what parse() returns points into the bytes it was given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/mailbox.hpp"
#include "sync/seal/body.hpp"
#include "sync/seal/sign.hpp"

namespace courtyard::mail {

inline constexpr std::string_view kMediaType = "application/x-courtyard-mail";
inline constexpr std::string_view kPath = "/mail/1";  // the only one: the type byte says what is asked
inline constexpr std::size_t kMessageBytesMax = 2u << 20;
inline constexpr std::size_t kRecordBytesMax = 1u << 20;
inline constexpr std::size_t kBatchRecordsMax = 4096;
inline constexpr std::size_t kDocumentsMax = 64;
inline constexpr std::uint64_t kDocumentBytesMax = 256u << 20;
inline constexpr std::uint64_t kWaitMsMax = 60'000;
inline constexpr std::uint64_t kSeqMax = (std::uint64_t{1} << 40) - 1;  // records of one mailbox

// --- requests
// ---------------------------------------------------------------------------------------------------------

// One record and no other. The id alone does not say that: somebody may have made another record under it, and an
// answer about that one must not be taken for an answer about this.
struct ExactRecord {
    base::RecordId id;
    seal::RecordHash hash;  // of its bytes
    friend bool operator==(const ExactRecord&, const ExactRecord&) = default;
};
// What is not a sealed record has no id: its first 16 bytes stand for it, padded with zeros.
[[nodiscard]] ExactRecord exact(base::ByteView record);

struct PutRequest {
    MailboxName mailbox;
    std::vector<base::ByteView> records;  // 1…kBatchRecordsMax, whole
};

// "What became of these?" Answered like a put, without sending the records again.
struct AskRequest {
    MailboxName mailbox;
    std::vector<ExactRecord> records;  // 1…kBatchRecordsMax
    friend bool operator==(const AskRequest&, const AskRequest&) = default;
};

// A piece of one large record. No bytes: asks how much the hub holds. The last piece is answered like a put.
struct PartRequest {
    MailboxName mailbox;
    ExactRecord record;
    std::uint64_t total = 0;   // length of the whole record
    std::uint64_t offset = 0;  // of `bytes` in it; offset + bytes.size() <= total
    base::ByteView bytes;
};

struct GetRequest {
    MailboxName mailbox;
    std::uint64_t after = 0;    // sequence number of the last record already held
    std::uint64_t offset = 0;   // bytes already held of the record after that one
    std::uint64_t limit = 0;    // bytes of records wanted at most; 1…kRecordBytesMax
    std::uint64_t wait_ms = 0;  // how long the hub may wait for something to come; at most kWaitMsMax
    friend bool operator==(const GetRequest&, const GetRequest&) = default;
};

struct ListRequest {
    std::string court;
    friend bool operator==(const ListRequest&, const ListRequest&) = default;
};

struct DocumentRequest {
    std::string court;
    std::string name;     // "roster.cyd", "pack.cyp"
    base::Digest digest;  // SHA-256 of the whole document, as listed: a document that changes meanwhile is noticed
    std::uint64_t offset = 0;
    std::uint64_t limit = 0;  // 1…kRecordBytesMax
    friend bool operator==(const DocumentRequest&, const DocumentRequest&) = default;
};

using Request = std::variant<PutRequest, AskRequest, PartRequest, GetRequest, ListRequest, DocumentRequest>;

// --- answers
// ----------------------------------------------------------------------------------------------------------

enum class Verdict : std::uint8_t {
    Accepted = 0,   // appended, or was there before with the same bytes: `seq` is its place
    Unknown = 1,    // only to an ask: not in this mailbox
    Malformed = 2,  // not a sealed record
    Conflict = 3,   // another record with this id is there
};

struct Outcome {
    Verdict verdict = Verdict::Accepted;
    std::uint64_t seq = 0;  // from 1; 0 unless accepted
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

// The hub's signed word on a put, an ask or the last part: one outcome per record, in the order of the request.
struct PutAnswer {
    std::uint64_t generation = 0;  // of the hub's store; changes when it was restored from a backup
    base::Instant hub_time;
    std::uint64_t durable_up_to = 0;  // sequence numbers up to here survive the loss of the hub's machine
    std::vector<Outcome> outcomes;    // encoded as runs
    seal::Signature signature;
    friend bool operator==(const PutAnswer&, const PutAnswer&) = default;
};

struct PartAnswer {
    std::uint64_t have = 0;  // bytes of the record that the hub holds: send from here
    friend bool operator==(const PartAnswer&, const PartAnswer&) = default;
};

struct Received {
    base::Instant received;  // hub time of its append; never falls within a mailbox
    base::ByteView record;
};

// A piece of the record after `after`, when that is larger than the limit of the request.
struct Piece {
    base::Instant received;
    std::uint64_t total = 0;
    std::uint64_t offset = 0;
    base::ByteView bytes;
};

// Records after+1, after+2, … without gaps; or one piece; or nothing new. Signed.
struct Page {
    std::uint64_t generation = 0;
    base::Instant hub_time;
    std::uint64_t head = 0;   // last sequence number of the mailbox
    std::uint64_t after = 0;  // as asked
    std::vector<Received> records;
    std::vector<Piece> piece;  // none or one, and then no records
    seal::Signature signature;
};

struct Document {
    std::string name;
    std::uint32_t version = 0;  // of the signed document; which one to trust is decided after opening it
    std::uint64_t size = 0;
    base::Digest digest;  // SHA-256
    friend bool operator==(const Document&, const Document&) = default;
};

struct DocumentList {
    std::vector<Document> documents;  // by name, rising
    friend bool operator==(const DocumentList&, const DocumentList&) = default;
};

struct DocumentPiece {
    std::uint64_t total = 0;
    std::uint64_t offset = 0;
    base::ByteView bytes;
};

// The hub says no to the whole request. Its HTTP status is that of the code (errors.hpp).
struct Refusal {
    std::string code;  // "hub.busy"
    std::uint64_t retry_after_s = 0;
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

using Answer = std::variant<PutAnswer, PartAnswer, Page, DocumentList, DocumentPiece, Refusal>;

// --- bytes
// ------------------------------------------------------------------------------------------------------------

// Encoding CHECKs the limits stated above: a request that breaks them is our own bug.
[[nodiscard]] base::Bytes encode(const Request& request);
[[nodiscard]] base::Bytes encode(const Answer& answer);

[[nodiscard]] base::Result<Request> parse_request(base::ByteView bytes);  // "wire.*": what is wrong at which byte
[[nodiscard]] base::Result<Answer> parse_answer(base::ByteView bytes);

// The size of a put's frame around its records, for batch budgets.
[[nodiscard]] std::size_t put_overhead(const MailboxName& mailbox, std::size_t records);

// What the hub signs (seal context "ack") for an encoded PutAnswer or Page: mailbox, digest of the records in question
// (none for a page) and digest of the encoded answer without its signature.
[[nodiscard]] base::Bytes signed_part(base::ByteView encoded_answer, const MailboxName& mailbox,
                                      const std::vector<ExactRecord>& records);

}  // namespace courtyard::mail
