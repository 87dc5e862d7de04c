#include <doctest/doctest.h>

#include <set>

#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "sync/seal/keys.hpp"

using namespace courtyard;
using namespace courtyard::seal;

TEST_CASE("X25519 gives Bob's public key of RFC 7748, section 6.1") {
    const auto secret =
        Secret<32>::from(*base::unhex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
    CHECK(SealSecretKey::from(secret->clone()).public_key().text() ==
          "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
}

TEST_CASE("a key's name depends on its type and its bytes") {
    base::SeededRandom random(4);
    std::set<base::KeyId> names;
    for (int i = 0; i < 200; ++i) {
        const SealPublicKey seal_key = SealSecretKey::make(random).public_key();
        names.insert(key_id(seal_key));
        names.insert(key_id(*VerifyKey::from(seal_key.view())));  // the same bytes as a key of the other type
    }
    CHECK(names.size() == 400);
}

TEST_CASE("a public key has one text") {
    base::SeededRandom random(5);
    const VerifyKey key = SigningKey::make(random).public_key();
    CHECK(*VerifyKey::parse(key.text()) == key);
    CHECK(VerifyKey::parse(key.text().substr(1)).error().code == "key.text");
    CHECK(VerifyKey::parse(key.text() + "00").error().code == "key.text");
    std::string upper = key.text();
    for (char& character : upper)
        character = character >= 'a' && character <= 'f' ? static_cast<char>(character - 32) : character;
    CHECK(VerifyKey::parse(upper).error().code == "key.text");
    CHECK(VerifyKey::from(key.view().first(31)).error().code == "key.size");
}

TEST_CASE("a wrapped secret opens for its person and its purpose only") {
    base::SeededRandom random(6);
    const SealSecretKey person = SealSecretKey::make(random);
    const SealSecretKey other = SealSecretKey::make(random);
    const Secret<32> epoch = Secret<32>::random(random);
    const base::Bytes wrapped = *wrap(epoch.view(), person.public_key(), "intake 1", random);
    CHECK(wrapped.size() == 80);
    CHECK(same_secret(unwrap(wrapped, person, "intake 1")->view(), epoch.view()));
    CHECK(unwrap(wrapped, other, "intake 1").error().code == "wrap.open");
    CHECK(unwrap(wrapped, person, "intake 2").error().code == "wrap.open");
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        base::Bytes bent = wrapped;
        bent[i] ^= 0x01;
        CHECK(unwrap(bent, person, "intake 1").error().code == "wrap.open");
    }
    for (std::size_t size = 0; size <= 48; ++size) {
        CHECK(unwrap(base::ByteView(wrapped).first(size), person, "intake 1").error().code == "wrap.size");
    }
    CHECK(wrap({}, person.public_key(), "intake 1", random).error().code == "wrap.size");
    CHECK(wrap(base::Bytes(4097), person.public_key(), "intake 1", random).error().code == "wrap.size");
}
