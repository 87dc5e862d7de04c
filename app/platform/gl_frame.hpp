// Draws frames in the current OpenGL 3 context through ImGui's own back end. Private to this room: windows and the
// offscreen renderer bring the context.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "app/platform/renderer.hpp"
#include "sync/base/result.hpp"

namespace courtyard::platform {

using GlLoader = void (*(*)(const char* name))();

// What OpenGL says it is, "" when there is no usable context.
[[nodiscard]] std::string gl_renderer_name(GlLoader load);

class GlFrame {
public:
    // Starts the back end for the current ImGui context. "gl.unavailable".
    [[nodiscard]] static base::Result<std::unique_ptr<GlFrame>> open(GlLoader load);
    ~GlFrame();  // shuts the back end down: the same contexts must be current
    GlFrame(const GlFrame&) = delete;
    GlFrame& operator=(const GlFrame&) = delete;

    // Draws unless the draw data equal the last ones; the damage is the whole frame or nothing.
    Damage draw(ImDrawData& frame, Size size, std::uint32_t background);
    // From the buffer that is being read (`front`: what is on the screen).
    [[nodiscard]] Image read(Size size, bool front) const;
    void forget() { last_hash_ = 0; }

private:
    explicit GlFrame(GlLoader load) : load_(load) {}
    GlLoader load_;
    std::uint64_t last_hash_ = 0;
};

// Makes and binds a framebuffer object of this size. False when OpenGL refuses.
[[nodiscard]] bool bind_framebuffer(GlLoader load, Size size);

}  // namespace courtyard::platform
