#include <doctest/doctest.h>

#include "sync/base/random.hpp"
#include "sync/seal/passphrase.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {

constexpr ScryptCost kCheap{15};  // the accepted minimum: the shape is the same, the tests are not slow

std::string code_of(const base::Result<Secret<32>>& key) { return key ? "opened" : key.error().code; }

}  // namespace

TEST_CASE("a store key comes back behind its passphrase only") {
    base::SeededRandom random(7914);
    const Secret<32> key = Secret<32>::random(random);
    const base::Bytes file = *wrap_with_passphrase(key, base::as_bytes("桐庐 2026"), random, kCheap);
    CHECK(file.size() == 88);
    CHECK(same_secret(unwrap_with_passphrase(file, base::as_bytes("桐庐 2026"))->view(), key.view()));
    CHECK(code_of(unwrap_with_passphrase(file, base::as_bytes("桐庐 2027"))) == "passphrase.wrong");
    CHECK(code_of(unwrap_with_passphrase(file, base::as_bytes("桐庐 2026 "))) == "passphrase.wrong");
    CHECK(code_of(unwrap_with_passphrase(file, {})) == "passphrase.empty");
    CHECK(wrap_with_passphrase(key, {}, random, kCheap).error().code == "passphrase.empty");
    CHECK(wrap_with_passphrase(key, base::Bytes(1025, 'a'), random, kCheap).error().code == "passphrase.size");
}

TEST_CASE("the same key and passphrase give another file each time") {
    base::SeededRandom random(1);
    const Secret<32> key = Secret<32>::random(random);
    CHECK(*wrap_with_passphrase(key, base::as_bytes("p"), random, kCheap) !=
          *wrap_with_passphrase(key, base::as_bytes("p"), random, kCheap));
}

TEST_CASE("the default cost is what the threat model asks for") {
    base::SeededRandom random(2);
    const base::Bytes file = *wrap_with_passphrase(Secret<32>::random(random), base::as_bytes("p"), random);
    CHECK(file[6] == 17);
    CHECK(file[7] == 8);
    CHECK(file[8] == 1);
}

TEST_CASE("a damaged or greedy file is refused by name") {
    base::SeededRandom random(3);
    const base::Bytes file = *wrap_with_passphrase(Secret<32>::random(random), base::as_bytes("p"), random, kCheap);
    const auto with = [&](std::size_t at, std::uint8_t value) {
        base::Bytes bent = file;
        bent[at] = value;
        return code_of(unwrap_with_passphrase(bent, base::as_bytes("p")));
    };
    CHECK(with(0, 'C') == "opened");
    CHECK(with(0, 'X') == "passphrase.file");
    CHECK(with(4, 2) == "passphrase.file");
    CHECK(with(5, 2) == "passphrase.file");
    CHECK(with(9, 1) == "passphrase.file");
    CHECK(with(6, 14) == "passphrase.cost");
    CHECK(with(6, 21) == "passphrase.cost");
    CHECK(with(6, 255) == "passphrase.cost");
    CHECK(with(7, 9) == "passphrase.cost");
    CHECK(with(8, 2) == "passphrase.cost");
    CHECK(with(6, 16) == "passphrase.wrong");
    for (const std::size_t at : {12UL, 27UL, 28UL, 39UL, 40UL, 71UL, 72UL, 87UL}) {
        CHECK(with(at, static_cast<std::uint8_t>(file[at] ^ 1U)) == "passphrase.wrong");
    }
    for (const std::size_t size : {0UL, 4UL, 40UL, 87UL}) {
        CHECK(code_of(unwrap_with_passphrase(base::ByteView(file).first(size), base::as_bytes("p"))) ==
              "passphrase.file");
    }
}
