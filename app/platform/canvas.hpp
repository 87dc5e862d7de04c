// The CPU tile renderer with its own memory to draw on: no window, no X server, no graphics card. Golden pictures,
// shots and tests use it, and the window presents from it. Equal draw data gives equal bytes on every machine.
#pragma once

#include <memory>

#include "app/platform/renderer.hpp"

namespace courtyard::platform {

inline constexpr int kTileSide = 64;  // pixels

class Canvas final : public Renderer {
public:
    // Draws into `pixels` (0x00RRGGBB words, `stride` words per row) when given, else into memory of its own.
    explicit Canvas(Size size);
    Canvas(Size size, std::uint32_t* pixels, int stride);
    ~Canvas() override;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    Damage render(ImDrawData& frame, std::uint32_t background) override;
    [[nodiscard]] Image read_pixels() override;
    [[nodiscard]] std::string_view name() const override { return "cpu"; }

    // Draws, but leaves the texture requests to the renderer that owns the textures (comparison of the two renderers).
    Damage render_as_onlooker(const ImDrawData& frame, std::uint32_t background);

    [[nodiscard]] Size size() const;
    // The memory may have moved and lost its content: everything is drawn anew in the next frame.
    void resize(Size size, std::uint32_t* pixels = nullptr, int stride = 0);
    // Forgets what was drawn, so that the next frame is a full redraw.
    void invalidate();
    // Overwrites every pixel with zero (end of a session) and forgets.
    void wipe();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace courtyard::platform
