#include "tests/unit/platform/shapes_support.hpp"

#include <doctest/doctest.h>

namespace courtyard::test {

platform::FontLibrary& fonts() {
    static const std::unique_ptr<platform::FontLibrary> library = [] {
        auto opened = platform::FontLibrary::open();
        REQUIRE_MESSAGE(opened.has_value(), "the fonts of the product are not installed");
        return std::move(*opened);
    }();
    return *library;
}

namespace {

platform::UiOptions sheet_options(platform::AtlasFormat atlas) {
    platform::UiOptions options;
    options.atlas = atlas;
    options.frame_seconds_fixed = 1.0f / 60.0f;
    return options;
}

}  // namespace

Sheet::Sheet(platform::Size size, platform::AtlasFormat atlas) : size_(size), context_(fonts(), sheet_options(atlas)) {}

ImDrawData& Sheet::frame(const std::function<void(ImDrawList&)>& draw) {
    context_.begin_frame(size_, 0);
    draw(*ImGui::GetBackgroundDrawList());
    return context_.end_frame();
}

platform::Image draw_once(Sheet& sheet, const std::function<void(ImDrawList&)>& draw, std::uint32_t background) {
    platform::Canvas canvas(sheet.size());
    canvas.render(sheet.frame(draw), background);
    return canvas.read_pixels();
}

}  // namespace courtyard::test
