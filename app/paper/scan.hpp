// Reads QR symbols from a picture. Two independent decoders, because each misses some that the other reads.
#pragma once

#include <string>
#include <vector>

#include "app/paper/raster.hpp"

namespace courtyard::paper {

// Texts of all QR symbols found, each once, in the order of the picture's rows. "paper.no_symbol" when there is none.
// A text is as it was printed: our symbols are alphanumeric, so no decoder may change bytes on the way.
[[nodiscard]] base::Result<std::vector<std::string>> scan(const Raster& picture);

enum class Decoder { ZBar, ZXing };
[[nodiscard]] std::vector<std::string> scan_with(Decoder decoder, const Raster& picture);

}  // namespace courtyard::paper
