// An X server without a screen, for the life of the object, and what stands on it. Xlib's macros stay out of the tests.
#pragma once

#include <sys/types.h>

#include "app/platform/image.hpp"

namespace courtyard::test {

inline constexpr int kDisplayWidth = 800;
inline constexpr int kDisplayHeight = 600;

// Starts Xvfb and points DISPLAY at it.
class VirtualDisplay {
public:
    VirtualDisplay();
    ~VirtualDisplay();
    VirtualDisplay(const VirtualDisplay&) = delete;
    VirtualDisplay& operator=(const VirtualDisplay&) = delete;
    [[nodiscard]] bool runs() const { return runs_; }

private:
    pid_t process_ = -1;
    bool runs_ = false;
};

// The whole screen, asked by a connection of its own.
[[nodiscard]] platform::Image on_screen();

// Press and release of the first button in the topmost window, both at once.
void send_click(int x, int y);

}  // namespace courtyard::test
