#include "sync/seal/deflate_tables.hpp"

#include <algorithm>
#include <bit>
#include <iterator>

#include "sync/base/result.hpp"

namespace courtyard::seal::deflating {
namespace {

// A coin of the package-merge (Larmore and Hirschberg, 1990): a single symbol, or two coins of the level below
// together.
struct Coin {
    std::uint64_t weight = 0;
    bool is_single = true;
};

std::vector<Coin> packages_of(const std::vector<Coin>& level) {
    std::vector<Coin> packages;
    packages.reserve(level.size() / 2);
    for (std::size_t i = 0; i + 1 < level.size(); i += 2)
        packages.push_back({level[i].weight + level[i + 1].weight, false});
    return packages;
}

}  // namespace

Coded code_length(std::size_t length) {
    COURTYARD_CHECK(length >= kLengthMin && length <= kLengthMax);
    if (length == kLengthMax) return {285, 0, 0};
    const auto above = static_cast<unsigned>(length - kLengthMin);
    if (above < 8) return {257 + above, 0, 0};
    // From here four symbols share each number of extra bits.
    const unsigned extra_bits = static_cast<unsigned>(std::bit_width(above)) - 3;
    return {257 + 4 * extra_bits + (above >> extra_bits), extra_bits, above & ((1U << extra_bits) - 1)};
}

Coded code_distance(std::size_t distance) {
    COURTYARD_CHECK(distance >= 1 && distance <= kDistanceMax);
    const auto above = static_cast<unsigned>(distance - 1);
    if (above < 4) return {above, 0, 0};
    const unsigned extra_bits = static_cast<unsigned>(std::bit_width(above)) - 2;
    return {2 * extra_bits + (above >> extra_bits), extra_bits, above & ((1U << extra_bits) - 1)};
}

std::vector<std::uint8_t> code_lengths(std::span<const std::uint32_t> counts, std::size_t bits_max) {
    std::vector<std::size_t> symbols;  // the used ones, rarest first
    for (std::size_t symbol = 0; symbol < counts.size(); ++symbol) {
        if (counts[symbol] > 0) symbols.push_back(symbol);
    }
    std::stable_sort(symbols.begin(), symbols.end(),
                     [&](std::size_t a, std::size_t b) { return counts[a] < counts[b]; });
    std::vector<std::uint8_t> lengths(counts.size(), 0);
    if (symbols.size() == 1) lengths[symbols[0]] = 1;
    if (symbols.size() < 2) return lengths;
    COURTYARD_CHECK(symbols.size() <= std::size_t{1} << bits_max);

    std::vector<Coin> singles;
    singles.reserve(symbols.size());
    for (const std::size_t symbol : symbols)
        singles.push_back({counts[symbol], true});
    std::vector<std::vector<Coin>> levels = {singles};
    while (levels.size() < bits_max) {
        const std::vector<Coin> packages = packages_of(levels.back());
        std::vector<Coin> level;
        std::merge(singles.begin(), singles.end(), packages.begin(), packages.end(), std::back_inserter(level),
                   [](const Coin& a, const Coin& b) { return a.weight < b.weight; });
        levels.push_back(std::move(level));
    }
    // The cheapest 2n - 2 coins of the last level, and what they are made of: a symbol's length is how often it is
    // among them.
    std::size_t wanted = 2 * symbols.size() - 2;
    for (std::size_t level = levels.size(); level-- > 0;) {
        std::size_t single_count = 0;
        for (std::size_t i = 0; i < wanted; ++i)
            single_count += levels[level][i].is_single ? 1 : 0;
        for (std::size_t i = 0; i < single_count; ++i)
            ++lengths[symbols[i]];
        wanted = 2 * (wanted - single_count);
    }
    return lengths;
}

std::vector<std::uint16_t> reversed_codes(std::span<const std::uint8_t> lengths) {
    std::array<std::uint32_t, 17> first{};
    std::array<std::uint32_t, 17> count{};
    for (const std::uint8_t length : lengths)
        ++count[length];
    count[0] = 0;
    for (std::size_t bits = 1; bits < first.size(); ++bits)
        first[bits] = (first[bits - 1] + count[bits - 1]) << 1U;
    std::vector<std::uint16_t> codes(lengths.size(), 0);
    for (std::size_t symbol = 0; symbol < lengths.size(); ++symbol) {
        std::uint32_t code = lengths[symbol] == 0 ? 0 : first[lengths[symbol]]++;
        std::uint32_t reversed = 0;
        for (unsigned bit = 0; bit < lengths[symbol]; ++bit, code >>= 1)
            reversed = reversed << 1 | (code & 1U);
        codes[symbol] = static_cast<std::uint16_t>(reversed);
    }
    return codes;
}

}  // namespace courtyard::seal::deflating
