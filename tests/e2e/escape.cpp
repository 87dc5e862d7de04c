#include "tests/e2e/escape.hpp"

#include <doctest/doctest.h>

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#include <chrono>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

namespace courtyard::test {

namespace fs = std::filesystem;

namespace {

void rest(int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); }

// Looks again and again.
template <class Question>
bool comes(const Question& is_so, int milliseconds_max = kPatienceMs) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds_max);
    while (!is_so()) {
        if (std::chrono::steady_clock::now() >= end) return false;
        rest(20);
    }
    return true;
}

struct Process {
    std::string name;
    pid_t parent = 0;
    char state = 'R';
};

std::map<pid_t, Process> all_processes() {
    std::map<pid_t, Process> out;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const std::string name = entry.path().filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        // Whoever ends between the listing and the reading is left out: an inserter takes that error, an iterator
        // throws.
        std::ostringstream whole;
        whole << std::ifstream(entry.path() / "stat").rdbuf();
        const std::string text = whole.str();
        const auto open = text.find('(');
        const auto close = text.rfind(')');
        if (open == std::string::npos || close == std::string::npos) continue;
        std::istringstream rest_of(text.substr(close + 1));
        Process process;
        process.name = text.substr(open + 1, close - open - 1);
        rest_of >> process.state >> process.parent;
        out[static_cast<pid_t>(std::stol(name))] = process;
    }
    return out;
}

constexpr std::pair<const char*, KeySym> kNames[] = {
    {"ctrl", XK_Control_L}, {"alt", XK_Alt_L},     {"shift", XK_Shift_L},         {"super", XK_Super_L},
    {"meta", XK_Meta_L},    {"hyper", XK_Hyper_L}, {"altgr", XK_ISO_Level3_Shift}};

KeySym symbol_of(const std::string& name) {
    for (const auto& [word, symbol] : kNames)
        if (name == word) return symbol;
    return XStringToKeysym(name.c_str());
}

}  // namespace

std::multiset<std::string> programs_below(pid_t root) {
    const auto all = all_processes();
    std::set<pid_t> inside;
    if (all.contains(root)) inside.insert(root);
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& [id, process] : all)
            if (process.state != 'Z' && inside.contains(process.parent)) grew = inside.insert(id).second || grew;
    }
    std::multiset<std::string> names;
    for (const pid_t id : inside)
        names.insert(all.at(id).name);
    return names;
}

bool wait_for_programs(pid_t root, const std::multiset<std::string>& wanted) {
    return comes([&] { return programs_below(root) == wanted; });
}

struct Hand::X {
    Display* display = nullptr;
    ::Window root = 0;
    ~X() {
        if (display != nullptr) XCloseDisplay(display);
    }
};

Hand::Hand(int width, int height) : width_(width), height_(height), x_(std::make_unique<X>()) {
    const std::string screen = std::to_string(width) + "x" + std::to_string(height) + "x24";
    // It takes a free number by itself and says which.
    server_ = std::make_unique<Served>(std::vector<std::string>{"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0",
                                                                screen, "-nolisten", "tcp", "-noreset"},
                                       folder_ / "xvfb");
    const auto has_said = [this] {
        std::ifstream said(folder_ / "xvfb");
        std::string line;
        while (std::getline(said, line) && !said.eof())  // a line without its end may be half of the number
            if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos) number_ = std::stoi(line);
        return number_ >= 0;
    };
    REQUIRE_MESSAGE(comes(has_said), "Xvfb did not start");
    REQUIRE(comes([this] { return (x_->display = XOpenDisplay(display().c_str())) != nullptr; }));
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });  // windows come and go while they are looked at
    x_->root = DefaultRootWindow(x_->display);
}

Hand::~Hand() = default;

void Hand::chord(const std::string& keys) {
    std::vector<KeyCode> codes;
    std::istringstream in(keys);
    for (std::string name; std::getline(in, name, '+');) {
        const KeyCode code = XKeysymToKeycode(x_->display, symbol_of(name));
        if (code != 0) codes.push_back(code);
    }
    for (const KeyCode code : codes)
        XTestFakeKeyEvent(x_->display, code, True, 0);
    for (auto code = codes.rbegin(); code != codes.rend(); ++code)
        XTestFakeKeyEvent(x_->display, *code, False, 0);
    XSync(x_->display, False);
}

