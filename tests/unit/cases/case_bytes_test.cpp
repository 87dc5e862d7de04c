// A case put aside as bytes is the same case when it is taken out again, whatever happened in it.
#include "app/cases/case_bytes.hpp"

#include <random>

#include "app/cases/case_json.hpp"
#include "app/cases/fold_version.hpp"
#include "tests/unit/cases/random_case.hpp"

using namespace courtyard;
using namespace courtyard::cases;

namespace {

constexpr std::uint32_t kBytesSeed = 20261128;

AidCase some_case(test::RandomCase& chance, std::size_t facts) {
    const std::vector<Fact> made = chance.make(facts);
    return fold(made.front().id, made, chance.offices());
}

}  // namespace

TEST_CASE("a case comes back from its bytes as it was") {
    MESSAGE("seed " << kBytesSeed);
    test::RandomCase chance(kBytesSeed);
    for (int i = 0; i < 1'000; ++i) {
        const AidCase before = some_case(chance, 1 + static_cast<std::size_t>(i) % 80);
        const base::Bytes bytes = case_bytes(before);
        const auto after = read_case_bytes(bytes);
        REQUIRE(after.has_value());
        REQUIRE(*after == before);
        REQUIRE(write_case(*after) == write_case(before));
    }
}

TEST_CASE("what is cut, longer or no case at all gives no case") {
    test::RandomCase chance(kBytesSeed);
    const base::Bytes whole = case_bytes(some_case(chance, 40));
    REQUIRE(read_case_bytes(whole).has_value());
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(read_case_bytes(base::ByteView(whole).first(size)).has_value());
    base::Bytes longer = whole;
    longer.push_back(0);
    CHECK_FALSE(read_case_bytes(longer).has_value());
}

TEST_CASE("hurt bytes make nothing fall over") {
    MESSAGE("seed " << kBytesSeed);
    test::RandomCase chance(kBytesSeed);
    std::mt19937 random(kBytesSeed);
    const AidCase before = some_case(chance, 60);
    const base::Bytes whole = case_bytes(before);
    int other = 0;
    for (int i = 0; i < 20'000; ++i) {
        base::Bytes hurt = whole;
        hurt[random() % hurt.size()] ^= static_cast<std::uint8_t>(1U << random() % 8);
        const auto read = read_case_bytes(hurt);
        other += read && *read != before ? 1 : 0;
    }
    // The control: bytes that stand for something do change it. That they are the right ones the store's cipher and
    // the key of the row say, not this.
    CHECK(other > 0);
}

TEST_CASE("the version of the fold is a digest") {
    CHECK(fold_version().size() == 64);
    CHECK(fold_version().find_first_not_of("0123456789abcdef") == std::string_view::npos);
}
