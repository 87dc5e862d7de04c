// The kiosk without a display: the real pack, fonts, flow and screens, and a worker that answers when told to.
#pragma once

#include <memory>
#include <vector>

#include "app/flow/kiosk_update.hpp"
#include "app/screens/gallery.hpp"
#include "app/screens/kiosk_view.hpp"
#include "tests/support/ui_driver.hpp"
#include "tests/unit/screens/field_stage.hpp"

namespace courtyard::test {

class KioskStage {
public:
    KioskStage(flow::KioskState state, platform::Size size, Drawing drawing = Drawing::No);

    void play(const flow::Event& event);
    // Clicks by label, scrolling down to it where it is hidden.
    [[nodiscard]] bool click(std::string_view label);
    [[nodiscard]] UiDriver& driver() { return *driver_; }
    [[nodiscard]] const flow::KioskState& state() const { return state_; }
    [[nodiscard]] flow::Page page() const { return state_.session.place.page; }
    [[nodiscard]] const flow::KioskWorld& world() const { return world_; }
    void reads_no_symbols() { world_.reads_symbols = false; }
    // As a machine without printer, camera and scanner.
    void is_bare() {
        world_.reads_symbols = world_.has_camera = false;
        prints_nothing();
    }
    void prints_nothing() { world_.printer = flow::PrinterKind::None; }
    [[nodiscard]] const screens::DrawLog& log() const { return log_; }
    [[nodiscard]] std::vector<flow::Effect> take_effects() { return std::exchange(effects_, {}); }

private:
    flow::KioskState state_;
    flow::KioskWorld world_;
    std::vector<flow::Effect> effects_;
    screens::DrawLog log_;
    screens::View view_;
    std::unique_ptr<UiDriver> driver_;
};

}  // namespace courtyard::test
