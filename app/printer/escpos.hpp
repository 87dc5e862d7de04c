// The language of receipt printers, as much of it as every one of them speaks: reset, pictures, feed, cut, status.
// A picture and not the printer's own letters, so that rare characters come out and every printer draws the same.
#pragma once

#include <cstdint>
#include <optional>

#include "app/paper/raster.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::printer {

inline constexpr int kBandRows = 256;  // more rows at once overrun the buffer of small printers
inline constexpr int kFeedLines = 4;   // so that the last line comes out from under the knife
inline constexpr std::uint8_t kDarkBelow = 128;

// ESC @, then GS v 0 in bands, ESC d 4, GS V B 0. The width is filled up to whole bytes with white.
[[nodiscard]] base::Bytes to_escpos(const paper::Raster& picture);

// What a printer answers to DLE EOT n (one byte each).
enum class Asks : std::uint8_t { Offline = 2, Paper = 4 };
[[nodiscard]] base::Bytes status_request(Asks what);  // 10 04 n

enum class Condition : std::uint8_t { Ready, PaperNearEnd, PaperOut, CoverOpen, Error };
// Nothing: the byte is no answer to this question.
[[nodiscard]] std::optional<Condition> read_status(Asks what, std::uint8_t answer);

}  // namespace courtyard::printer
