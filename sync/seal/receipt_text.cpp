#include "sync/seal/receipt_text.hpp"

#include <array>

#include <fmt/format.h>

#include "sync/seal/json_text.hpp"
#include "sync/seal/receipt.hpp"

namespace courtyard::seal {
namespace {

constexpr unsigned kPrime = 29;
constexpr std::size_t kHalfData = 14;

constexpr std::array<unsigned, 28> powers_of_two() {
    std::array<unsigned, 28> powers{};
    unsigned power = 1;
    for (unsigned& entry : powers) {
        entry = power;
        power = power * 2 % kPrime;
    }
    return powers;
}
constexpr std::array<unsigned, 28> kPower = powers_of_two();

struct Sums {
    unsigned plain = 0;
    unsigned weighed = 0;
};
Sums sums_of(base::ByteView symbols) {
    Sums sums;
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        sums.plain = (sums.plain + symbols[i]) % kPrime;
        sums.weighed = (sums.weighed + symbols[i] * kPower[i]) % kPrime;
    }
    return sums;
}

// The character at the start of `text`, which utf8_length has measured.
char32_t decode(std::string_view text, std::size_t length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (length == 1) return byte(0);
    char32_t point = byte(0) & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        point = point << 6 | (byte(i) & 0x3FU);
    return point;
}

char32_t narrow(char32_t point) { return point >= 0xFF01 && point <= 0xFF5E ? point - 0xFEE0 : point; }

// Blanks, and the dashes and dots that people and input methods put between groups.
bool is_between(char32_t point) {
    static constexpr std::u32string_view kOnes =
        U" \t\r\n-_.:,/\u00A0\u00B7\u3000\u3001\u3002\u2212\uFE63\uFEFF\u30FC\u2500";
    return kOnes.find(point) != std::u32string_view::npos || (point >= 0x2000 && point <= 0x2015);
}

std::optional<std::uint8_t> symbol_of(char32_t point) {
    if (point >= U'a' && point <= U'z') point -= 32;
    switch (point) {  // look-alikes that the alphabet leaves out
        case U'O': point = U'0'; break;
        case U'I':
        case U'L': point = U'1'; break;
        case U'Z': point = U'2'; break;
        case U'S': point = U'5'; break;
        case U'B': point = U'8'; break;
        case U'U': point = U'V'; break;
        default: break;
    }
    if (point > 0x7F) return std::nullopt;
    const std::size_t index = kReceiptAlphabet.find(static_cast<char>(point));
    if (index == std::string_view::npos) return std::nullopt;
    return static_cast<std::uint8_t>(index);
}

}  // namespace

base::Result<TypedSymbols> read_typed(std::string_view typed) {
    TypedSymbols symbols;
    for (std::size_t at = 0, nth = 1; at < typed.size(); ++nth) {
        const std::size_t length = utf8_length(typed.substr(at));
        const char32_t point = length == 0 ? 0xFFFD : narrow(decode(typed.substr(at), length));
        at += length == 0 ? 1 : length;
        if (is_between(point)) continue;
        const std::optional<std::uint8_t> symbol = symbol_of(point);
        if (!symbol) {
            return base::fail("receipt.character",
                              fmt::format("character {} of what was typed is no digit and no letter A to Z", nth));
        }
        if (symbols.count == kTypedSymbolsMax)
            return base::fail("receipt.length", "what was typed is far longer than a receipt's code");
        symbols.values.fill()[symbols.count++] = *symbol;
    }
    return symbols;
}

char symbol_character(std::uint8_t symbol) {
    COURTYARD_CHECK(symbol < kReceiptAlphabet.size());
    return kReceiptAlphabet[symbol];
}

std::uint8_t number_check(base::ByteView twelve) {
    COURTYARD_CHECK(twelve.size() == 12);
    // 2^12 * 2^16 = 2^28 = 1, so 2^16 divides by the weight of the check symbol.
    return static_cast<std::uint8_t>((kPrime - sums_of(twelve).weighed) * kPower[16] % kPrime);
}

void encode_half(base::ByteView eight, std::span<std::uint8_t, kHalfSymbols> symbols) {
    COURTYARD_CHECK(eight.size() == kHalfBytes);
    std::uint64_t value = 0;
    for (const std::uint8_t byte : eight)
        value = value << 8 | byte;
    for (std::size_t i = kHalfData; i-- > 0; value /= kPrime)
        symbols[i] = static_cast<std::uint8_t>(value % kPrime);
    // The weights of the last two are 2^14 = -1 and 2^15 = -2: a + x + y = 0 and b - x - 2y = 0.
    const Sums sums = sums_of(base::ByteView(symbols).first(kHalfData));
    const unsigned y = (sums.plain + sums.weighed) % kPrime;
    symbols[15] = static_cast<std::uint8_t>(y);
    symbols[14] = static_cast<std::uint8_t>((2 * kPrime - sums.plain - y) % kPrime);
}

HalfCheck check_half(base::ByteView sixteen) {
    COURTYARD_CHECK(sixteen.size() == kHalfSymbols);
    const Sums sums = sums_of(sixteen);
    if (sums.plain == 0 && sums.weighed == 0) return {true, std::nullopt};
    // One wrong symbol, off by e at position i, gives the sums e and e * 2^i.
    for (std::size_t i = 0; i < kHalfSymbols; ++i) {
        if (sums.plain != 0 && sums.weighed == sums.plain * kPower[i] % kPrime) return {false, i};
    }
    return {false, std::nullopt};
}

bool decode_half(base::ByteView sixteen, std::span<std::uint8_t, kHalfBytes> bytes) {
    if (!check_half(sixteen).fits) return false;
    std::uint64_t value = 0;
    for (const std::uint8_t symbol : sixteen.first(kHalfData)) {
        if (value > (UINT64_MAX - symbol) / kPrime) return false;
        value = value * kPrime + symbol;
    }
    for (std::size_t i = kHalfBytes; i-- > 0; value >>= 8)
        bytes[i] = static_cast<std::uint8_t>(value);
    return true;
}

}  // namespace courtyard::seal
