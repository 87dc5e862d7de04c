// Draw data without screens: tests put shapes on one draw list and render it.
#pragma once

#include <functional>

#include <imgui.h>

#include "app/platform/canvas.hpp"
#include "app/platform/ui_context.hpp"

namespace courtyard::test {

// The system's fonts, opened once for all tests of the program.
[[nodiscard]] platform::FontLibrary& fonts();

// A context that draws what it is told on the background draw list.
class Sheet {
public:
    explicit Sheet(platform::Size size, platform::AtlasFormat atlas = platform::AtlasFormat::Alpha8);
    // Valid until the next call.
    ImDrawData& frame(const std::function<void(ImDrawList&)>& draw);
    [[nodiscard]] platform::Size size() const { return size_; }
    [[nodiscard]] const platform::Faces& faces() const { return context_.faces(); }

private:
    platform::Size size_;
    platform::UiContext context_;
};

// One frame on a canvas of its own.
[[nodiscard]] platform::Image draw_once(Sheet& sheet, const std::function<void(ImDrawList&)>& draw,
                                        std::uint32_t background = 0);

}  // namespace courtyard::test
