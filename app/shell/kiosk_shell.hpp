// The kiosk program: one window, one worker, one pure update between them.
#pragma once

#include <filesystem>
#include <optional>

#include "app/flow/kiosk_state.hpp"
#include "app/platform/renderer.hpp"
#include "app/platform/window.hpp"

namespace courtyard::shell {

// Somebody else's hand at the window: the scripted demonstration and the walk of the benchmark. Production programs have none.
class Hand {
public:
    virtual ~Hand() = default;
    // After every frame; may give input to the window's ImGui context. False ends the program.
    virtual bool act(platform::Window& window) = 0;
    // How long the frame before took: screens, raster and presentation, ms.
    virtual void frame_took(double) {}
};

struct KioskOptions {
    std::filesystem::path home;
    platform::WindowOptions window;
    bool bench_marker = false;
    Hand* hand = nullptr;
};

// Runs until the window is closed (only possible when it is not full screen) or the process is told to end. Exit code of the program;
// what could not be opened is said in one sentence on stderr.
[[nodiscard]] int run_kiosk(const KioskOptions& options);

}  // namespace courtyard::shell
