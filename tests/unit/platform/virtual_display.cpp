#include "tests/unit/platform/virtual_display.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "sync/base/result.hpp"

namespace courtyard::test {

VirtualDisplay::VirtualDisplay() {
    int ends[2];
    COURTYARD_CHECK(pipe(ends) == 0);
    process_ = fork();
    if (process_ == 0) {
        close(ends[0]);
        dup2(ends[1], 3);
        const int null = open("/dev/null", O_RDWR);
        dup2(null, 1);
        dup2(null, 2);
        const std::string screen = std::to_string(kDisplayWidth) + "x" + std::to_string(kDisplayHeight) + "x24";
        execlp("Xvfb", "Xvfb", "-displayfd", "3", "-screen", "0", screen.c_str(), "-noreset", "-nolisten", "tcp",
               nullptr);
        _exit(127);
    }
    close(ends[1]);
    std::string number;
    char c = 0;
    while (read(ends[0], &c, 1) == 1 && c != '\n') {
        number += c;
    }
    close(ends[0]);
    runs_ = !number.empty();
    if (runs_) setenv("DISPLAY", (":" + number).c_str(), 1);
}

VirtualDisplay::~VirtualDisplay() {
    if (process_ > 0) {
        kill(process_, SIGTERM);
        waitpid(process_, nullptr, 0);
    }
    unsetenv("DISPLAY");
}

platform::Image on_screen() {
    Display* display = XOpenDisplay(nullptr);
    COURTYARD_CHECK(display != nullptr);
    XImage* picture =
        XGetImage(display, DefaultRootWindow(display), 0, 0, kDisplayWidth, kDisplayHeight, AllPlanes, ZPixmap);
    platform::Image image = platform::Image::blank(kDisplayWidth, kDisplayHeight);
    std::uint8_t* out = image.rgba.data();
    for (int y = 0; y < kDisplayHeight; ++y) {
        for (int x = 0; x < kDisplayWidth; ++x, out += 4) {
            const unsigned long pixel = XGetPixel(picture, x, y);
            out[0] = static_cast<std::uint8_t>(pixel >> 16);
            out[1] = static_cast<std::uint8_t>(pixel >> 8);
            out[2] = static_cast<std::uint8_t>(pixel);
            out[3] = 255;
        }
    }
    XDestroyImage(picture);
    XCloseDisplay(display);
    return image;
}

void send_click(int x, int y) {
    Display* display = XOpenDisplay(nullptr);
    COURTYARD_CHECK(display != nullptr);
    Window root = 0;
    Window parent = 0;
    Window* children = nullptr;
    unsigned count = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
    COURTYARD_CHECK(count > 0);
    XWarpPointer(display, None, root, 0, 0, 0, 0, x, y);
    for (const bool press : {true, false}) {
        XEvent event{};
        event.xbutton.type = press ? ButtonPress : ButtonRelease;
        event.xbutton.window = children[count - 1];
        event.xbutton.root = root;
        event.xbutton.x = x;
        event.xbutton.y = y;
        event.xbutton.button = Button1;
        event.xbutton.same_screen = True;
        XSendEvent(display, children[count - 1], True, press ? ButtonPressMask : ButtonReleaseMask, &event);
    }
    XFree(children);
    XCloseDisplay(display);
}

}  // namespace courtyard::test
