// A whole sealed record as QR symbols for the slip: "CYA1" + Base45(header + part). FORMAT.md, section 8.
#pragma once

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

// As few symbols as possible, of equal size but the last. "symbols.too_large", and parse_header's errors.
[[nodiscard]] base::Result<std::vector<std::string>> to_symbols(base::ByteView record);

// From what was scanned, in any order, doubles allowed. "symbols.none", "symbols.foreign" (not ours),
// "symbols.damaged", "symbols.mixed" (of several slips), "symbols.missing" (which part), and parse_header's errors.
[[nodiscard]] base::Result<base::Bytes> join_symbols(std::span<const std::string> scanned);

// The numbers, from 1, of the parts not yet among `scanned`; empty when nothing of ours was scanned. For "scan it too".
[[nodiscard]] std::vector<int> missing_symbols(std::span<const std::string> scanned);

[[nodiscard]] bool is_record_symbol(std::string_view qr_text);  // by its prefix CYA1

}  // namespace courtyard::seal
