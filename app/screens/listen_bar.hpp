// Reading aloud at the window: the button among the fixed ones, and the strip that is there while it is on.
#pragma once

#include "app/screens/kiosk_scene.hpp"

namespace courtyard::screens {

inline constexpr float kListenStripTall = 104;

[[nodiscard]] bool offers_listening(const Scene& scene);
// "Listen", or "stop" while it is on.
void listen_button(Scene& scene, const Rect& rect);
// Whether it speaks, once more, and how loud.
void listen_strip(Scene& scene, const Rect& rect);

// Around the drawing of a page: what was touched is said, a page that is new is read, a mistake that appeared is told.
class PageEar {
public:
    PageEar(const KioskState& state, const KioskWorld& world, View& view);
    ~PageEar();
    PageEar(const PageEar&) = delete;
    PageEar& operator=(const PageEar&) = delete;
    // After the page was drawn, before the frame ends.
    void tell(Ui& ui, const KioskSink& send);

private:
    const KioskState& state_;
    View& view_;
    DrawLog own_;
    DrawLog* outer_ = nullptr;
};

}  // namespace courtyard::screens
