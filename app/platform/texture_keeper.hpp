// Pictures whose owner is gone but whose last frame is not: a renderer must let go of its copy first. Private to this
// room.
#pragma once

#include <memory>
#include <vector>

struct ImTextureData;

namespace courtyard::platform {

struct TextureKeeper {
    std::vector<std::unique_ptr<ImTextureData>> leaving;

    // Frees those that the renderer has let go of (or never took). Its ImGui context must be current.
    void free_served();
};

// The keeper of the current context.
[[nodiscard]] std::shared_ptr<TextureKeeper> current_texture_keeper();

}  // namespace courtyard::platform
