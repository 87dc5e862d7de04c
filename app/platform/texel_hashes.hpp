// What rectangles of textures hold, by hash. Private to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "app/platform/geometry.hpp"

struct ImDrawData;
struct ImTextureData;

namespace courtyard::platform {

inline constexpr std::uint64_t kBlankTexels = 0;
inline constexpr std::size_t kTexelHashesMax = 8192;  // per texture; then it starts anew

// Knows the content of texture rectangles by hash, so that a glyph that moves inside the atlas is still the same glyph.
class TexelHashes {
public:
    // To be called before the frame's requests are served: forgets what the frame changes or destroys.
    void follow(const ImDrawData& frame);
    // kBlankTexels when every texel is transparent.
    [[nodiscard]] std::uint64_t of(const ImTextureData& texture, const Rect& texels);
    void forget() { textures_.clear(); }

private:
    std::unordered_map<const ImTextureData*, std::unordered_map<std::uint64_t, std::uint64_t>> textures_;
};

}  // namespace courtyard::platform
