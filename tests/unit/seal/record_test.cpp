#include <doctest/doctest.h>

#include <set>

#include "sync/seal/hpke.hpp"
#include "sync/seal/text_packing.hpp"
#include "tests/unit/seal/fixture.hpp"

// Inside the room's namespace: seal(), the function, is named like the room.
namespace courtyard::seal {
namespace {

std::string code_of(const base::Result<Opened>& opened) { return opened ? "opened" : opened.error().code; }

}  // namespace

TEST_CASE("what was sealed is opened by the recipient, whole") {
    Fixture fixture;
    for (const char* const kind : {"application", "notice", "a_kind_of_next_year"}) {
        fixture.body.kind = kind;
        fixture.body.seq += 1;
        const base::Bytes record = *fixture.sealed();
        CHECK(record.size() == 512);
        const base::Result<Opened> opened = fixture.opened(record);
        REQUIRE(opened.has_value());
        CHECK(opened->body == fixture.body);
        CHECK(opened->dictionary == 1);
        CHECK(opened->header == *parse_header(record));
        CHECK(opened->header.recipient == fixture.intake.id);
        CHECK(base::as_text(opened->signed_body) == *encode_body(fixture.body));
    }
}

TEST_CASE("a record takes the smallest size class that holds it, from the one asked for up") {
    Fixture fixture;
    std::set<std::size_t> sizes;
    for (const std::size_t size :
         {10UL, 560UL, 660UL, 900UL, 1400UL, 2200UL, 3200UL, 6000UL, 20000UL, 60000UL, 300000UL, 900000UL}) {
        base::Bytes random(size / 2);
        fixture.random.fill(random);
        fixture.body.payload = "{\"x\":\"" + base::hex(random) + "\"}";
        const base::Bytes record = *fixture.sealed();
        sizes.insert(record.size());
        CHECK(fixture.opened(record)->body == fixture.body);
    }
    for (const std::size_t size : sizes)
        CHECK(std::find(kSizeClassBytes.begin(), kSizeClassBytes.end(), size) != kSizeClassBytes.end());
    CHECK(sizes.size() == kSizeClassBytes.size());
    fixture.body.payload = "{}";
    CHECK(fixture.sealed(SizeClass::K1)->size() == 1024);
    CHECK(fixture.opened(*fixture.sealed(SizeClass::M1))->body == fixture.body);
}

TEST_CASE("a text that does not fit the largest class is refused") {
    Fixture fixture;
    std::string text;
    while (text.size() < 1'400'000) {  // six bits of every byte are chance: it packs to about three quarters
        std::uint64_t bits = fixture.random.next();
        for (int i = 0; i < 10; ++i, bits >>= 6)
            text.push_back("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[bits & 63]);
    }
    fixture.body.payload = "{\"x\":\"" + text + "\"}";
    CHECK(fixture.sealed().error().code == "record.too_large");
    fixture.body.payload = "{\"x\":\"" + text.substr(0, 1'360'000) + "\"}";
    CHECK(fixture.sealed()->size() == kRecordSizeMax);
}

TEST_CASE("two records of one body share nothing but the header") {
    Fixture fixture;
    const base::RecordId id = base::RecordId::random(fixture.random);
    const SealRequest request{id, fixture.to_intake, fixture.body, fixture.machine_key, nullptr};
    const base::Bytes one = *seal(request, fixture.random);
    const base::Bytes two = *seal(request, fixture.random);
    CHECK(std::equal(one.begin(), one.begin() + kHeaderSize, two.begin()));
    int same = 0;
    for (std::size_t i = kHeaderSize; i < one.size(); ++i)
        same += one[i] == two[i] ? 1 : 0;
    CHECK(same < 20);  // about 2 of 480 by chance
}

TEST_CASE("every bent bit of a record is refused") {
    Fixture fixture;
    const base::Bytes record = *fixture.sealed();
    REQUIRE(fixture.opened(record).has_value());  // the control
    for (std::size_t bit = 0; bit < record.size() * 8; ++bit) {
        base::Bytes bent = record;
        bent[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        const base::Result<Opened> opened = fixture.opened(bent);
        // X25519 ignores the highest bit of a public key (RFC 7748, section 5), but enc is hashed into the key: refused
        // too.
        CHECK_MESSAGE(!opened.has_value(), "bit " << bit);
    }
}

TEST_CASE("every shortened and every lengthened record is refused before any key is used") {
    Fixture fixture;
    base::Bytes record = *fixture.sealed();
    for (std::size_t size = 0; size < record.size(); ++size) {
        const std::string code =
            code_of(fixture.opened(base::Bytes(record.begin(), record.begin() + static_cast<std::ptrdiff_t>(size))));
        CHECK(code == (size < kHeaderSize ? "record.short" : "record.length"));
    }
    record.push_back(0);
    CHECK(code_of(fixture.opened(record)) == "record.length");
    record.resize(768);
    CHECK(code_of(fixture.opened(record)) == "record.length");
    record[6] =
        static_cast<std::uint8_t>(SizeClass::B768);  // the length now fits a class, but the seal covers the class
    CHECK(code_of(fixture.opened(record)) == "record.seal");
}

TEST_CASE("a header that is not ours is refused by name") {
    Fixture fixture;
    const base::Bytes record = *fixture.sealed();
    const auto with = [&](std::size_t at, std::uint8_t value) {
        base::Bytes bent = record;
        bent[at] = value;
        const base::Result<Header> header = parse_header(bent);
        return header ? std::string("accepted") : header.error().code;
    };
    CHECK(with(0, 'C') == "accepted");
    CHECK(with(0, 'D') == "record.magic");
    CHECK(with(4, 0) == "record.version");
    CHECK(with(4, 2) == "record.version");
    CHECK(with(5, 0) == "record.suite");
    CHECK(with(5, 2) == "record.suite");
    CHECK(with(6, 0) == "record.size_class");
    CHECK(with(6, 13) == "record.size_class");
    CHECK(with(6, 2) == "record.length");
    CHECK(with(7, 1) == "record.reserved");
}

TEST_CASE("nobody can re-address a record") {
    Fixture fixture;
    const RecipientKey other = RecipientKey::of(SealSecretKey::make(fixture.random));
    base::Bytes record = *fixture.sealed();
    CHECK(code_of(open(record, other, fixture.authors(), fixture.dictionaries)) == "record.recipient");

    // The header renamed to the other key, and the right key under a name that fits the header.
    std::copy(other.id.bytes.begin(), other.id.bytes.end(), record.begin() + 8);
    CHECK(code_of(open(record, other, fixture.authors(), fixture.dictionaries)) == "record.seal");
    CHECK(code_of(open(record, {other.id, fixture.intake.key.clone()}, fixture.authors(), fixture.dictionaries)) ==
          "record.seal");

    // A recipient who seals the opened text and signature again, to somebody else or under another id, is found out.
    const base::Bytes original = *fixture.sealed();
    const Opened opened = *fixture.opened(original);
    const auto again = [&](const base::KeyId& to, const SealPublicKey& key, const base::RecordId& id) {
        base::Bytes header(original.begin(), original.begin() + kHeaderSize);
        std::copy(to.bytes.begin(), to.bytes.end(), header.begin() + 8);
        std::copy(id.bytes.begin(), id.bytes.end(), header.begin() + 16);
        const base::Bytes packed = pack_text(base::as_text(opened.signed_body), nullptr).bytes;
        base::Bytes frame = {0, 0, 1 << 4, static_cast<std::uint8_t>(packed.size() >> 8),
                             static_cast<std::uint8_t>(packed.size())};
        frame.insert(frame.end(), opened.signature.bytes.begin(), opened.signature.bytes.end());
        frame.insert(frame.end(), packed.begin(), packed.end());
        frame.resize(512 - 80);
        hpke::Sender sender = *hpke::setup_sender(hpke::Aead::Aes256Gcm, key, base::as_bytes("courtyard/1/seal"),
                                                  SealSecretKey::make(fixture.random));
        const base::Bytes sealed = *sender.context.seal(header, frame);
        base::Bytes forged = header;
        forged.insert(forged.end(), sender.enc.bytes.begin(), sender.enc.bytes.end());
        forged.insert(forged.end(), sealed.begin(), sealed.end());
        return forged;
    };
    CHECK(code_of(open(again(other.id, other.key.public_key(), opened.header.id), other, fixture.authors(),
                       fixture.dictionaries)) == "record.signature");
    CHECK(code_of(fixture.opened(again(fixture.intake.id, fixture.intake.key.public_key(),
                                       base::RecordId::random(fixture.random)))) == "record.signature");
    CHECK(code_of(fixture.opened(again(fixture.intake.id, fixture.intake.key.public_key(), opened.header.id))) ==
          "record.signature");  // new enc
}

TEST_CASE("an author must be known, and must have signed") {
    Fixture fixture;
    const base::Bytes record = *fixture.sealed();
    const auto nobody = [](const Author&) -> std::optional<VerifyKey> { return std::nullopt; };
    const auto other = [&](const Author&) -> std::optional<VerifyKey> { return fixture.other_key.public_key(); };
    CHECK(code_of(open(record, fixture.intake, nobody, fixture.dictionaries)) == "record.author");
    CHECK(code_of(open(record, fixture.intake, other, fixture.dictionaries)) == "record.signature");
    const SealRequest forged{base::RecordId::random(fixture.random), fixture.to_intake, fixture.body, fixture.other_key,
                             nullptr};
    CHECK(code_of(fixture.opened(*seal(forged, fixture.random))) == "record.signature");
}

TEST_CASE("a dictionary that is not here, or is another one, is found out") {
    Fixture fixture;
    const base::Bytes record = *fixture.sealed();
    CHECK(code_of(open(record, fixture.intake, fixture.authors(), Dictionaries())) == "record.dictionary");
    Dictionaries wrong;
    REQUIRE(wrong.add({1, base::to_bytes("{\"form\":\"F9\",\"answers\":{\"F9.01\":\"何𫖯安\",\"F1.03\":\"男\"}}")})
                .has_value());
    const std::string code = code_of(open(record, fixture.intake, fixture.authors(), wrong));
    CHECK(code != "opened");
}

TEST_CASE("a weak recipient key is refused before anything is sealed to it") {
    Fixture fixture;
    fixture.to_intake = Recipient::of(SealPublicKey{});
    CHECK(fixture.sealed().error().code == "record.recipient_key");
}

TEST_CASE("a hash of a record is its own") {
    Fixture fixture;
    const base::Bytes record = *fixture.sealed();
    base::Bytes bent = record;
    bent[511] ^= 1;
    CHECK(record_hash(record) == record_hash(record));
    CHECK(record_hash(record) != record_hash(bent));
}

}  // namespace courtyard::seal
