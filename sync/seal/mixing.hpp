// Texts of up to 16 KiB made small by mixing: a model says how probable each bit is, an arithmetic coder spends as
// little on it. An application takes two fifths less than with deflate; zstd, brotli and LZMA with a preset dictionary
// are no better than deflate here. FORMAT.md, section 4.
#pragma once

#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/mixing_model.hpp"

namespace courtyard::seal {

inline constexpr std::size_t kMixedTextMax = 16 * 1024;

// True for what mix() can take: at most kMixedTextMax bytes, none above F7.
[[nodiscard]] bool is_mixable(std::string_view text);
// `primed` knows the dictionary. The one packed form of a text; read back before it is given out.
[[nodiscard]] base::Bytes mix(std::string_view text, const MixingModel& primed);
// "packing.mixed" for anything that mix() would not have made of the text, "packing.size" for a text above `size_max`
// or kMixedTextMax.
[[nodiscard]] base::Result<base::Bytes> unmix(base::ByteView packed, const MixingModel& primed, std::size_t size_max);

}  // namespace courtyard::seal
