// Pixels of an X window without OpenGL: shared memory where the server is on this machine, sent pixels otherwise.
// Private to this room.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/platform/geometry.hpp"
#include "sync/base/result.hpp"

typedef struct _XDisplay Display;

namespace courtyard::platform {

class XSurface {
public:
    // "window.visual" when the window's pixels are not 32 bits of 0x00RRGGBB.
    [[nodiscard]] static base::Result<std::unique_ptr<XSurface>> open(Display* display, unsigned long window,
                                                                      Size size);
    ~XSurface();
    XSurface(const XSurface&) = delete;
    XSurface& operator=(const XSurface&) = delete;

    [[nodiscard]] std::uint32_t* pixels() const;
    [[nodiscard]] int stride() const;  // words per row
    [[nodiscard]] bool is_shared() const;

    // Shows these parts. Returns before the server has read them: call settle() before the pixels are changed again.
    void put(const std::vector<Rect>& parts);
    void settle();

private:
    struct State;
    explicit XSurface(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace courtyard::platform
