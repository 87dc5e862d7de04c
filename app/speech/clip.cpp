#include "app/speech/clip.hpp"

#include <algorithm>
#include <array>

namespace courtyard::speech {
namespace {

constexpr std::size_t kHeadBytes = 5;

bool is_kind(char c) { return std::string_view("POSTVE").find(c) != std::string_view::npos; }

}  // namespace

void put_frame(base::Bytes& out, FrameKind kind, base::ByteView bytes) {
    out.push_back(static_cast<std::uint8_t>(kind));
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        out.push_back(static_cast<std::uint8_t>(bytes.size() >> shift & 0xFFU));
    out.insert(out.end(), bytes.begin(), bytes.end());
}

base::Bytes silence_bytes(int milliseconds) {
    const int bounded = std::clamp(milliseconds, 0, 0xFFFF);
    return {static_cast<std::uint8_t>(bounded >> 8), static_cast<std::uint8_t>(bounded & 0xFF)};
}

int milliseconds_of(base::ByteView bytes) { return bytes.size() == 2 ? bytes[0] << 8 | bytes[1] : 0; }

void FrameReader::feed(base::ByteView bytes) { buffer_.insert(buffer_.end(), bytes.begin(), bytes.end()); }

std::optional<Frame> FrameReader::next() {
    if (broken_ || buffer_.size() < kHeadBytes) return std::nullopt;
    std::size_t size = 0;
    for (std::size_t i = 1; i < kHeadBytes; ++i)
        size = size << 8U | buffer_[i];
    const char kind = static_cast<char>(buffer_[0]);
    if (!is_kind(kind) || size > kFrameBytesMax) {
        broken_ = true;
        return std::nullopt;
    }
    if (buffer_.size() < kHeadBytes + size) return std::nullopt;
    const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(kHeadBytes);
    const auto to = from + static_cast<std::ptrdiff_t>(size);
    Frame frame{static_cast<FrameKind>(kind), {from, to}};
    buffer_.erase(buffer_.begin(), to);
    return frame;
}

std::int32_t gain_of(int level) {
    // Steps that ears take for equal: 6 dB each.
    static constexpr std::array<std::int32_t, 3> kGains{16'384, 32'768, 65'536};
    return kGains[static_cast<std::size_t>(std::clamp(level, 0, 2))];
}

}  // namespace courtyard::speech
