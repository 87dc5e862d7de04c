// Money in fen (1/100 yuan), whole numbers only. Nothing here or above ever uses floating point for money.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "sync/base/result.hpp"

namespace courtyard::domain {

struct Fen {
    std::int64_t value = 0;
    friend auto operator<=>(const Fen&, const Fen&) = default;
};

inline constexpr Fen kFenMax{999'999'999'999};      // 9,999,999,999.99 yuan: a slip of the finger, not an amount
inline constexpr Fen kFenConfirmOver{999'999'900};  // V-MONEY: over 9,999,999 yuan a person is asked again

// Yuan as people write them: "96000", "1,234.56", "96000" + the sign for yuan, "9.6" + the sign for ten thousand, a yen
// sign before it, full-width digits, spaces around it. Commas only between groups of three. "money.format",
// "money.decimals" (finer than a fen), "money.negative", "money.too_large".
[[nodiscard]] base::Result<Fen> parse_yuan(std::string_view text);

[[nodiscard]] std::string yuan_text(Fen amount);     // "96000", "1234.56": the form that is stored
[[nodiscard]] std::string yuan_display(Fen amount);  // "96,000.00": the form that is shown

// The characters for capital amounts come from the pack.
struct CapitalNumerals {
    std::string digits[10];
    std::string ten, hundred, thousand, myriad, hundred_million, yuan, jiao, fen, whole;
};
// The amount in capital characters as banks and courts write it. CHECKs 0 <= amount <= kFenMax.
[[nodiscard]] std::string capital_text(Fen amount, const CapitalNumerals& numerals);

}  // namespace courtyard::domain
