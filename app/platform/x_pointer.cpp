#include "app/platform/x_pointer.hpp"

#include <X11/Xlib.h>

namespace courtyard::platform {

void forget_pointer_path(Display* display) {
    if (display == nullptr) return;
    const ::Window root = DefaultRootWindow(display);
    ::Window other = 0, child = 0;
    int x = 0, y = 0, x_there = 0, y_there = 0;
    unsigned buttons = 0;
    if (XQueryPointer(display, root, &other, &child, &x, &y, &x_there, &y_there, &buttons) == 0) return;
    // A step to the neighbouring pixel and back, since only what moves is remembered.
    const int beside = x > 0 ? x - 1 : x + 1;
    const int places = static_cast<int>(XDisplayMotionBufferSize(display));
    for (int i = 0; i <= places; i += 2) {
        XWarpPointer(display, 0, root, 0, 0, 0, 0, beside, y);
        XWarpPointer(display, 0, root, 0, 0, 0, 0, x, y);
    }
    XFlush(display);
}

}  // namespace courtyard::platform
