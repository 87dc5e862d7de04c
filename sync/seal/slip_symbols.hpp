// A whole sealed record as QR symbols for a slip: "CYA1" + Base45(header + part) for an application, "CYD1" for the
// draft on a ticket. FORMAT.md, section 8.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::seal {

// A symbol of version 15 at level M holds 600 alphanumeric characters: larger ones fail in photos and on thermal paper.
inline constexpr std::size_t kSymbolTextMax = 600;
inline constexpr std::size_t kSymbolPartMax = 384;  // bytes of the record per symbol: 768 makes two
inline constexpr std::size_t kSymbolCountMax = 11;  // 4,096 bytes; a larger record is not printed

// What a slip is for; its symbols say so in their first four characters.
enum class Slip : std::uint8_t { Application, Draft };

// As few symbols as possible, of equal size but the last. "symbols.too_large", and parse_header's errors.
[[nodiscard]] base::Result<std::vector<std::string>> to_symbols(base::ByteView record, Slip slip = Slip::Application);

// From what was scanned, in any order, doubles allowed. "symbols.none", "symbols.foreign" (not ours),
// "symbols.damaged", "symbols.mixed" (of several slips), "symbols.missing" (which part), and parse_header's errors.
[[nodiscard]] base::Result<base::Bytes> join_symbols(std::span<const std::string> scanned,
                                                     Slip slip = Slip::Application);

// The numbers, from 1, of the parts not yet among `scanned`; empty when nothing of ours was scanned. For "scan it too".
[[nodiscard]] std::vector<int> missing_symbols(std::span<const std::string> scanned, Slip slip = Slip::Application);

[[nodiscard]] bool is_record_symbol(std::string_view qr_text, Slip slip = Slip::Application);  // by its prefix

}  // namespace courtyard::seal
