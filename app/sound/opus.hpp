// Recorded prompts: Ogg Opus in memory.
#pragma once

#include "app/sound/pcm.hpp"
#include "sync/base/result.hpp"

namespace courtyard::sound {

inline constexpr double kPromptSecondsMax = 180;

// To one channel at 48 kHz. "sound.opus": no Opus, damaged, longer than three minutes, or empty.
[[nodiscard]] base::Result<Pcm> decode_opus(base::ByteView file);

}  // namespace courtyard::sound
