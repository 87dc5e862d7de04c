#include "app/platform/x_surface.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#include <bit>
#include <cstdlib>

#include "sync/base/bytes.hpp"

namespace courtyard::platform {

namespace {

// A server on another machine accepts the request to attach and fails later, by an error event.
class ErrorTrap {
public:
    explicit ErrorTrap(Display* display) : display_(display) {
        XSync(display_, False);
        seen() = false;
        before_ = XSetErrorHandler([](Display*, XErrorEvent*) {
            seen() = true;
            return 0;
        });
    }
    bool error_came() {
        XSync(display_, False);
        XSetErrorHandler(before_);
        return seen();
    }

private:
    static bool& seen() {
        static bool value = false;  // Xlib's handlers take no argument of ours
        return value;
    }
    Display* display_;
    XErrorHandler before_ = nullptr;
};

}  // namespace

struct XSurface::State {
    Display* display = nullptr;
    unsigned long window = 0;
    GC gc = nullptr;
    XImage* image = nullptr;
    XShmSegmentInfo segment{};
    bool shared = false;
    bool unsettled = false;
    std::size_t bytes = 0;

    bool share(Visual* visual, int depth, Size size) {
        if (XShmQueryExtension(display) == False) return false;
        image = XShmCreateImage(display, visual, static_cast<unsigned>(depth), ZPixmap, nullptr, &segment,
                                static_cast<unsigned>(size.width), static_cast<unsigned>(size.height));
        if (image == nullptr) return false;
        bytes = static_cast<std::size_t>(image->bytes_per_line) * static_cast<std::size_t>(image->height);
        segment.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
        segment.shmaddr = segment.shmid < 0 ? nullptr : static_cast<char*>(shmat(segment.shmid, nullptr, 0));
        const bool mapped = segment.shmid >= 0 && segment.shmaddr != reinterpret_cast<char*>(-1);
        bool attached = false;
        if (mapped) {
            ErrorTrap trap(display);
            segment.readOnly = True;
            XShmAttach(display, &segment);
            attached = !trap.error_came();
        }
        if (segment.shmid >= 0) shmctl(segment.shmid, IPC_RMID, nullptr);  // goes with the last of us two
        if (!attached) {
            if (mapped) shmdt(segment.shmaddr);
            image->data = nullptr;
            XDestroyImage(image);
            image = nullptr;
            return false;
        }
        image->data = segment.shmaddr;
        shared = true;
        return true;
    }

    bool send(Visual* visual, int depth, Size size) {
        bytes = static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4;
        auto* data = static_cast<char*>(std::calloc(bytes, 1));  // freed by XDestroyImage
        image = XCreateImage(display, visual, static_cast<unsigned>(depth), ZPixmap, 0, data,
                             static_cast<unsigned>(size.width), static_cast<unsigned>(size.height), 32, 0);
        if (image == nullptr) std::free(data);
        return image != nullptr;
    }

    ~State() {
        if (image != nullptr) {
            base::wipe(image->data, bytes);
            if (shared) {
                XShmDetach(display, &segment);
                XSync(display, False);
                shmdt(segment.shmaddr);
                image->data = nullptr;
            }
            XDestroyImage(image);
        }
        if (gc != nullptr) XFreeGC(display, gc);
    }
};

XSurface::XSurface(std::unique_ptr<State> state) : state_(std::move(state)) {}
XSurface::~XSurface() = default;

base::Result<std::unique_ptr<XSurface>> XSurface::open(Display* display, unsigned long window, Size size) {
    auto state = std::make_unique<State>();
    state->display = display;
    state->window = window;
    XWindowAttributes attributes;
    XGetWindowAttributes(display, window, &attributes);
    const bool made =
        std::getenv("COURTYARD_NO_SHM") == nullptr && state->share(attributes.visual, attributes.depth, size);
    if (!made && !state->send(attributes.visual, attributes.depth, size)) {
        return base::fail("window.visual", "the X server gives no image for this window");
    }
    const XImage& image = *state->image;
    const bool little = std::endian::native == std::endian::little;
    if (image.bits_per_pixel != 32 || image.red_mask != 0xFF0000 || image.green_mask != 0xFF00 ||
        image.blue_mask != 0xFF || image.byte_order != (little ? LSBFirst : MSBFirst)) {
        return base::fail("window.visual", "the X screen is not 24-bit true colour: set its depth to 24");
    }
    XGCValues values;
    values.graphics_exposures = False;
    state->gc = XCreateGC(display, window, GCGraphicsExposures, &values);
    return std::unique_ptr<XSurface>(new XSurface(std::move(state)));
}

std::uint32_t* XSurface::pixels() const { return reinterpret_cast<std::uint32_t*>(state_->image->data); }
int XSurface::stride() const { return state_->image->bytes_per_line / 4; }
bool XSurface::is_shared() const { return state_->shared; }

void XSurface::put(const std::vector<Rect>& parts) {
    for (const Rect& part : parts) {
        const auto width = static_cast<unsigned>(part.width());
        const auto height = static_cast<unsigned>(part.height());
        if (state_->shared) {
            XShmPutImage(state_->display, state_->window, state_->gc, state_->image, part.left, part.top, part.left,
                         part.top, width, height, False);
        } else {
            XPutImage(state_->display, state_->window, state_->gc, state_->image, part.left, part.top, part.left,
                      part.top, width, height);
        }
    }
    if (parts.empty()) return;
    XFlush(state_->display);
    state_->unsettled = state_->shared;
}

void XSurface::settle() {
    if (state_->unsettled) XSync(state_->display, False);
    state_->unsettled = false;
}

}  // namespace courtyard::platform
