#include "tests/e2e/x_display.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>

// After everything else: Xlib defines None, Bool and other common words.
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

namespace courtyard::test {

namespace {

constexpr int kStartMs = 120'000;

// The number that Xvfb chose for itself, from the pipe that it was given.
std::string read_number(int fd) {
    std::string text;
    pollfd ready{fd, POLLIN, 0};
    char c = 0;
    while (::poll(&ready, 1, kStartMs) == 1 && ::read(fd, &c, 1) == 1 && c != '\n')
        text += c;
    return text;
}

}  // namespace

XDisplay::XDisplay(platform::Size size, const std::filesystem::path& folder) : size_(size) {
    const std::string screen = std::to_string(size.width) + "x" + std::to_string(size.height) + "x24";
    const std::string log = (folder / "xvfb.log").string();
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    const std::string fd = std::to_string(ends[1]);
    server_ = ::fork();
    if (server_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(out, 1);
        ::dup2(out, 2);
        ::close(ends[0]);
        ::execlp("Xvfb", "Xvfb", "-displayfd", fd.c_str(), "-screen", "0", screen.c_str(), "-nolisten", "tcp",
                 "-noreset", static_cast<char*>(nullptr));
        ::_exit(127);
    }
    ::close(ends[1]);
    const std::string number = read_number(ends[0]);
    ::close(ends[0]);
    REQUIRE_MESSAGE(!number.empty(), "Xvfb did not start");
    name_ = ":" + number;
    display_ = XOpenDisplay(name_.c_str());
    REQUIRE(display_ != nullptr);
    // Windows come and go while they are looked at; Xlib's own answer to that is to end the program.
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
}

XDisplay::~XDisplay() {
    if (display_ != nullptr) XCloseDisplay(display_);
    if (server_ <= 0) return;
    ::kill(server_, SIGKILL);
    ::waitpid(server_, nullptr, 0);
}

void XDisplay::finger_down(int x, int y) {
    finger_to(x, y);
    XTestFakeButtonEvent(display_, 1, True, CurrentTime);
    XSync(display_, False);
}

void XDisplay::finger_to(int x, int y) {
    XTestFakeMotionEvent(display_, -1, x, y, CurrentTime);
    XSync(display_, False);
}

void XDisplay::finger_up() {
    XTestFakeButtonEvent(display_, 1, False, CurrentTime);
    XSync(display_, False);
}

void XDisplay::tap(int x, int y) {
    finger_down(x, y);
    ::usleep(60'000);  // as long as a finger stays
    finger_up();
}

void XDisplay::press(unsigned long key, bool shift) {
    const KeyCode code = XKeysymToKeycode(display_, key);
    const KeyCode shifted = XKeysymToKeycode(display_, XK_Shift_L);
    if (shift) XTestFakeKeyEvent(display_, shifted, True, CurrentTime);
    XTestFakeKeyEvent(display_, code, True, CurrentTime);
    XTestFakeKeyEvent(display_, code, False, CurrentTime);
    if (shift) XTestFakeKeyEvent(display_, shifted, False, CurrentTime);
    XSync(display_, False);
    ::usleep(20'000);
}

void XDisplay::type(std::string_view ascii) {
    for (const char c : ascii) {
        const bool upper = std::isupper(static_cast<unsigned char>(c)) != 0;
        press(static_cast<KeySym>(upper ? std::tolower(static_cast<unsigned char>(c)) : c), upper);
    }
}

int XDisplay::windows() const {
    ::Window root = 0, parent = 0, *children = nullptr;
    unsigned count = 0;
    int mapped = 0;
    if (XQueryTree(display_, DefaultRootWindow(display_), &root, &parent, &children, &count) == 0) return 0;
    for (unsigned i = 0; i < count; ++i) {
        XWindowAttributes attributes{};
        if (XGetWindowAttributes(display_, children[i], &attributes) != 0 && attributes.map_state == IsViewable)
            ++mapped;
    }
    if (children != nullptr) XFree(children);
    return mapped;
}

std::vector<std::pair<int, int>> XDisplay::remembered_path() const {
    int count = 0;
    XTimeCoord* const places = XGetMotionEvents(display_, DefaultRootWindow(display_), 1, CurrentTime, &count);
    std::vector<std::pair<int, int>> path;
    for (int i = 0; i < count; ++i)
        path.emplace_back(places[i].x, places[i].y);
    if (places != nullptr) XFree(places);
    return path;
}

platform::Image XDisplay::picture() const { return picture(0, 0, size_); }

platform::Image XDisplay::picture(int x, int y, platform::Size part) const {
    platform::Image image = platform::Image::blank(part.width, part.height);
    XImage* seen = XGetImage(display_, DefaultRootWindow(display_), x, y, static_cast<unsigned>(part.width),
                             static_cast<unsigned>(part.height), AllPlanes, ZPixmap);
    REQUIRE(seen != nullptr);
    std::size_t at = 0;
    for (int row = 0; row < part.height; ++row)
        for (int column = 0; column < part.width; ++column, at += 4) {
            const unsigned long pixel = XGetPixel(seen, column, row);
            image.rgba[at] = static_cast<std::uint8_t>(pixel >> 16U);
            image.rgba[at + 1] = static_cast<std::uint8_t>(pixel >> 8U);
            image.rgba[at + 2] = static_cast<std::uint8_t>(pixel);
            image.rgba[at + 3] = 0xFF;
        }
    XDestroyImage(seen);
    return image;
}

}  // namespace courtyard::test
