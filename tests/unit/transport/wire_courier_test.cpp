// What a courier believes. The hub here is a function that signs, or pretends to.
#include <doctest/doctest.h>

#include "sync/mail/exchange.hpp"
#include "sync/seal/hash.hpp"
#include "sync/transport/loopback_courier.hpp"
#include "tests/support/mail_court.hpp"

using namespace courtyard;
using namespace courtyard::mail;
using test::kNow;

namespace {

const MailboxName kIntake{"330199", Box::Intake};

struct Fixture {
    test::MailCourt court;
    base::Bytes reply;
    base::Bytes asked;
    transport::LoopbackCourier courier{[this](base::ByteView request) -> base::Result<base::Bytes> {
                                           asked.assign(request.begin(), request.end());
                                           return reply;
                                       },
                                       court.roster.hub_keys};
    std::vector<base::Bytes> records{court.record(), court.record()};

    std::vector<base::ByteView> views() const { return {records.begin(), records.end()}; }
    std::vector<ExactRecord> ids() const { return {exact(records[0]), exact(records[1])}; }
    base::Bytes sign(const Answer& answer, const std::vector<ExactRecord>& over, const MailboxName& mailbox = kIntake,
                     const seal::SigningKey* key = nullptr) {
        base::Bytes bytes = encode(answer);
        const auto message = signed_part(bytes, mailbox, over);
        const auto signature = seal::sign(key == nullptr ? court.answer_key : *key, seal::Context::Ack, {message});
        std::copy(signature.bytes.begin(), signature.bytes.end(), bytes.end() - 64);
        return bytes;
    }
    PutAnswer good() const { return {7, kNow, 2, {{Verdict::Accepted, 1}, {Verdict::Accepted, 2}}, {}}; }
    std::string put_code() {
        const auto answer = courier.put(kIntake, views());
        return answer ? "" : answer.error().code;
    }
};

}  // namespace

TEST_CASE("a signed answer to what was put is believed") {
    Fixture f;
    f.reply = f.sign(f.good(), f.ids());
    const auto answer = f.courier.put(kIntake, f.views());
    REQUIRE(answer.has_value());
    CHECK(answer->outcomes == f.good().outcomes);
    CHECK(f.asked == encode(PutRequest{kIntake, f.views()}));
}

TEST_CASE("forged, stale and misplaced answers are not") {
    Fixture f;
    f.reply = f.sign(f.good(), f.ids(), kIntake, &f.court.root);  // signed by somebody else
    CHECK(f.put_code() == "link.forged");
    f.reply = encode(f.good());  // not signed at all
    CHECK(f.put_code() == "link.forged");
    auto other_ids = f.ids();
    std::swap(other_ids[0], other_ids[1]);
    f.reply = f.sign(f.good(), other_ids);  // the answer to another batch
    CHECK(f.put_code() == "link.forged");
    f.reply = f.sign(f.good(), f.ids(), {"330199", Box::Public});  // of another mailbox
    CHECK(f.put_code() == "link.forged");
    auto other_bytes = f.ids();
    other_bytes[1].hash.bytes[0] ^= 1;
    f.reply = f.sign(f.good(), other_bytes);  // about another record with the same id
    CHECK(f.put_code() == "link.forged");
    PutAnswer one = f.good();
    one.outcomes.pop_back();
    f.reply = f.sign(one, {f.ids()[0]});
    CHECK(f.put_code() == "mail.answer");
    f.reply = encode(PartAnswer{5});
    CHECK(f.put_code() == "mail.answer");
    f.reply = encode(DocumentList{});
    CHECK(f.put_code() == "mail.answer");
    transport::LoopbackCourier trusts_nobody(
        [&](base::ByteView) -> base::Result<base::Bytes> { return f.sign(f.good(), f.ids()); }, {});
    CHECK(trusts_nobody.put(kIntake, f.views()).error().code == "link.forged");
}

