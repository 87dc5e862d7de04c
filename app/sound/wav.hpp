// WAV (RIFF, PCM of 16 bits): what the synthesiser writes, and what `courtyardctl say --wav` leaves.
#pragma once

#include "app/sound/pcm.hpp"
#include "sync/base/result.hpp"

namespace courtyard::sound {

// Several channels become one. Lengths in the header that reach beyond the end mean "until the end", as streams have
// them. "sound.wav".
[[nodiscard]] base::Result<Pcm> parse_wav(base::ByteView bytes);
[[nodiscard]] base::Bytes wav_of(const Pcm& pcm);

}  // namespace courtyard::sound
