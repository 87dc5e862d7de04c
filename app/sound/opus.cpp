#include "app/sound/opus.hpp"

#include <opusfile.h>

#include <array>
#include <memory>

namespace courtyard::sound {

base::Result<Pcm> decode_opus(base::ByteView file) {
    int error = 0;
    const std::unique_ptr<OggOpusFile, void (*)(OggOpusFile*)> opened(op_open_memory(file.data(), file.size(), &error),
                                                                      op_free);
    if (!opened) return base::fail("sound.opus", "this is no Opus recording");
    Pcm pcm;
    std::array<opus_int16, 2 * 5760> buffer{};
    while (true) {
        const int got = op_read_stereo(opened.get(), buffer.data(), static_cast<int>(buffer.size()));
        if (got < 0) {
            wipe(pcm);
            return base::fail("sound.opus", "the recording is damaged");
        }
        if (got == 0) break;
        for (int i = 0; i < got; ++i) {
            const auto at = static_cast<std::size_t>(i) * 2;
            pcm.samples.push_back(static_cast<std::int16_t>((buffer[at] + buffer[at + 1]) / 2));
        }
        if (pcm.seconds() > kPromptSecondsMax)
            return base::fail("sound.opus", "the recording is longer than three minutes");
    }
    if (pcm.samples.empty()) return base::fail("sound.opus", "the recording is empty");
    return pcm;
}

}  // namespace courtyard::sound
