// Characters of receipts: typed text to numbers 0-28 and back, and the check characters over GF(29).
// 29 is prime, so checks are plain arithmetic; 2 has order 28 modulo 29, so its powers weigh positions apart.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "sync/base/result.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::seal {

inline constexpr std::size_t kTypedSymbolsMax = 64;

struct TypedSymbols {
    Secret<kTypedSymbolsMax> values;  // each 0 to 28
    std::size_t count = 0;
    [[nodiscard]] base::ByteView view() const { return values.view().first(count); }
};
// Case, blanks, dashes, dots, full-width forms and look-alikes are forgiven. "receipt.character", "receipt.length".
[[nodiscard]] base::Result<TypedSymbols> read_typed(std::string_view typed);

[[nodiscard]] char symbol_character(std::uint8_t symbol);

// Receipt number: 12 symbols and one check symbol, such that the sum of c[i] * 2^i is 0 modulo 29.
[[nodiscard]] std::uint8_t number_check(base::ByteView twelve);

// Receipt code: 8 bytes are 14 symbols (base 29, most significant first) and two check symbols, such that the sum of
// c[i] and the sum of c[i] * 2^i are both 0 modulo 29: any two wrong symbols are noticed, and a single one is found.
inline constexpr std::size_t kHalfBytes = 8;
inline constexpr std::size_t kHalfSymbols = 16;
void encode_half(base::ByteView eight, std::span<std::uint8_t, kHalfSymbols> symbols);
// False when the checks fail or the number is above 2^64 - 1.
[[nodiscard]] bool decode_half(base::ByteView sixteen, std::span<std::uint8_t, kHalfBytes> bytes);

// Where the mistake is in a half that fails: nowhere, at one position, or not to be told.
struct HalfCheck {
    bool fits = false;
    std::optional<std::size_t> position;  // of the only wrong symbol, if only one is wrong
};
[[nodiscard]] HalfCheck check_half(base::ByteView sixteen);

}  // namespace courtyard::seal
