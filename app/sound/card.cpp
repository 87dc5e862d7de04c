#include "app/sound/card.hpp"

#include <alsa/asoundlib.h>

#include <algorithm>

namespace courtyard::sound {

namespace {
// ALSA tells what it thinks on stderr by itself; whoever opens the card says it in one sentence instead.
void say_nothing(const char*, int, const char*, int, const char*, ...) {}
}  // namespace

struct Card::Handle {
    snd_pcm_t* pcm = nullptr;
    ~Handle() {
        if (pcm != nullptr) ::snd_pcm_close(pcm);
    }
};

Card::Card(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Card::Card(Card&&) noexcept = default;
Card::~Card() = default;

base::Result<Card> Card::open(const std::string& device) {
    ::snd_lib_error_set_handler(say_nothing);
    auto handle = std::make_unique<Handle>();
    if (const int error = ::snd_pcm_open(&handle->pcm, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0); error < 0) {
        handle->pcm = nullptr;
        return base::fail("sound.card", "the sound card '" + device + "' cannot be opened: " + ::snd_strerror(error));
    }
    constexpr int kResample = 1;
    if (const int error = ::snd_pcm_set_params(handle->pcm, SND_PCM_FORMAT_S16_LE, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                                               kRate, kResample, kLatencyUs);
        error < 0)
        return base::fail("sound.card", "the sound card '" + device + "' cannot play 48 kHz: " + ::snd_strerror(error));
    return Card(std::move(handle));
}

base::Result<void> Card::play(std::span<const std::int16_t> samples) {
    while (!samples.empty()) {
        const snd_pcm_sframes_t done = ::snd_pcm_writei(handle_->pcm, samples.data(), samples.size());
        if (done < 0) {
            if (::snd_pcm_recover(handle_->pcm, static_cast<int>(done), 1) < 0)
                return base::fail("sound.card", "the sound card went away");
            continue;
        }
        samples = samples.subspan(std::min(static_cast<std::size_t>(done), samples.size()));
    }
    return {};
}

void Card::finish() { ::snd_pcm_drain(handle_->pcm); }

}  // namespace courtyard::sound
