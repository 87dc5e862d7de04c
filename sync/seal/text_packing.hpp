// How a body's text is made small. Texts of up to 16 KiB are mixed (mixing.hpp); longer ones are deflated, their long
// runs of digits taken out before. FORMAT.md, section 4.
//
// An application carries keys, identifiers, an identity number, an account: some 200 digits that are pure chance.
// Deflate spends 6 to 8 bits on each; taken out, each costs 4, and the text around them matches the dictionary
// unbroken. Measured on 100 applications of 2,200 bytes: 637 bytes instead of 697.
#pragma once

#include <array>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/dictionary.hpp"

namespace courtyard::seal {

// Numbers of digits that are taken out together. The marker of the i-th is the byte F8 + i, which no UTF-8 text has.
inline constexpr std::array<std::size_t, 5> kDigitRuns = {64, 32, 18, 16, 10};
inline constexpr std::uint8_t kFirstMarker = 0xF8;

struct SplitText {
    base::Bytes skeleton;  // the text with markers
    base::Bytes digits;    // what the markers stand for, two digits (0-9 a-f) to the byte
    friend bool operator==(const SplitText&, const SplitText&) = default;
};
// From the left, each longest run of digits gives its longest possible pieces. `text` is UTF-8.
[[nodiscard]] SplitText split_digits(std::string_view text);
// The only text that splits so; "packing.digits" when there is none, "packing.size" when it is above `size_max`.
[[nodiscard]] base::Result<base::Bytes> join_digits(base::ByteView skeleton, base::ByteView digits,
                                                    std::size_t size_max);

enum class Packing : std::uint8_t { Deflate = 0, Mix = 1 };
inline constexpr std::uint8_t kPackingMax = 1;

struct PackedText {
    Packing packing = Packing::Mix;
    base::Bytes bytes;
};
// Mixed when it can be, else the deflated skeleton and then the digits. `dictionary`, a piece of skeleton, may be
// nullptr.
[[nodiscard]] PackedText pack_text(std::string_view text, const Dictionary* dictionary);
[[nodiscard]] base::Bytes deflate_text(std::string_view text, const Dictionary* dictionary);
// "packing.mixed", "packing.deflate", "packing.digits", "packing.size" (above `size_max`, or mixed and above 16 KiB).
[[nodiscard]] base::Result<base::Bytes> unpack_text(Packing packing, base::ByteView packed,
                                                    const Dictionary* dictionary, std::size_t size_max);

}  // namespace courtyard::seal