void Hand::type(const std::string& ascii) {
    for (const char c : ascii) {
        const KeySym symbol = static_cast<KeySym>(static_cast<unsigned char>(c));
        const KeyCode code = XKeysymToKeycode(x_->display, c == '\n' ? XK_Return : symbol);
        if (code == 0) continue;
        XTestFakeKeyEvent(x_->display, code, True, 0);
        XTestFakeKeyEvent(x_->display, code, False, 0);
    }
    XSync(x_->display, False);
}

void Hand::tap(int x, int y, unsigned button) {
    XTestFakeMotionEvent(x_->display, -1, x, y, 0);
    XTestFakeButtonEvent(x_->display, button, True, 0);
    XSync(x_->display, False);
    rest(15);
    XTestFakeButtonEvent(x_->display, button, False, 0);
    XSync(x_->display, False);
}

void Hand::hold(int x, int y, int milliseconds) {
    XTestFakeMotionEvent(x_->display, -1, x, y, 0);
    XTestFakeButtonEvent(x_->display, 1, True, 0);
    XSync(x_->display, False);
    rest(milliseconds);
    XTestFakeButtonEvent(x_->display, 1, False, 0);
    XSync(x_->display, False);
}

void Hand::drag(int x1, int y1, int x2, int y2) {
    constexpr int kSteps = 12;
    XTestFakeMotionEvent(x_->display, -1, x1, y1, 0);
    XTestFakeButtonEvent(x_->display, 1, True, 0);
    for (int i = 1; i <= kSteps; ++i) {
        XTestFakeMotionEvent(x_->display, -1, x1 + (x2 - x1) * i / kSteps, y1 + (y2 - y1) * i / kSteps, 0);
        XSync(x_->display, False);
        rest(2);
    }
    XTestFakeButtonEvent(x_->display, 1, False, 0);
    XSync(x_->display, False);
}

void Hand::ask_to_close() {
    ::Window root = 0;
    ::Window parent = 0;
    ::Window* children = nullptr;
    unsigned count = 0;
    XQueryTree(x_->display, x_->root, &root, &parent, &children, &count);
    for (unsigned i = 0; i < count; ++i) {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = children[i];
        event.xclient.message_type = XInternAtom(x_->display, "WM_PROTOCOLS", False);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(XInternAtom(x_->display, "WM_DELETE_WINDOW", False));
        XSendEvent(x_->display, children[i], False, NoEventMask, &event);
    }
    if (children != nullptr) XFree(children);
    XSync(x_->display, False);
}

void Hand::offer(const std::string& text) {
    XStoreBytes(x_->display, text.data(), static_cast<int>(text.size()));
    XSetSelectionOwner(x_->display, XA_PRIMARY, None, CurrentTime);
    XSync(x_->display, False);
}

void Hand::let_go() {
    int least = 0;
    int most = 0;
    XDisplayKeycodes(x_->display, &least, &most);
    char down[32] = {};
    XQueryKeymap(x_->display, down);
    for (int code = least; code <= most; ++code)
        if ((down[code / 8] >> (code % 8) & 1) != 0)
            XTestFakeKeyEvent(x_->display, static_cast<unsigned>(code), False, 0);
    for (unsigned button = 1; button <= 3; ++button)
        XTestFakeButtonEvent(x_->display, button, False, 0);
    XkbLockModifiers(x_->display, XkbUseCoreKbd, 0xFF, 0);  // caps lock and its like
    XSync(x_->display, False);
}

