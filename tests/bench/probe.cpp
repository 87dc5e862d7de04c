// Measures any X11 program from outside, by pixels and synthetic input, so that ours and a peer are held to the same
// measure.
//   probe start X Y RRGGBB TIMEOUT_MS -- COMMAND...  start COMMAND, wait for the pixel; ms and CPU ms of its process
//   group; end it probe wait  X Y RRGGBB TIMEOUT_MS                wait for the pixel probe tap   X Y PX PY COUNT
//   GAP_MS               clicks at X,Y; ms until the pixel PX,PY changes probe type  CX CY CW CH SECONDS HZ key
//   presses; ms until the region changes probe click X Y                                  one click
// Each prints one JSON object.
#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <signal.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace {

double now_ms() {
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

void nap_ms(double ms) { std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(ms)); }

// A region of the root window, read back through shared memory.
class Patch {
public:
    Patch(Display* display, int width, int height) : display_(display), root_(DefaultRootWindow(display)) {
        XWindowAttributes attributes{};
        XGetWindowAttributes(display_, root_, &attributes);
        image_ = XShmCreateImage(display_, attributes.visual, static_cast<unsigned>(attributes.depth), ZPixmap, nullptr,
                                 &shared_, static_cast<unsigned>(width), static_cast<unsigned>(height));
        const auto size = static_cast<std::size_t>(image_->bytes_per_line) * static_cast<std::size_t>(height);
        shared_.shmid = shmget(IPC_PRIVATE, size, IPC_CREAT | 0600);
        shared_.shmaddr = image_->data = static_cast<char*>(shmat(shared_.shmid, nullptr, 0));
        shared_.readOnly = False;
        XShmAttach(display_, &shared_);
        XSync(display_, False);
        shmctl(shared_.shmid, IPC_RMID, nullptr);
        size_ = size;
    }

    std::uint64_t hash(int x, int y) {
        XShmGetImage(display_, root_, image_, x, y, AllPlanes);
        std::uint64_t value = 1469598103934665603ULL;
        for (std::size_t i = 0; i + 4 <= size_; i += 4) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, image_->data + i, 4);
            value = (value ^ (pixel & 0xFFFFFFU)) * 1099511628211ULL;
        }
        return value;
    }

    std::uint32_t pixel(int x, int y) {
        XShmGetImage(display_, root_, image_, x, y, AllPlanes);
        std::uint32_t value = 0;
        std::memcpy(&value, image_->data, 4);
        return value & 0xFFFFFFU;
    }

private:
    Display* display_;
    Window root_;
    XShmSegmentInfo shared_{};
    XImage* image_ = nullptr;
    std::size_t size_ = 0;
};

// CPU time so far of every live thread of a process group, in ms.
double group_cpu_ms(pid_t group) {
    double total_ns = 0;
    std::error_code error;
    for (const auto& process : std::filesystem::directory_iterator("/proc", error)) {
        const std::string name = process.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        if (getpgid(static_cast<pid_t>(std::stol(name))) != group) continue;
        for (const auto& thread : std::filesystem::directory_iterator(process.path() / "task", error)) {
            double ns = 0;
            if (std::ifstream(thread.path() / "schedstat") >> ns) total_ns += ns;
        }
    }
    return total_ns / 1e6;
}

// Kiosks run without a window manager: keyboard focus goes to the largest window that can be seen.
void focus_largest(Display* display) {
    Window root = 0;
    Window parent = 0;
    Window* children = nullptr;
    unsigned count = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &children, &count);
    Window best = 0;
    long best_area = 0;
    for (unsigned i = 0; i < count; ++i) {
        XWindowAttributes attributes{};
        if (XGetWindowAttributes(display, children[i], &attributes) == 0 || attributes.map_state != IsViewable)
            continue;
        const long area = static_cast<long>(attributes.width) * attributes.height;
        if (area >= best_area) {
            best_area = area;
            best = children[i];
        }
    }
    if (children != nullptr) XFree(children);
    if (best != 0) XSetInputFocus(display, best, RevertToPointerRoot, CurrentTime);
    XSync(display, False);
}

void print_spread(const char* name, std::vector<double> values, int missed) {
    if (values.empty()) {
        std::printf("{\"%s\":null,\"missed\":%d}\n", name, missed);
        return;
    }
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    std::printf("{\"%s\":{\"n\":%zu,\"min\":%.2f,\"median\":%.2f,\"p95\":%.2f,\"max\":%.2f},\"missed\":%d}\n", name, n,
                values[0], values[n / 2], values[n * 95 / 100], values[n - 1], missed);
}

std::optional<double> wait_pixel(Patch& region, int x, int y, std::uint32_t wanted, double limit_ms) {
    const double start = now_ms();
    while (now_ms() - start < limit_ms) {
        if (region.pixel(x, y) == wanted) return now_ms() - start;
        nap_ms(0.5);
    }
    return std::nullopt;
}

