#include <doctest/doctest.h>

#include <set>

#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "sync/seal/hash.hpp"

using namespace courtyard;
using namespace courtyard::seal;

TEST_CASE("SHA-256 gives the example of FIPS 180-4, in one part or several") {
    const std::string expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK(sha256(base::as_bytes("abc")).text() == expected);
    CHECK(sha256({base::as_bytes("a"), {}, base::as_bytes("bc")}).text() == expected);
    CHECK(sha256(base::ByteView{}).text() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("HMAC-SHA256 gives RFC 4231, case 2") {
    CHECK(base::hex(
              hmac_sha256(base::as_bytes("Jefe"), {base::as_bytes("what do ya want "), base::as_bytes("for nothing?")})
                  .view()) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("HKDF-SHA256 gives RFC 5869, A.1 to A.3") {
    const auto run = [](std::string_view ikm, std::string_view salt, std::string_view info, std::size_t size) {
        const Secret<32> prk = hkdf_extract(*base::unhex(salt), {*base::unhex(ikm)});
        base::Bytes okm(size);
        hkdf_expand(prk.view(), *base::unhex(info), okm);
        return base::hex(okm);
    };
    CHECK(run("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9",
              42) == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    CHECK(run("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f30313233"
              "3435363738393a3b3c3d"
              "3e3f404142434445464748494a4b4c4d4e4f",
              "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f90919293"
              "9495969798999a9b9c9d"
              "9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf",
              "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3"
              "e4e5e6e7e8e9eaebeced"
              "eeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
              82) ==
          "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f"
          "09b8367793a9"
          "aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    CHECK(run("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "", "", 42) ==
          "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

TEST_CASE("a hash chain changes with every item, their order and where they are cut") {
    const base::Digest start;
    const auto fold = [&](std::initializer_list<std::string_view> items) {
        base::Digest head = start;
        for (const std::string_view item : items)
            head = chain(head, base::as_bytes(item));
        return head;
    };
    CHECK(fold({"a", "b"}) == fold({"a", "b"}));
    const std::set<base::Digest> heads = {start,        fold({"a"}),          fold({"a", "b"}), fold({"b", "a"}),
                                          fold({"ab"}), fold({"a", "b", ""}), fold({"", "ab"})};
    CHECK(heads.size() == 7);
}

TEST_CASE("a lookup tag depends on key, column and value, and on nothing else") {
    const base::Bytes key(32, 7);
    const base::Bytes other(32, 8);
    CHECK(lookup_tag(key, "id", base::as_bytes("x")) == lookup_tag(key, "id", base::as_bytes("x")));
    CHECK(lookup_tag(key, "id", base::as_bytes("x")) != lookup_tag(other, "id", base::as_bytes("x")));
    CHECK(lookup_tag(key, "id", base::as_bytes("x")) != lookup_tag(key, "ix", base::as_bytes("x")));
    CHECK(lookup_tag(key, "id", base::as_bytes("x")) != lookup_tag(key, "i", base::as_bytes("dx")));
}

TEST_CASE("secrets are compared whole, and leave nothing where they were moved from") {
    base::SeededRandom random(3);
    Secret<32> first = Secret<32>::random(random);
    const Secret<32> copy = first.clone();
    CHECK(same_secret(first.view(), copy.view()));
    CHECK_FALSE(same_secret(first.view(), first.view().first(31)));
    CHECK_FALSE(same_secret(first.view(), Secret<32>::random(random).view()));
    const Secret<32> moved = std::move(first);
    CHECK(same_secret(moved.view(), copy.view()));
    CHECK(same_secret(first.view(), Secret<32>().view()));  // NOLINT(bugprone-use-after-move): that is the test
    CHECK(Secret<32>::from(copy.view().first(5)).error().code == "secret.size");
}
