#include <doctest/doctest.h>

#include <algorithm>

#include "sync/base/random.hpp"
#include "sync/mail/wire.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/record.hpp"

using namespace courtyard;
using namespace courtyard::mail;
using base::Bytes;
using base::ByteView;

namespace {

const MailboxName kIntake{"330199", Box::Intake};

base::RecordId id(std::uint8_t n) {
    base::RecordId id;
    id.bytes.fill(n);
    return id;
}

ExactRecord record(std::uint8_t n) {
    ExactRecord record{id(n), {}};
    record.hash.bytes.fill(static_cast<std::uint8_t>(n + 100));
    return record;
}

// One of every message, with every optional part, and some extremes.
std::vector<Bytes> requests() {
    static const Bytes small(512, 7), tiny(1, 9), large(kRecordBytesMax, 3);
    base::Digest digest;
    digest.bytes.fill(0xab);
    return {
        encode(PutRequest{kIntake, {small}}),
        encode(PutRequest{kIntake, {small, tiny, small}}),
        encode(PutRequest{{"a", Box::Public}, {large}}),
        encode(AskRequest{kIntake, {record(1), record(2), record(1)}}),
        encode(PartRequest{kIntake, record(3), 1000, 488, small}),
        encode(PartRequest{kIntake, record(3), kRecordBytesMax, 0, {}}),
        encode(GetRequest{kIntake, 0, 0, 1, 0}),
        encode(GetRequest{kIntake, kSeqMax, kRecordBytesMax - 1, kRecordBytesMax, kWaitMsMax}),
        encode(ListRequest{"330199"}),
        encode(DocumentRequest{"330199", "pack.cyp", digest, 300, 65536}),
    };
}

std::vector<Bytes> answers() {
    static const Bytes small(512, 7), tiny(1, 9);
    base::Digest digest;
    digest.bytes.fill(0xab);
    seal::Signature signature;
    signature.bytes.fill(0x55);
    const base::Instant at{1'763'800'000'000};
    std::vector<Outcome> mixed = {{Verdict::Accepted, 1},  {Verdict::Accepted, 2}, {Verdict::Conflict, 0},
                                  {Verdict::Conflict, 0},  {Verdict::Accepted, 9}, {Verdict::Accepted, 3},
                                  {Verdict::Malformed, 0}, {Verdict::Unknown, 0}};
    return {
        encode(PutAnswer{0x0102030405060708, at, 12, mixed, signature}),
        encode(PutAnswer{1, {0}, 0, {{Verdict::Accepted, kSeqMax}}, signature}),
        encode(PartAnswer{300}),
        encode(Page{5, at, 9, 2, {{at, small}, {at, tiny}, {at + 5, small}}, {}, signature}),
        encode(Page{5, at, 2, 2, {}, {}, signature}),
        encode(Page{5, at, 9, 2, {}, {{at, 4096, 512, small}}, signature}),
        encode(DocumentList{{{"pack.cyp", 3, 100, digest}, {"roster.cyd", 1, 0, digest}}}),
        encode(DocumentList{}),
        encode(DocumentPiece{1000, 488, small}),
        encode(DocumentPiece{0, 0, {}}),
        encode(Refusal{"hub.busy", 30}),
    };
}

// Whether the bytes are refused, or are exactly what they say.
bool is_faithful_request(ByteView bytes) {
    const auto value = parse_request(bytes);
    if (!value) return true;
    const Bytes back = encode(*value);
    return std::equal(back.begin(), back.end(), bytes.begin(), bytes.end());
}
bool is_faithful_answer(ByteView bytes) {
    const auto value = parse_answer(bytes);
    if (!value) return true;
    const Bytes back = encode(*value);
    return std::equal(back.begin(), back.end(), bytes.begin(), bytes.end());
}

std::string code_of_request(const Bytes& bytes) { return parse_request(bytes).error().code; }
std::string code_of_answer(const Bytes& bytes) { return parse_answer(bytes).error().code; }

}  // namespace

