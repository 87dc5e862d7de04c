// A picture that ImGui can draw (QR code, illustration, pre-blurred shadow), in either renderer.
#pragma once

#include <memory>

#include <imgui.h>

#include "app/platform/image.hpp"

namespace courtyard::platform {

struct TextureKeeper;

// Made while a UiContext is current; may be destroyed at any time, even in the frame that draws it. At exact size on
// whole pixels the texels are copied as they are; enlarged, they are interpolated: draw codes of squares by rectangles,
// not by textures.
class Texture {
public:
    explicit Texture(const Image& image);
    // The same of pixels that must not be copied more often than needed: width * height * 4 bytes, overwritten when it
    // goes.
    Texture(int width, int height, base::ByteView rgba);
    ~Texture();
    Texture(const Texture&) = delete;
    Texture& operator=(const Texture&) = delete;

    [[nodiscard]] ImTextureRef ref() const;
    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;

private:
    std::unique_ptr<ImTextureData> data_;
    std::weak_ptr<TextureKeeper> keeper_;
};

}  // namespace courtyard::platform