int start(Display* display, char** argument) {
    Patch region(display, 1, 1);
    const int x = std::atoi(argument[0]);
    const int y = std::atoi(argument[1]);
    const auto wanted = static_cast<std::uint32_t>(std::strtoul(argument[2], nullptr, 16));
    if (region.pixel(x, y) == wanted) {
        std::fprintf(stderr, "the pixel already has this colour: end the program that shows it\n");
        return 2;
    }
    const double begun = now_ms();
    const pid_t child = fork();
    if (child == 0) {
        setpgid(0, 0);
        close(ConnectionNumber(display));
        execvp(argument[5], argument + 5);
        _exit(127);
    }
    const auto waited = wait_pixel(region, x, y, wanted, std::atof(argument[3]));
    const double first = now_ms() - begun;
    const double cpu = group_cpu_ms(child);
    kill(-child, SIGTERM);
    const double ending = now_ms();
    int status = 0;
    while (now_ms() - ending < 5000 && waitpid(child, &status, WNOHANG) == 0)
        nap_ms(5);
    kill(-child, SIGKILL);
    waitpid(child, &status, WNOHANG);
    std::printf("{\"first_ms\":%.1f,\"cpu_ms\":%.1f}\n", waited ? first : -1.0, cpu);
    return waited ? 0 : 1;
}

int tap(Display* display, char** argument) {
    Patch region(display, 1, 1);
    const int px = std::atoi(argument[2]);
    const int py = std::atoi(argument[3]);
    const int count = std::atoi(argument[4]);
    std::vector<double> times;
    int missed = 0;
    XTestFakeMotionEvent(display, -1, std::atoi(argument[0]), std::atoi(argument[1]), 0);
    XSync(display, False);
    nap_ms(300);
    for (int i = 0; i < count; ++i) {
        const std::uint32_t before = region.pixel(px, py);
        const double begun = now_ms();
        double took = -1;
        XTestFakeButtonEvent(display, 1, True, 0);
        XFlush(display);
        while (now_ms() - begun < 2000) {
            if (region.pixel(px, py) != before) {
                took = now_ms() - begun;
                break;
            }
            nap_ms(0.2);
        }
        if (took < 0) {
            ++missed;
        } else {
            times.push_back(took);
        }
        XTestFakeButtonEvent(display, 1, False, 0);
        XFlush(display);
        nap_ms(std::atof(argument[5]));
    }
    print_spread("tap_ms", times, missed);
    return 0;
}

int type(Display* display, char** argument) {
    const int x = std::atoi(argument[0]);
    const int y = std::atoi(argument[1]);
    Patch region(display, std::atoi(argument[2]), std::atoi(argument[3]));
    const double seconds = std::atof(argument[4]);
    const double hz = std::atof(argument[5]);
    const auto letter = XKeysymToKeycode(display, XK_a);
    const auto back = XKeysymToKeycode(display, XK_BackSpace);
    std::vector<double> times;
    int missed = 0;
    focus_largest(display);
    nap_ms(300);
    const double begun = now_ms();
    for (int i = 0; now_ms() - begun < seconds * 1e3; ++i) {
        const std::uint64_t before = region.hash(x, y);
        const unsigned key = (i / 12) % 2 != 0 ? back : letter;
        const double pressed = now_ms();
        double took = -1;
        XTestFakeKeyEvent(display, key, True, 0);
        XTestFakeKeyEvent(display, key, False, 0);
        XFlush(display);
        while (now_ms() - pressed < 1000) {
            if (region.hash(x, y) != before) {
                took = now_ms() - pressed;
                break;
            }
            nap_ms(0.2);
        }
        if (took < 0) {
            ++missed;
        } else {
            times.push_back(took);
        }
        const double rest = 1e3 / hz - (now_ms() - pressed);
        if (rest > 0) nap_ms(rest);
    }
    print_spread("type_ms", times, missed);
    return 0;
}

int click(Display* display, char** argument) {
    XTestFakeMotionEvent(display, -1, std::atoi(argument[0]), std::atoi(argument[1]), 0);
    XSync(display, False);
    nap_ms(60);
    XTestFakeButtonEvent(display, 1, True, 0);
    XFlush(display);
    nap_ms(60);
    XTestFakeButtonEvent(display, 1, False, 0);
    XSync(display, False);
    std::printf("{}\n");
    return 0;
}

}  // namespace

int main(int count, char** argument) {
    Display* display = XOpenDisplay(nullptr);
    if (display == nullptr) {
        std::fprintf(stderr, "no display: set DISPLAY\n");
        return 2;
    }
    const std::string verb = count > 1 ? argument[1] : "";
    if (verb == "start" && count > 7) return start(display, argument + 2);
    if (verb == "tap" && count == 8) return tap(display, argument + 2);
    if (verb == "type" && count == 8) return type(display, argument + 2);
    if (verb == "click" && count == 4) return click(display, argument + 2);
    if (verb == "wait" && count == 6) {
        Patch region(display, 1, 1);
        const auto waited =
            wait_pixel(region, std::atoi(argument[2]), std::atoi(argument[3]),
                       static_cast<std::uint32_t>(std::strtoul(argument[4], nullptr, 16)), std::atof(argument[5]));
        std::printf("{\"waited_ms\":%.1f}\n", waited.value_or(-1));
        return waited ? 0 : 1;
    }
    std::fprintf(stderr, "usage: probe start|wait|tap|type|click ... (see the head of probe.cpp)\n");
    return 2;
}