TEST_CASE("every message comes back from its bytes, and its bytes from it") {
    for (const Bytes& bytes : requests()) {
        REQUIRE(parse_request(bytes).has_value());
        CHECK(is_faithful_request(bytes));
        CHECK_FALSE(parse_answer(bytes).has_value());
    }
    for (const Bytes& bytes : answers()) {
        REQUIRE(parse_answer(bytes).has_value());
        CHECK(is_faithful_answer(bytes));
        CHECK_FALSE(parse_request(bytes).has_value());
    }
}

TEST_CASE("a message cut anywhere is refused as short, one with more behind it as trailing") {
    const auto check = [](std::vector<Bytes> all, auto code_of) {
        for (Bytes& bytes : all) {
            if (bytes.size() > 5000) continue;
            for (std::size_t size = 0; size < bytes.size(); ++size) {
                CAPTURE(size);
                CHECK(code_of(Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size))) == "wire.short");
            }
            bytes.push_back(0);
            CHECK(code_of(bytes) == "wire.trailing");
        }
    };
    check(requests(), code_of_request);
    check(answers(), code_of_answer);
}

TEST_CASE("whatever a flipped, dropped or doubled byte makes of a message is refused or means exactly its bytes") {
    base::SeededRandom random(2);
    const auto mutate = [&](Bytes bytes) {
        const std::size_t at = random.next() % bytes.size();
        switch (random.next() % 3) {
            case 0: bytes[at] = static_cast<std::uint8_t>(random.next()); break;
            case 1: bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(at)); break;
            default: bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes[at]); break;
        }
        return bytes;
    };
    for (int round = 0; round < 3000; ++round) {
        for (const Bytes& bytes : requests()) {
            if (bytes.size() < 5000) REQUIRE(is_faithful_request(mutate(bytes)));
        }
        for (const Bytes& bytes : answers())
            REQUIRE(is_faithful_answer(mutate(bytes)));
    }
}

TEST_CASE("each refusal has its name") {
    const Bytes list = {'C', 'M', 1, 'L', 1, 'a'};
    REQUIRE(parse_request(list).has_value());
    CHECK(code_of_request({'X', 'M', 1, 'L', 1, 'a'}) == "wire.magic");
    CHECK(code_of_request({'C', 'M', 2, 'L', 1, 'a'}) == "wire.version");
    CHECK(code_of_request({'C', 'M', 1, 'Z', 1, 'a'}) == "wire.type");
    CHECK(code_of_request({'C', 'M', 1, 'L', 1, 'A'}) == "wire.court");
    CHECK(code_of_request({'C', 'M', 1, 'L', 17, 'a'}) == "wire.limit");
    CHECK(code_of_request({'C', 'M', 1, 'G', 3, 'a', '/', 'x', 0, 0, 1, 0}) == "wire.mailbox");
    const std::string get =
        "CM\x01Gx"
        "a/intake";
    const auto with = [&](std::initializer_list<int> numbers) {
        Bytes bytes = base::to_bytes(get);
        bytes[4] = 8;
        for (const int n : numbers)
            bytes.push_back(static_cast<std::uint8_t>(n));
        return bytes;
    };
    CHECK(parse_request(with({0, 0, 1, 0})).has_value());
    CHECK(code_of_request(with({0x80, 0, 0, 1, 0})) == "wire.number");  // zero in two bytes
    CHECK(code_of_request(with({0, 0, 0, 0})) == "wire.limit");         // no bytes wanted
    CHECK(code_of_request(with({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 2, 0, 1, 0})) == "wire.number");
    CHECK(code_of_request(with({0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 0, 1, 0})) == "wire.limit");
    CHECK(code_of_request(Bytes(kMessageBytesMax + 1, 0)) == "wire.limit");
    // Two runs that are one: 1, then 2.
    Bytes runs = {'C', 'M', 1, 'p', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1, 1, 0, 1, 2};
    runs.insert(runs.end(), 64, 0);
    CHECK(code_of_answer(runs) == "wire.runs");
    runs[runs.size() - 65] = 3;  // 1, then 3: two runs
    CHECK(parse_answer(runs).has_value());
    runs[19] = 4;
    CHECK(code_of_answer(runs) == "wire.limit");  // an unknown verdict, or too long a run
}

