#include "app/platform/texel_hashes.hpp"

#include <imgui.h>

#include "app/platform/frame_hash.hpp"

namespace courtyard::platform {

namespace {

std::uint64_t key_of(const Rect& texels) {
    return static_cast<std::uint64_t>(texels.left & 0xFFFF) | static_cast<std::uint64_t>(texels.top & 0xFFFF) << 16 |
           static_cast<std::uint64_t>(texels.right & 0xFFFF) << 32 |
           static_cast<std::uint64_t>(texels.bottom & 0xFFFF) << 48;
}

Rect rect_of(std::uint64_t key) {
    return {static_cast<int>(key & 0xFFFF), static_cast<int>((key >> 16) & 0xFFFF),
            static_cast<int>((key >> 32) & 0xFFFF), static_cast<int>(key >> 48)};
}

}  // namespace

void TexelHashes::follow(const ImDrawData& frame) {
    if (frame.Textures == nullptr) {
        forget();
        return;
    }
    for (const ImTextureData* texture : *frame.Textures) {
        if (texture->Status == ImTextureStatus_OK) continue;
        const auto known = textures_.find(texture);
        if (known == textures_.end()) continue;
        if (texture->Status != ImTextureStatus_WantUpdates) {
            textures_.erase(known);
            continue;
        }
        std::erase_if(known->second, [&](const auto& entry) {
            const Rect here = rect_of(entry.first);
            for (const ImTextureRect& update : texture->Updates) {
                if (!intersect(here, {update.x, update.y, update.x + update.w, update.y + update.h}).empty())
                    return true;
            }
            return false;
        });
    }
}

std::uint64_t TexelHashes::of(const ImTextureData& texture, const Rect& texels) {
    if (texels.empty()) return kBlankTexels;
    auto& known = textures_[&texture];
    if (known.size() >= kTexelHashesMax) known.clear();
    const auto [entry, is_new] = known.try_emplace(key_of(texels), kBlankTexels);
    if (!is_new) return entry->second;
    const auto bytes_per_texel = static_cast<std::size_t>(texture.BytesPerPixel);
    const auto pitch = static_cast<std::size_t>(texture.Width) * bytes_per_texel;
    const std::size_t bytes = static_cast<std::size_t>(texels.width()) * bytes_per_texel;
    std::uint64_t hash = mix(static_cast<std::uint64_t>(texels.width()), static_cast<std::uint64_t>(texture.Format));
    bool visible = false;
    for (int y = texels.top; y < texels.bottom; ++y) {
        const std::uint8_t* row = texture.Pixels + static_cast<std::size_t>(y) * pitch +
                                  static_cast<std::size_t>(texels.left) * bytes_per_texel;
        hash = hash_memory(hash, row, bytes);
        for (std::size_t alpha = bytes_per_texel - 1; !visible && alpha < bytes; alpha += bytes_per_texel) {
            visible = row[alpha] != 0;
        }
    }
    return entry->second = visible ? hash | 1 : kBlankTexels;
}

}  // namespace courtyard::platform
