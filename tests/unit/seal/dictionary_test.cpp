#include <doctest/doctest.h>

#include "sync/base/random.hpp"
#include "sync/seal/dictionary.hpp"

using namespace courtyard;
using namespace courtyard::seal;

TEST_CASE("dictionaries keep to their bounds and never change") {
    Dictionaries known;
    CHECK(known.add({0, {1}}).error().code == "dictionary.id");
    CHECK(known.add({1, {}}).error().code == "dictionary.size");
    CHECK(known.add({1, base::Bytes(Dictionary::kSizeMax + 1)}).error().code == "dictionary.size");
    CHECK(known.add({1, base::Bytes(Dictionary::kSizeMax, 7)}).has_value());
    const Dictionary* const first = known.find(1);
    CHECK(known.add({1, base::Bytes(Dictionary::kSizeMax, 7)}).has_value());
    CHECK(known.add({1, {7}}).error().code == "dictionary.id");
    CHECK(known.add({65535, {7}}).has_value());
    CHECK(known.find(1) == first);
    CHECK(known.find(2) == nullptr);
}

TEST_CASE("what is packed comes back, with and without a dictionary") {
    base::SeededRandom random(1951);
    Dictionary dictionary{1, base::Bytes(9000)};
    random.fill(dictionary.bytes);
    for (const std::size_t size : {0UL, 1UL, 100UL, 4095UL, 4096UL, 4097UL, 70000UL}) {
        base::Bytes plain(size);
        random.fill(plain);
        if (size >= 4096) std::copy_n(dictionary.bytes.begin(), 4000, plain.begin());
        const base::Bytes bare = deflate(plain, nullptr);
        const base::Bytes helped = deflate(plain, &dictionary);
        CHECK(inflate(bare, nullptr, size)->plain == plain);
        CHECK(inflate(helped, &dictionary, size)->plain == plain);
        if (size >= 4096) CHECK(helped.size() + 3000 < bare.size());
    }
}

TEST_CASE("an unpacked text is capped, complete and alone") {
    const base::Bytes bomb = deflate(base::Bytes(50'000'000), nullptr);
    CHECK(bomb.size() < 60'000);
    CHECK(inflate(bomb, nullptr, 1'000'000).error().code == "deflate.size");
    CHECK(inflate(bomb, nullptr, 49'999'999).error().code == "deflate.size");
    CHECK(inflate(bomb, nullptr, 50'000'000).has_value());

    const base::Bytes packed = deflate(base::as_bytes("one text, one text, one text"), nullptr);
    for (std::size_t size = 0; size < packed.size(); ++size) {
        CHECK(inflate(base::ByteView(packed).first(size), nullptr, 1000).error().code == "deflate.stream");
    }
    base::Bytes longer = packed;
    longer.push_back(0);
    CHECK(inflate(longer, nullptr, 1000)->used == packed.size());
    CHECK(inflate(packed, nullptr, 28).has_value());
    CHECK(inflate(packed, nullptr, 27).error().code == "deflate.size");
    CHECK(inflate(packed, nullptr, 0).error().code == "deflate.size");
}

TEST_CASE("a text packed with a dictionary is not read without it") {
    const Dictionary dictionary{1, base::to_bytes("the quick brown fox jumps over the lazy dog")};
    const base::Bytes packed = deflate(base::as_bytes("the quick brown fox jumps over the lazy dog!"), &dictionary);
    CHECK(inflate(packed, &dictionary, 100).has_value());
    CHECK(inflate(packed, nullptr, 100).error().code == "deflate.stream");
}
