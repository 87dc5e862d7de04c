// Whether a frame is the same as another, byte by byte of its draw data: then nothing at all needs to be looked at.
#pragma once

#include <cstdint>

#include "app/platform/geometry.hpp"

struct ImDrawData;

namespace courtyard::platform {

// Never 0, so that 0 can mean "nothing drawn yet". Frames with texture requests differ from those without.
[[nodiscard]] std::uint64_t hash_frame(const ImDrawData& frame, Size size, std::uint32_t background);

[[nodiscard]] std::uint64_t hash_memory(std::uint64_t hash, const void* memory, std::size_t size);

[[nodiscard]] inline std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
}
[[nodiscard]] inline std::uint64_t mix(std::uint64_t hash, const Rect& rect) {
    const auto word = [](int high, int low) {
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(high)) << 32 | static_cast<std::uint32_t>(low);
    };
    return mix(mix(hash, word(rect.left, rect.top)), word(rect.right, rect.bottom));
}

}  // namespace courtyard::platform
