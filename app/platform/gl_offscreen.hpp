// OpenGL without a window (EGL surfaceless and a framebuffer object): the second opinion that the CPU renderer is
// compared with.
#pragma once

#include <functional>
#include <memory>

#include "app/platform/renderer.hpp"
#include "app/platform/ui_context.hpp"
#include "sync/base/result.hpp"

namespace courtyard::platform {

// One at a time per thread; needs a UiContext with AtlasFormat::Rgba32 to be current while it lives.
class GlOffscreen final : public Renderer {
public:
    // "gl.unavailable" when there is no EGL or no OpenGL 3 behind it.
    [[nodiscard]] static base::Result<std::unique_ptr<GlOffscreen>> open(Size size);
    ~GlOffscreen() override;

    Damage render(ImDrawData& frame, std::uint32_t background) override;
    [[nodiscard]] Image read_pixels() override;
    [[nodiscard]] std::string_view name() const override { return "gl"; }

private:
    struct State;
    explicit GlOffscreen(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

struct BothPictures {
    Image cpu;
    Image gl;
};

// Draws `draw_ui` for `frames` frames in a context of its own and gives the last frame as both renderers draw it from
// the same draw data. Errors: "gl.unavailable".
[[nodiscard]] base::Result<BothPictures> draw_with_both(FontLibrary& fonts, Size size, std::uint32_t background,
                                                        int frames, const std::function<void(const Faces&)>& draw_ui);

}  // namespace courtyard::platform
