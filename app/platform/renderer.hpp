// One way to put ImGui's draw data on pixels, done twice: by the graphics card (OpenGL 3) and by ourselves on the CPU.
// The window chooses (choose_renderer); tests and pictures use Canvas (canvas.hpp) and need neither display nor card.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "app/platform/geometry.hpp"
#include "app/platform/image.hpp"

struct ImDrawData;

namespace courtyard::platform {

// What one frame cost and what of it became visible.
struct Damage {
    int tiles_total = 0;
    int tiles_rastered = 0;     // tiles whose list of shapes differed from the last frame
    int tiles_changed = 0;      // of these, the tiles whose pixels came out different; only these are presented
    std::vector<Rect> changed;  // whole-pixel rectangles that cover exactly the changed tiles, never overlapping

    [[nodiscard]] bool anything() const { return !changed.empty(); }
};

class Renderer {
public:
    virtual ~Renderer() = default;

    // Draws the frame over `background` (0xRRGGBB). Serves the texture requests of `frame` (create, update, destroy).
    // The first frame, and the first after a change of size, changes every tile.
    virtual Damage render(ImDrawData& frame, std::uint32_t background) = 0;

    // The frame as last rendered, opaque.
    [[nodiscard]] virtual Image read_pixels() = 0;

    [[nodiscard]] virtual std::string_view name() const = 0;  // "cpu" or "gl"
};

enum class RendererChoice { Auto, Cpu, Gl };

// "auto", "cpu", "gl"; nothing else. The words of --renderer.
[[nodiscard]] std::optional<RendererChoice> parse_renderer_choice(std::string_view word);

// Whether a graphics card with a kernel driver can be there at all, judged from /dev/dri alone: creating a context just
// to look costs more than our whole start. `folder` is for tests.
[[nodiscard]] bool hardware_is_plausible(const char* folder = "/dev/dri");

// Whether GL_RENDERER names real hardware and not a rasteriser that runs on the CPU or in a host's software.
[[nodiscard]] bool names_real_hardware(std::string_view gl_renderer);

}  // namespace courtyard::platform
