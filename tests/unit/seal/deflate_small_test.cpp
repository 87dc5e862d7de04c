#include "sync/seal/deflate_small.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <algorithm>
#include <numeric>

#include "sync/base/random.hpp"
#include "sync/seal/deflate_tables.hpp"
#include "sync/seal/dictionary.hpp"

using namespace courtyard;
using namespace courtyard::seal;
using namespace courtyard::seal::deflating;

namespace {

// Words from a short list: text with matches of every kind.
base::Bytes words(base::Random& random, std::size_t size) {
    base::Bytes text;
    while (text.size() < size) {
        for (std::uint64_t run = random.next() % 9 + 1, word = random.next() % 40; run > 0; --run) {
            text.push_back(static_cast<std::uint8_t>(word * 37 + run * 11));
        }
    }
    text.resize(size);
    return text;
}

bool comes_back(const base::Bytes& plain, const Dictionary* dictionary) {
    const base::Bytes packed =
        deflate_small(plain, dictionary == nullptr ? base::ByteView() : base::ByteView(dictionary->bytes));
    const base::Result<Inflated> again = inflate(packed, dictionary, plain.size());
    return again && again->plain == plain && again->used == packed.size();
}

}  // namespace

TEST_CASE("lengths and distances are coded as in the tables of RFC 1951, section 3.2.5") {
    const auto length = [](std::size_t value, std::size_t symbol, unsigned bits, unsigned extra) {
        const Coded coded = code_length(value);
        CHECK((coded.symbol == symbol && coded.extra_bits == bits && coded.extra == extra));
    };
    length(3, 257, 0, 0);
    length(10, 264, 0, 0);
    length(11, 265, 1, 0);
    length(12, 265, 1, 1);
    length(13, 266, 1, 0);
    length(18, 268, 1, 1);
    length(19, 269, 2, 0);
    length(34, 272, 2, 3);
    length(35, 273, 3, 0);
    length(130, 280, 4, 15);
    length(131, 281, 5, 0);
    length(257, 284, 5, 30);
    length(258, 285, 0, 0);
    const auto distance = [](std::size_t value, std::size_t symbol, unsigned bits, unsigned extra) {
        const Coded coded = code_distance(value);
        CHECK((coded.symbol == symbol && coded.extra_bits == bits && coded.extra == extra));
    };
    distance(1, 0, 0, 0);
    distance(4, 3, 0, 0);
    distance(5, 4, 1, 0);
    distance(6, 4, 1, 1);
    distance(7, 5, 1, 0);
    distance(12, 6, 2, 3);
    distance(13, 7, 2, 0);
    distance(193, 15, 6, 0);
    distance(16385, 28, 13, 0);
    distance(24577, 29, 13, 0);
    distance(32768, 29, 13, 8191);
}

TEST_CASE("codes of limited length are complete, and as short as Huffman's where the limit allows") {
    base::SeededRandom random(1990);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::uint32_t> counts(random.next() % 285 + 2);
        for (std::uint32_t& count : counts)
            count = static_cast<std::uint32_t>(
                random.next() % 3 == 0 ? 0 : random.next() % (std::uint64_t{1} << random.next() % 20));
        counts[0] = counts[1] = 1;
        for (const std::size_t bits_max : {9UL, 15UL}) {
            const std::vector<std::uint8_t> lengths = code_lengths(counts, bits_max);
            std::uint64_t kraft = 0;
            for (std::size_t i = 0; i < counts.size(); ++i) {
                CHECK((lengths[i] == 0) == (counts[i] == 0));
                CHECK(lengths[i] <= bits_max);
                if (lengths[i] > 0) kraft += std::uint64_t{1} << (bits_max - lengths[i]);
            }
            CHECK(kraft == std::uint64_t{1} << bits_max);
        }
    }
    // Fibonacci numbers make the longest codes there are: without the limit 1, 2, 3 … bits.
    const std::vector<std::uint32_t> fibonacci = {1, 1, 2, 3, 5, 8, 13, 21, 34};
    CHECK(code_lengths(fibonacci, 15) == std::vector<std::uint8_t>{8, 8, 7, 6, 5, 4, 3, 2, 1});
    CHECK(code_lengths(std::vector<std::uint32_t>{0, 7, 0}, 7) == std::vector<std::uint8_t>{0, 1, 0});
    CHECK(code_lengths(std::vector<std::uint32_t>{0, 0}, 7) == std::vector<std::uint8_t>{0, 0});
}

TEST_CASE("canonical codes are those of RFC 1951, section 3.2.2") {
    const std::vector<std::uint8_t> lengths = {3, 3, 3, 3,
                                               3, 2, 4, 4};  // its example: 010 011 100 101 110 00 1110 1111
    CHECK(reversed_codes(lengths) ==
          std::vector<std::uint16_t>{0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111});
}

TEST_CASE("zlib reads back what was packed, of every size") {
    base::SeededRandom random(1951);
    Dictionary dictionary{1, words(random, Dictionary::kSizeMax)};
    for (const std::size_t size :
         {1UL, 2UL, 3UL, 4UL, 5UL, 257UL, 258UL, 259UL, 260UL, 1000UL, 4000UL, kDeflateSmallMax}) {
        base::Bytes noise(size);
        random.fill(noise);
        for (const base::Bytes& plain : {words(random, size), noise, base::Bytes(size, 0), base::Bytes(size, 255)}) {
            CHECK(comes_back(plain, nullptr));
            CHECK(comes_back(plain, &dictionary));
        }
    }
    for (int round = 0; round < 300; ++round) {
        dictionary.bytes.resize(random.next() % 3000 + 1);
        CHECK(comes_back(words(random, random.next() % 500 + 1), &dictionary));
    }
}

TEST_CASE("the search is not worse than zlib's best on text") {
    base::SeededRandom random(9);
    std::size_t ours = 0;
    std::size_t zlibs = 0;
    for (int round = 0; round < 40; ++round) {
        const base::Bytes plain = words(random, 2000);
        ours += deflate_small(plain, {}).size();
        base::Bytes packed(compressBound(plain.size()));
        uLongf size = packed.size();
        REQUIRE(compress2(packed.data(), &size, plain.data(), plain.size(), Z_BEST_COMPRESSION) == Z_OK);
        zlibs += size - 6;  // zlib's own header and checksum
    }
    CHECK(ours <= zlibs);
}
