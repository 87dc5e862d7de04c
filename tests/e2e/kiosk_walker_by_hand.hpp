// A person at the real kiosk on a display of its own. Beside it runs a mirror: the same screens without a display,
// which know where everything is drawn and how it looks, so that the person finds a word by looking, and waits by
// looking.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tests/e2e/x_display.hpp"
#include "tests/support/process.hpp"
#include "tests/unit/screens/kiosk_stage.hpp"

namespace courtyard::test {

struct Equipment {
    bool has_camera = false;               // machine.toml says so, too
    std::vector<std::string> environment;  // "NAME=value"
};

class Visitor {
public:
    // Starts the kiosk of `home`; `folder` for logs and everything temporary. FAILs when no attract page comes.
    Visitor(const std::filesystem::path& home, const std::filesystem::path& folder, Equipment equipment = {});

    void tap(std::string_view key_or_words);  // a word key of the pack, or the words themselves
    // Taps and does not wait for what comes of it.
    void press(std::string_view key_or_words);
    // Draws a stroke in what is so called, through parts of its width and height: point after point, each when the one
    // before can be seen as ink. Where the finger went, in pixels.
    std::vector<std::pair<int, int>> draw(std::string_view key, const std::vector<ImVec2>& parts);
    void type(std::string_view ascii);
    // Whether the kiosk shows what the mirror shows, below the header with its clock, within so many ms: fewer than
    // after which a kiosk that nobody touches asks whether somebody is there.
    [[nodiscard]] bool agrees(int ms_max = 50'000);
    // The mirror begins anew, on this page.
    void expect(flow::Page page);
    void expect(flow::KioskState state);

    [[nodiscard]] KioskStage& mirror() { return *mirror_; }
    [[nodiscard]] XDisplay& display() { return display_; }
    [[nodiscard]] const XDisplay& display() const { return display_; }
    [[nodiscard]] pid_t keeper() const { return kiosk_->process(); }
    [[nodiscard]] Served& kiosk() { return *kiosk_; }
    // The keeper's child that shows the screen now; -1 when there is not exactly one.
    [[nodiscard]] pid_t session() const;
    // Waits until one process shows the screen that is not `before`, and the display has one window.
    [[nodiscard]] bool renewed(pid_t before, int ms_max = 120'000) const;

private:
    [[nodiscard]] platform::RecordedItem find(const std::string& label) const;

    const platform::Size size_{720, 1280};
    const Equipment equipment_;
    XDisplay display_;
    std::unique_ptr<Served> kiosk_;
    std::unique_ptr<KioskStage> mirror_;
};

}  // namespace courtyard::test
