// Sound as numbers: one channel, 16 bits.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sync/base/bytes.hpp"

namespace courtyard::sound {

inline constexpr int kRate = 48'000;  // samples per second of everything that is played

struct Pcm {
    int rate = kRate;
    std::vector<std::int16_t> samples;
    [[nodiscard]] double seconds() const { return static_cast<double>(samples.size()) / rate; }
};

inline void wipe(Pcm& pcm) noexcept { base::wipe(pcm.samples.data(), pcm.samples.size() * sizeof(std::int16_t)); }

// The same sound at another rate, through a windowed sinc: no new tones that a nearest or linear one would add.
[[nodiscard]] Pcm at_rate(const Pcm& pcm, int rate);

// A short soft knock: a key was pressed whose name is nobody else's business.
[[nodiscard]] Pcm tick();
[[nodiscard]] Pcm silence(int milliseconds);

}  // namespace courtyard::sound
