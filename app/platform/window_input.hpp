// What GLFW's callbacks collect between two frames. Private to this room.
#pragma once

#include "app/platform/window.hpp"

struct GLFWwindow;

namespace courtyard::platform {

struct WindowInput {
    Heard heard;
    bool touch = true;
    bool exposed = false;  // the server lost (a part of) the picture
    bool sized = false;
    std::atomic<bool> woken{false};

    // Registers the callbacks; `this` must not move while the window lives.
    void attach(GLFWwindow* window);
};

}  // namespace courtyard::platform
