// One ImGui context for one public session, made so that nothing of a person stays behind: no ini file, no log file, no
// clipboard, no debug windows, no Ctrl+Tab; every block ImGui frees is zeroed first; destroying it leaves no copy of
// what was typed (design/threats.md, "Measured before we began", 2–3). One at a time per thread.
#pragma once

#include <memory>

#include "app/platform/fonts.hpp"
#include "app/platform/geometry.hpp"

struct ImDrawData;
struct ImGuiContext;

namespace courtyard::platform {

struct TextureKeeper;

// What the renderer that will own the textures understands: ours takes one byte per pixel, ImGui's OpenGL back end
// four.
enum class AtlasFormat { Alpha8, Rgba32 };

struct UiOptions {
    AtlasFormat atlas = AtlasFormat::Alpha8;
    float frame_seconds_fixed = 0;  // > 0: every frame lasts this long, whatever begin_frame is told (tests, pictures)
    bool record = false;            // the recorder (ui_recorder.hpp) hears every item and text of this context
};

class UiContext {
public:
    // `fonts` must outlive the context.
    UiContext(FontLibrary& fonts, const UiOptions& options);
    ~UiContext();
    UiContext(const UiContext&) = delete;
    UiContext& operator=(const UiContext&) = delete;

    [[nodiscard]] const Faces& faces() const { return faces_; }
    [[nodiscard]] ImGuiContext* context() const { return context_; }

    // NewFrame with this size in pixels; `seconds` since the last frame (at least 0.0001 is used).
    void begin_frame(Size size, float seconds);
    // Render; the draw data stays valid until the next begin_frame.
    ImDrawData& end_frame();

private:
    ImGuiContext* context_ = nullptr;
    Faces faces_;
    UiOptions options_;
    std::shared_ptr<TextureKeeper> textures_;
};

// Bytes that ImGui has allocated now (tests: 0 after the last context is gone).
[[nodiscard]] std::size_t ui_bytes_allocated();

}  // namespace courtyard::platform