std::vector<ShownWindow> Hand::windows() {
    ::Window root = 0;
    ::Window parent = 0;
    ::Window* children = nullptr;
    unsigned count = 0;
    std::vector<ShownWindow> out;
    XQueryTree(x_->display, x_->root, &root, &parent, &children, &count);
    for (unsigned i = 0; i < count; ++i) {
        XWindowAttributes seen{};
        if (XGetWindowAttributes(x_->display, children[i], &seen) == 0 || seen.map_state != IsViewable) continue;
        if (seen.c_class == InputOnly) continue;
        ShownWindow window{seen.x, seen.y, seen.width, seen.height, 0};
        Atom type = 0;
        int format = 0;
        unsigned long items = 0;
        unsigned long left = 0;
        unsigned char* data = nullptr;
        if (XGetWindowProperty(x_->display, children[i], XInternAtom(x_->display, "_NET_WM_PID", False), 0, 1, False,
                               XA_CARDINAL, &type, &format, &items, &left, &data) == Success &&
            data != nullptr) {
            if (items == 1) window.owner = static_cast<pid_t>(*reinterpret_cast<unsigned long*>(data));
            XFree(data);
        }
        out.push_back(window);
    }
    if (children != nullptr) XFree(children);
    return out;
}

std::uint64_t Hand::picture() {
    XImage* image = XGetImage(x_->display, x_->root, 0, 0, static_cast<unsigned>(width_),
                              static_cast<unsigned>(height_), AllPlanes, ZPixmap);
    if (image == nullptr) return 0;
    std::uint64_t hash = 1469598103934665603ULL;
    for (int y = 0; y < height_; ++y)
        for (int x = 0; x < width_; ++x) {
            std::uint32_t pixel = 0;
            std::copy_n(image->data + y * image->bytes_per_line + x * 4, 4, reinterpret_cast<char*>(&pixel));
            hash = (hash ^ (pixel & 0xFFFFFFU)) * 1099511628211ULL;
        }
    XDestroyImage(image);
    return hash;
}

bool Hand::is_covered() {
    XImage* image = XGetImage(x_->display, x_->root, 0, 0, static_cast<unsigned>(width_),
                              static_cast<unsigned>(height_), AllPlanes, ZPixmap);
    if (image == nullptr) return false;
    std::set<unsigned long> colours;
    for (int y = 0; y < height_; y += 7)
        for (int x = 0; x < width_; x += 7)
            colours.insert(XGetPixel(image, x, y));
    // The root window behind everything is black: no corner may show it.
    const bool black = XGetPixel(image, 0, 0) == 0 || XGetPixel(image, width_ - 1, height_ - 1) == 0;
    XDestroyImage(image);
    return colours.size() > 16 && !black;
}

std::uint64_t Hand::settled() {
    std::uint64_t last = picture();
    int same = 0;
    for (int i = 0; i < 200 && same < 3; ++i) {
        rest(40);
        const std::uint64_t now = picture();
        same = now == last ? same + 1 : 0;
        last = now;
    }
    return last;
}

std::uint64_t Hand::settled_after(std::uint64_t before, int milliseconds_max) {
    static_cast<void>(comes([&] { return picture() != before; }, milliseconds_max));
    return settled();
}

bool Hand::wait_for_screen() {
    if (!comes([this] { return windows().size() == 1 && is_covered(); })) return false;
    settled();
    return true;
}

std::string way_out(Hand& hand, pid_t root, const std::multiset<std::string>& before, int milliseconds_max) {
    std::string why;
    const auto nobody_got_out = [&] {
        why.clear();
        auto now = programs_below(root);
        for (const char* own : {"courtyard-voice", "courtyard-eyes", "espeak-ng"})
            now.erase(own);
        if (now != before) {
            why = "other programs:";
            for (const std::string& name : now)
                why += " " + name;
            why += now.empty() ? " none" : "";
        } else if (const auto windows = hand.windows(); windows.size() != 1) {
            why = std::to_string(windows.size()) + " windows";
        } else if (windows[0].x > 0 || windows[0].y > 0 || windows[0].x + windows[0].width < hand.width() ||
                   windows[0].y + windows[0].height < hand.height()) {
            why = "the window does not cover the display";
        } else if (!hand.is_covered()) {
            why = "the display is not drawn over";
        }
        return why.empty();
    };
    static_cast<void>(comes(nobody_got_out, milliseconds_max));
    return why;
}

}  // namespace courtyard::test
