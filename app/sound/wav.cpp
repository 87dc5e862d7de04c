#include "app/sound/wav.hpp"

#include <algorithm>

namespace courtyard::sound {
namespace {

std::uint32_t number(base::ByteView bytes, std::size_t at, int size) {
    std::uint32_t out = 0;
    for (int i = size - 1; i >= 0; --i)
        out = out << 8U | bytes[at + static_cast<std::size_t>(i)];
    return out;
}

void put(base::Bytes& out, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i)
        out.push_back(static_cast<std::uint8_t>(value >> (8U * static_cast<unsigned>(i)) & 0xFFU));
}

}  // namespace

base::Result<Pcm> parse_wav(base::ByteView bytes) {
    const auto wrong = [] { return base::fail("sound.wav", "the sound is no WAV of 16-bit samples"); };
    if (bytes.size() < 12 || base::as_text(bytes.first(4)) != "RIFF" || base::as_text(bytes.subspan(8, 4)) != "WAVE")
        return wrong();
    std::uint32_t channels = 0, rate = 0;
    for (std::size_t at = 12; at + 8 <= bytes.size();) {
        const std::string_view name = base::as_text(bytes.subspan(at, 4));
        const std::size_t body = at + 8;
        const std::size_t size = std::min<std::size_t>(number(bytes, at + 4, 4), bytes.size() - body);
        if (name == "fmt ") {
            if (size < 16 || number(bytes, body, 2) != 1 || number(bytes, body + 14, 2) != 16) return wrong();
            channels = number(bytes, body + 2, 2);
            rate = number(bytes, body + 4, 4);
            if (channels < 1 || channels > 8 || rate < 4'000 || rate > 192'000) return wrong();
        } else if (name == "data") {
            if (channels == 0) return wrong();
            Pcm pcm{static_cast<int>(rate), {}};
            const std::size_t frame = std::size_t{2} * channels;
            pcm.samples.reserve(size / frame);
            for (std::size_t i = body; i + frame <= body + size; i += frame) {
                int sum = 0;
                for (std::uint32_t c = 0; c < channels; ++c)
                    sum += static_cast<std::int16_t>(number(bytes, i + std::size_t{2} * c, 2));
                pcm.samples.push_back(static_cast<std::int16_t>(sum / static_cast<int>(channels)));
            }
            return pcm;
        }
        at = body + size + size % 2;
    }
    return wrong();
}

base::Bytes wav_of(const Pcm& pcm) {
    base::Bytes out = base::to_bytes("RIFF");
    const auto size = static_cast<std::uint32_t>(pcm.samples.size() * 2);
    put(out, 36 + size, 4);
    for (const char c : std::string_view("WAVEfmt "))
        out.push_back(static_cast<std::uint8_t>(c));
    put(out, 16, 4);
    put(out, 1, 2);
    put(out, 1, 2);
    put(out, static_cast<std::uint32_t>(pcm.rate), 4);
    put(out, static_cast<std::uint32_t>(pcm.rate) * 2, 4);
    put(out, 2, 2);
    put(out, 16, 2);
    for (const char c : std::string_view("data"))
        out.push_back(static_cast<std::uint8_t>(c));
    put(out, size, 4);
    for (const std::int16_t sample : pcm.samples)
        put(out, static_cast<std::uint16_t>(sample), 2);
    return out;
}

}  // namespace courtyard::sound
