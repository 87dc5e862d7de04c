#include <doctest/doctest.h>

#include "sync/base/encoding.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/random.hpp"

using namespace courtyard;

TEST_CASE("Base45 gives the examples of RFC 9285 section 4.3") {
    CHECK(base::base45(base::as_bytes("AB")) == "BB8");
    CHECK(base::base45(base::as_bytes("Hello!!")) == "%69 VD92EX0");
    CHECK(base::base45(base::as_bytes("base-45")) == "UJCLQE7W581");
    CHECK(base::as_text(*base::unbase45("QED8WEX0")) == "ietf!");
}

TEST_CASE("Base45 and hexadecimal give back every byte string") {
    base::SeededRandom random(45);
    for (std::size_t size = 0; size < 300; ++size) {
        base::Bytes bytes(size);
        random.fill(bytes);
        CHECK(*base::unbase45(base::base45(bytes)) == bytes);
        CHECK(*base::unhex(base::hex(bytes)) == bytes);
    }
}

TEST_CASE("a text that no bytes encode to is refused by name") {
    CHECK(base::unbase45("A").error().code == "encoding.base45");
    CHECK(base::unbase45("AAAA").error().code == "encoding.base45");
    CHECK(base::unbase45("ab8").error().code == "encoding.base45");
    CHECK(base::unbase45(":::").error().code == "encoding.base45");
    CHECK(base::unbase45("::").error().code == "encoding.base45");
    CHECK(base::unhex("abc").error().code == "encoding.hex");
    CHECK(base::unhex("0g").error().code == "encoding.hex");
}

TEST_CASE("an identifier is exactly as long as its type") {
    const auto id = base::RecordId::parse("000102030405060708090a0b0c0d0e0f");
    REQUIRE(id.has_value());
    CHECK(id->text() == "000102030405060708090a0b0c0d0e0f");
    CHECK(base::RecordId::parse("0001").error().code == "id.size");
    CHECK(base::MachineId::parse("zz").error().code == "encoding.hex");
}

TEST_CASE("a seeded generator repeats itself and differs by seed") {
    base::SeededRandom first(7);
    base::SeededRandom again(7);
    base::SeededRandom other(8);
    const std::uint64_t value = first.next();
    CHECK(value == again.next());
    CHECK(value != other.next());
}
