// The sound card, through ALSA. A machine without one is no error: nothing is heard, and the screens say all the same.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "app/sound/pcm.hpp"
#include "sync/base/result.hpp"

namespace courtyard::sound {

class Card {
public:
    // `device` as ALSA names it, "default" for the machine's own. "sound.card": none, taken, or it cannot do 48 kHz.
    [[nodiscard]] static base::Result<Card> open(const std::string& device);
    Card(Card&&) noexcept;
    Card& operator=(Card&&) = delete;
    ~Card();

    // Hands samples over; waits while the card has enough. "sound.card" when it went away.
    [[nodiscard]] base::Result<void> play(std::span<const std::int16_t> samples);
    // Waits until all of it was heard.
    void finish();

private:
    struct Handle;
    explicit Card(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> handle_;
};

inline constexpr unsigned kLatencyUs = 120'000;  // in the card's buffer: a change of loudness is heard after this

}  // namespace courtyard::sound
