// What is to be played, one piece after another, and how it travels to the process that plays it: frames of one letter,
// a length of four bytes (big-endian) and that many bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/bytes.hpp"

namespace courtyard::speech {

enum class FrameKind : char {
    pinyin = 'P',   // a sentence of read_aloud()
    opus = 'O',     // a recorded prompt
    silence = 'S',  // milliseconds, two bytes
    tick = 'T',     // a short knock, no bytes
    volume = 'V',   // one byte, 0-2: from now on
    end = 'E',      // nothing more is coming
};

struct Frame {
    FrameKind kind = FrameKind::end;
    base::Bytes bytes;
};

inline constexpr std::size_t kFrameBytesMax = 1U << 20;

void put_frame(base::Bytes& out, FrameKind kind, base::ByteView bytes = {});
[[nodiscard]] base::Bytes silence_bytes(int milliseconds);
[[nodiscard]] int milliseconds_of(base::ByteView bytes);

// Takes bytes as they come and gives whole frames.
class FrameReader {
public:
    void feed(base::ByteView bytes);
    [[nodiscard]] std::optional<Frame> next();
    [[nodiscard]] bool is_broken() const { return broken_; }  // an unknown kind or a length beyond the limit

private:
    base::Bytes buffer_;
    bool broken_ = false;
};

// Loudness of a level 0-2 as a factor of 65536.
[[nodiscard]] std::int32_t gain_of(int level);

}  // namespace courtyard::speech
