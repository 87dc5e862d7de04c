#include "app/platform/frame_hash.hpp"

#include <imgui.h>

#include <cstring>

namespace courtyard::platform {

std::uint64_t hash_memory(std::uint64_t hash, const void* memory, std::size_t size) {
    const auto* bytes = static_cast<const std::uint8_t*>(memory);
    for (; size >= 8; size -= 8, bytes += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes, 8);
        hash = mix(hash, eight);
    }
    std::uint64_t tail = 0;
    if (size > 0) std::memcpy(&tail, bytes, size);
    return mix(hash, tail);
}

std::uint64_t hash_frame(const ImDrawData& frame, Size size, std::uint32_t background) {
    std::uint64_t hash = mix(background, Rect{0, 0, size.width, size.height});
    hash = hash_memory(hash, &frame.DisplayPos, sizeof frame.DisplayPos);
    hash = hash_memory(hash, &frame.FramebufferScale, sizeof frame.FramebufferScale);
    for (const ImDrawList* list : frame.CmdLists) {
        hash = hash_memory(hash, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
        hash = hash_memory(hash, list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list->CmdBuffer) {
            hash = hash_memory(hash, &command.ClipRect, sizeof command.ClipRect);
            hash = mix(hash, static_cast<std::uint64_t>(command.IdxOffset) << 32 | command.ElemCount);
            hash = mix(mix(hash, command.VtxOffset), reinterpret_cast<std::uintptr_t>(command.TexRef._TexData));
        }
    }
    if (frame.Textures != nullptr) {
        for (const ImTextureData* texture : *frame.Textures) {
            if (texture->Status != ImTextureStatus_OK)
                hash = mix(hash, static_cast<std::uint64_t>(texture->Status) + 1);
        }
    }
    return hash | 1;
}

}  // namespace courtyard::platform
