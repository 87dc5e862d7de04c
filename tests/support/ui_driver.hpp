// Drives screens as a finger would, without a display: finds things by what is written on them.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/platform/canvas.hpp"
#include "app/platform/ui_context.hpp"
#include "app/platform/ui_recorder.hpp"

namespace courtyard::test {

enum class Drawing { No, Canvas };

// `draw_ui` is called once per frame between begin and end. Frames last 1/60 s; nothing waits.
class UiDriver {
public:
    UiDriver(platform::FontLibrary& fonts, platform::Size size, std::function<void()> draw_ui,
             Drawing drawing = Drawing::No);
    // For screens that need the faces, which exist only once the context does.
    UiDriver(platform::FontLibrary& fonts, platform::Size size,
             std::function<std::function<void()>(const platform::Faces&)> make, Drawing drawing = Drawing::No);
    ~UiDriver();

    void frames(int count = 1);
    // Presses and lifts a finger in the middle of the visible part of the enabled item with this label (exact, else
    // containing). False, with the labels there were in last_failure(), when there is none to be seen.
    [[nodiscard]] bool click(std::string_view label);
    // The nth (from 0) of several items with the same label.
    [[nodiscard]] bool click(std::string_view label, int nth);
    void tap(ImVec2 position);
    void drag(ImVec2 from, ImVec2 to, int steps = 10);
    // A pen: comes down at the first point, goes through all of them, lifts.
    void stroke(const std::vector<ImVec2>& points, std::size_t in_a_frame = 3);
    void wheel(ImVec2 position, float lines);
    void type(std::string_view utf8);
    void key(ImGuiKey key);

    // Whether a recorded text (or an item's label) that is at least partly visible contains this.
    [[nodiscard]] bool has(std::string_view text) const;
    [[nodiscard]] std::optional<platform::RecordedItem> find(std::string_view label, int nth = 0) const;
    // Visible texts from top to bottom, left to right, one per line: the text golden of a screen.
    [[nodiscard]] std::string transcript() const;
    [[nodiscard]] const std::string& last_failure() const { return last_failure_; }

    [[nodiscard]] platform::Image picture();  // draws the last frame when nothing was drawn so far
    [[nodiscard]] const platform::Faces& faces() const;
    [[nodiscard]] platform::Size size() const { return size_; }

private:
    void run_frame();
    std::unique_ptr<platform::UiContext> context_;
    std::unique_ptr<platform::Canvas> canvas_;
    platform::Size size_;
    std::function<void()> draw_ui_;
    Drawing drawing_;
    std::string last_failure_;
    ImDrawData* last_frame_ = nullptr;
};

}  // namespace courtyard::test
