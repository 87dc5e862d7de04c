// The one window. X11 through GLFW; sleeps until an event, a wake() or a deadline; draws only when something may have
// changed and presents only pixels that did change.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "app/platform/renderer.hpp"
#include "app/platform/ui_context.hpp"
#include "sync/base/result.hpp"

namespace courtyard::platform {

enum class Screen { Full, Windowed };

struct WindowOptions {
    std::string title;             // for the window manager
    Screen screen = Screen::Full;  // Full takes the monitor's size
    int monitor = 1;               // of a full one; 1 is the primary, one that is not there is the primary, too
    Size size = {1080, 1920};      // of a windowed window, px
    RendererChoice renderer = RendererChoice::Auto;
    std::uint32_t background = 0xF4F1EA;  // 0xRRGGBB behind everything
    bool touch = true;                    // mouse events are told to ImGui as touches; the pointer leaves on release
    bool record = false;                  // see UiOptions
};

// What the person did since the last frame, beside what ImGui was told.
struct Heard {
    bool anything = false;  // any input: resets idle clocks
    int taps = 0;           // presses of the first button
    bool close_asked = false;
    bool resized = false;
    bool woken = false;  // wake() was called
};

class Window {
public:
    // Opens and maps. "window.display" when there is no X display, "window.open", "window.gl" (only when Gl was
    // demanded).
    [[nodiscard]] static base::Result<std::unique_ptr<Window>> open(const WindowOptions& options, FontLibrary& fonts);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    [[nodiscard]] UiContext& ui();
    [[nodiscard]] Size size() const;
    [[nodiscard]] std::string_view renderer_name() const;

    // Sleeps until an event comes, wake() is called, or the monotonic moment `deadline_seconds` (of now_seconds) has
    // passed; infinity = no deadline. Returns at once while frames after an event are still owed (up to 3) or an
    // animation runs.
    Heard wait(double deadline_seconds);
    // One frame: begin, `draw_ui`, end, raster, present what changed. Returns what changed.
    Damage frame(const std::function<void()>& draw_ui);

    // Ends every trace of a session: the ImGui context, its atlas and the pixels are wiped and made anew, the
    // display forgets where the finger went. A window begins so, too. Not inside frame().
    void new_session();

    // The next wait() returns at once (an animation runs, data arrived). Cheap; at most 60 frames a second are drawn.
    void ask_for_frame();
    // From any thread.
    void wake();

    // The picture on the screen.
    [[nodiscard]] Image read_pixels();

    // Monotonic seconds, the clock of deadlines.
    [[nodiscard]] static double now_seconds();

private:
    struct State;
    explicit Window(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace courtyard::platform