TEST_CASE("a batch costs two or three bytes per record and one answer") {
    const Bytes record(512, 1);
    const std::vector<ByteView> records(1000, ByteView(record));
    const Bytes put = encode(PutRequest{kIntake, records});
    CHECK(put.size() - 1000 * 512 <= 2 * 1000 + 32);
    CHECK(put.size() <= 1000 * 512 + put_overhead(kIntake, 1000));
    std::vector<Outcome> outcomes;
    for (std::uint64_t i = 1; i <= 1000; ++i)
        outcomes.push_back({Verdict::Accepted, i + 70'000});
    CHECK(encode(PutAnswer{~0ull, {1'763'800'000'000}, 71'000, outcomes, {}}).size() <= 100);
}

TEST_CASE("what the hub signs changes with everything it vouches for") {
    const Bytes answer = encode(PutAnswer{1, {5}, 1, {{Verdict::Accepted, 1}}, {}});
    const Bytes same = signed_part(answer, kIntake, {record(1)});
    CHECK(signed_part(answer, kIntake, {record(1)}) == same);
    CHECK(signed_part(answer, kIntake, {record(2)}) != same);
    ExactRecord other_bytes = record(1);  // the same id, another record
    other_bytes.hash.bytes[15] ^= 1;
    CHECK(signed_part(answer, kIntake, {other_bytes}) != same);
    CHECK(signed_part(answer, {"330199", Box::Public}, {record(1)}) != same);
    CHECK(signed_part(encode(PutAnswer{1, {5}, 0, {{Verdict::Accepted, 1}}, {}}), kIntake, {record(1)}) != same);
    CHECK(signed_part(encode(PutAnswer{1, {6}, 1, {{Verdict::Accepted, 1}}, {}}), kIntake, {record(1)}) != same);
    CHECK(signed_part(encode(PutAnswer{2, {5}, 1, {{Verdict::Accepted, 1}}, {}}), kIntake, {record(1)}) != same);
    seal::Signature other;
    other.bytes.fill(9);
    CHECK(signed_part(encode(PutAnswer{1, {5}, 1, {{Verdict::Accepted, 1}}, other}), kIntake, {record(1)}) == same);
}

TEST_CASE("the example of PROTOCOL.md, byte for byte") {
    Bytes record(512, 0x11);
    const Bytes request = encode(PutRequest{kIntake, {record}});
    const auto head = base::unhex("434d01500d3333303139392f696e74616b65018004");
    REQUIRE(head.has_value());
    CHECK(request.size() == 533);
    CHECK(std::equal(head->begin(), head->end(), request.begin()));
    const Bytes answer = encode(PutAnswer{7, {1'763'800'000'000}, 42, {{Verdict::Accepted, 42}}, {}});
    CHECK(base::hex(ByteView(answer).first(23)) == "434d0170000000000000000780ccb0d5aa332a0100012a");
    CHECK(answer.size() == 87);
    ExactRecord example{{}, seal::record_hash(record)};
    for (std::uint8_t i = 0; i < 16; ++i)
        example.id.bytes[i] = i;
    Bytes both(example.id.bytes.begin(), example.id.bytes.end());
    const base::Digest whole = seal::sha256(record);
    both.insert(both.end(), whole.bytes.begin(), whole.bytes.begin() + 16);
    const Bytes message = signed_part(answer, kIntake, {example});
    CHECK(message.size() == 14 + 32 + 32);
    CHECK(base::hex(ByteView(message).first(14)) == "0d3333303139392f696e74616b65");
    CHECK(base::hex(ByteView(message).subspan(14, 32)) == base::hex(seal::sha256(both).view()));
    CHECK(base::hex(ByteView(message).subspan(46)) == base::hex(seal::sha256(ByteView(answer).first(23)).view()));
}
