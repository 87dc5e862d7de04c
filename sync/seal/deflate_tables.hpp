// Lengths and distances as deflate codes them (RFC 1951, 3.2.5), and Huffman codes of limited length.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace courtyard::seal::deflating {

inline constexpr std::size_t kLengthMin = 3;
inline constexpr std::size_t kLengthMax = 258;
inline constexpr std::size_t kDistanceMax = 32768;
inline constexpr std::size_t kLiteralCodes = 286;  // 0 to 255 bytes, 256 end of block, 257 to 285 lengths
inline constexpr std::size_t kEndOfBlock = 256;
inline constexpr std::size_t kDistanceCodes = 30;

// A symbol and the bits that follow it as they are.
struct Coded {
    std::size_t symbol = 0;
    unsigned extra_bits = 0;
    unsigned extra = 0;
};
[[nodiscard]] Coded code_length(std::size_t length);      // 3 to 258
[[nodiscard]] Coded code_distance(std::size_t distance);  // 1 to 32,768

// Lengths in bits of an optimal prefix code of at most `bits_max` for these counts (package-merge); 0 where the count
// is 0.
[[nodiscard]] std::vector<std::uint8_t> code_lengths(std::span<const std::uint32_t> counts, std::size_t bits_max);

// The canonical code of these lengths (RFC 1951, 3.2.2), bits reversed: deflate writes codes from their top bit.
[[nodiscard]] std::vector<std::uint16_t> reversed_codes(std::span<const std::uint8_t> lengths);

}  // namespace courtyard::seal::deflating
