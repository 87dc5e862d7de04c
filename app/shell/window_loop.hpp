// What every program with a window does: open the fonts and the window beside the worker that opens the home, then
// draw, settle, sleep until an event or a deadline, and hear what happened. Kiosk and laptop differ only in their
// WindowProgram.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "app/platform/bench_marker.hpp"
#include "app/platform/window.hpp"
#include "app/screens/theme.hpp"
#include "app/shell/stop_signal.hpp"
#include "sync/base/instant.hpp"

namespace courtyard::shell {

// Somebody else's hand at the window: the scripted demonstration and the walk of the benchmark. Production programs
// have none.
class Hand {
public:
    virtual ~Hand() = default;
    // After every frame; may give input to the window's ImGui context. False ends the program.
    virtual bool act(platform::Window& window) = 0;
    // How long the frame before took: screens, raster and presentation, ms.
    virtual void frame_took(double) {}
};

struct ShellOptions {
    std::filesystem::path home;
    platform::WindowOptions window;
    bool bench_marker = false;
    Hand* hand = nullptr;
};

// Wakes the window from the worker's thread, whichever of the two comes first or goes last.
class WindowWaker {
public:
    void attach(platform::Window* window) {
        const std::lock_guard lock(mutex_);
        window_ = window;
    }
    void wake() {
        const std::lock_guard lock(mutex_);
        if (window_ != nullptr) window_->wake();
    }

private:
    std::mutex mutex_;
    platform::Window* window_ = nullptr;
};

// One state that a window shows. All calls come from the window's thread.
class WindowProgram {
public:
    virtual ~WindowProgram() = default;
    // Inside a frame: draws the state; what the person does becomes pending events.
    virtual void draw() = 0;
    // Touches, the worker's news and the passing of time become pending events.
    virtual void hear(const platform::Heard& heard) = 0;
    // Moves the state by everything that is pending; asks the window for a frame when something may look different now.
    virtual void settle() = 0;
    [[nodiscard]] virtual std::optional<base::Instant> next_deadline() const = 0;
    // True: the program has done what it was started for, and ends.
    [[nodiscard]] virtual bool is_finished() const { return false; }
};

using MakeProgram =
    std::function<std::unique_ptr<WindowProgram>(platform::Window& window, const screens::Theme& theme)>;

// Runs until the process is told to end, the hand lets go, or the window is closed (never possible when it fills the
// screen). Exit code of the program; what could not be opened is said in one sentence on stderr, beginning with `name`.
[[nodiscard]] int run_in_window(const char* name, const ShellOptions& options, WindowWaker& waker,
                                const StopSignals& stop, const MakeProgram& make);

}  // namespace courtyard::shell
