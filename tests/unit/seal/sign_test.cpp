#include <doctest/doctest.h>

#include <set>

#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "sync/seal/sign.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {

constexpr std::array kContexts = {Context::Record, Context::Notice,   Context::Ack,    Context::Durable,
                                  Context::Time,   Context::Roster,   Context::Keyset, Context::Pack,
                                  Context::Bundle, Context::AuditHead};

}  // namespace

TEST_CASE("Ed25519 gives the public keys of RFC 8032, section 7.1") {
    const auto public_of = [](std::string_view seed) {
        return SigningKey::from(*Secret<32>::from(*base::unhex(seed))).public_key().text();
    };
    CHECK(public_of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60") ==
          "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    CHECK(public_of("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb") ==
          "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
}

TEST_CASE("a signature holds for its key, context and message only") {
    base::SeededRandom random(8032);
    const SigningKey key = SigningKey::make(random);
    const SigningKey other = SigningKey::make(random);
    for (const Context made : kContexts) {
        const Signature signature = sign(key, made, {base::as_bytes("one "), base::as_bytes("message")});
        for (const Context wanted : kContexts) {
            CHECK(verify(key.public_key(), wanted, {base::as_bytes("one message")}, signature) == (made == wanted));
        }
        CHECK_FALSE(verify(other.public_key(), made, {base::as_bytes("one message")}, signature));
        CHECK_FALSE(verify(key.public_key(), made, {base::as_bytes("one messagf")}, signature));
        CHECK_FALSE(verify(key.public_key(), made, {base::as_bytes("one messag")}, signature));
    }
}

TEST_CASE("every bit of a signature counts, and its second half has one form only") {
    base::SeededRandom random(64);
    const SigningKey key = SigningKey::make(random);
    const Signature signature = sign(key, Context::Ack, {base::as_bytes("message")});
    for (std::size_t bit = 0; bit < 8 * Signature::kSize; ++bit) {
        Signature bent = signature;
        bent.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        CHECK_FALSE(verify(key.public_key(), Context::Ack, {base::as_bytes("message")}, bent));
    }
    // S + L is the same number modulo the group's order L, but not canonical (RFC 8032, 5.1.7).
    const base::Bytes order = *base::unhex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    Signature shifted = signature;
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += shifted.bytes[32 + i] + unsigned{order[i]};
        shifted.bytes[32 + i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    CHECK_FALSE(verify(key.public_key(), Context::Ack, {base::as_bytes("message")}, shifted));
}

TEST_CASE("names of contexts differ and none begins with another") {
    std::set<std::string_view> names;
    for (const Context context : kContexts)
        names.insert(context_name(context));
    CHECK(names.size() == kContexts.size());
}