TEST_CASE("an answer with any bit changed, or cut anywhere, is not believed") {
    Fixture f;
    const base::Bytes good = f.sign(f.good(), f.ids());
    for (std::size_t at = 0; at < good.size(); ++at) {
        CAPTURE(at);
        f.reply.assign(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(at));
        CHECK(f.put_code() == "link.truncated");
        for (int bit = 0; bit < 8; ++bit) {
            f.reply = good;
            f.reply[at] = static_cast<std::uint8_t>(f.reply[at] ^ (1 << bit));
            CHECK_FALSE(f.put_code().empty());
        }
    }
    f.reply = good;
    f.reply.push_back(0);
    CHECK(f.put_code() == "link.answer");
    f.reply = base::to_bytes("<html>Welcome! Please log in</html>");
    CHECK(f.put_code() == "link.answer");
}

TEST_CASE("the hub's refusals come through with when to come back; nobody else's do") {
    Fixture f;
    f.reply = encode(Refusal{"hub.busy", 30});
    CHECK(f.put_code() == "hub.busy");
    CHECK(f.courier.retry_after_ms() == 30'000);
    f.reply = encode(Refusal{"hub.revoked", 0});
    CHECK(f.put_code() == "hub.revoked");
    CHECK(f.courier.retry_after_ms() == 0);
    f.reply = encode(Refusal{"hub.invented_next_year", 0});
    CHECK(f.put_code() == "hub.invented_next_year");
    f.reply = encode(Refusal{"link.down", 0});
    CHECK(f.put_code() == "link.answer");
}

TEST_CASE("pages must be signed and follow what was asked") {
    Fixture f;
    Page page{7, kNow, 9, 4, {{kNow, f.records[0]}}, {}, {}};
    const GetRequest get{kIntake, 4, 0, 4096, 0};
    f.reply = f.sign(page, {});
    const auto fetched = f.courier.get(get);
    REQUIRE(fetched.has_value());
    CHECK(std::equal(f.records[0].begin(), f.records[0].end(), fetched->views.records[0].record.begin()));
    CHECK(f.courier.get({kIntake, 3, 0, 4096, 0}).error().code == "mail.answer");
    CHECK(f.courier.get({{"330199", Box::Public}, 4, 0, 4096, 0}).error().code == "link.forged");
    f.reply = encode(page);
    CHECK(f.courier.get(get).error().code == "link.forged");
}

TEST_CASE("parts: how much is held needs no signature, that it is whole does") {
    Fixture f;
    const base::Bytes& record = f.records[0];
    const PartRequest part{kIntake, f.ids()[0], record.size(), 0, base::ByteView(record).first(100)};
    f.reply = encode(PartAnswer{100});
    auto reply = f.courier.part(part);
    REQUIRE(reply.has_value());
    CHECK(std::get<PartAnswer>(*reply).have == 100);
    f.reply = encode(PartAnswer{record.size() + 1});
    CHECK(f.courier.part(part).error().code == "mail.answer");
    const PutAnswer whole{7, kNow, 1, {{Verdict::Accepted, 1}}, {}};
    f.reply = f.sign(whole, {f.ids()[0]});
    CHECK(f.courier.part(part).has_value());
    f.reply = f.sign(whole, {f.ids()[1]});
    CHECK(f.courier.part(part).error().code == "link.forged");
}

TEST_CASE("a document is fetched in pieces and must be the one that was listed") {
    Fixture f;
    base::Bytes document(10'000);
    f.court.random.fill(document);
    bool lies = false;
    transport::LoopbackCourier courier(
        [&](base::ByteView request) -> base::Result<base::Bytes> {
            const auto asked = std::get<DocumentRequest>(*parse_request(request));
            base::Bytes piece(document.begin() + static_cast<std::ptrdiff_t>(asked.offset),
                              document.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(
                                                     asked.offset + asked.limit, document.size())));
            if (lies && asked.offset > 5000) piece[0] ^= 1;
            return encode(DocumentPiece{document.size(), asked.offset, piece});
        },
        {});
    const Document listed{"pack.cyp", 1, document.size(), seal::sha256(document)};
    const auto fetched = fetch_document(courier, "330199", listed, 777);
    REQUIRE(fetched.has_value());
    CHECK(*fetched == document);
    lies = true;
    CHECK(fetch_document(courier, "330199", listed, 777).error().code == "mail.answer");
    lies = false;
    CHECK(fetch_document(courier, "330199", {"pack.cyp", 1, document.size() + 1, listed.digest}, 777).error().code ==
          "mail.answer");
}
