// Every screen of kiosk and laptop, drawn from the same draw data by both renderers: they differ by rounding only.
#include <doctest/doctest.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <utility>

#include "app/platform/gl_offscreen.hpp"
#include "tests/support/foreign_leaks.hpp"
#include "tests/unit/screens/kiosk_stage.hpp"

using namespace courtyard;

namespace {

constexpr int kFrames = 4;            // glyphs, heights of scrolled pages, arrows
constexpr int kChannelTolerance = 8;  // two roundings of a blend over a blend
constexpr double kMeanMax = 0.1;

screens::View view_with(const platform::Faces& faces) {
    screens::View view;
    view.fonts = {faces.text, faces.bold, faces.title, faces.icons};
    view.find_word = screens::words_of(&test::demo_pack());
    view.moving = false;
    return view;
}

// False: this machine has no OpenGL without a window.
bool check_agreement(const std::string& name, platform::Size size,
                     const std::function<void(const platform::Faces&)>& draw) {
    CAPTURE(name);
    const auto both = platform::draw_with_both(test::demo_fonts(), size, 0xF4F1EA, kFrames, draw);
    if (!both && both.error().code == "gl.unavailable") {
        MESSAGE("skipped: " << both.error().message);
        return false;
    }
    REQUIRE(both);
    const platform::Difference difference = platform::compare(both->cpu, both->gl, kChannelTolerance);
    if (const char* folder = std::getenv("COURTYARD_PICTURES"); folder != nullptr && difference.pixels_over != 0) {
        CHECK(platform::write_png(std::string(folder) + "/" + name + ".gl.png", both->gl));
        CHECK(platform::write_png(std::string(folder) + "/" + name + ".difference.png",
                                  platform::picture_of_difference(both->cpu, both->gl, kChannelTolerance)));
    }
    INFO("at most " << difference.channel_max << " apart, mean " << difference.channel_mean);
    CHECK(difference.same_size);
    CHECK(difference.channel_mean < kMeanMax);
    CHECK(difference.pixels_over == 0);
    return true;
}

}  // namespace

TEST_CASE("the CPU and OpenGL draw every kiosk screen alike") {
    const test::ForeignLeaks of_the_driver;
    const flow::KioskWorld world = screens::gallery_world(test::demo_pack());
    for (const screens::Sample& sample : screens::gallery(test::demo_pack())) {
        screens::View view;
        bool is_first = true;
        const bool compared = check_agreement(sample.name, {720, 1280}, [&](const platform::Faces& faces) {
            if (std::exchange(is_first, false)) view = view_with(faces);
            screens::draw(sample.state, world, view, [](const flow::Event&) {});
        });
        if (!compared) return;
    }
}

TEST_CASE("the CPU and OpenGL draw every laptop screen alike") {
    const test::ForeignLeaks of_the_driver;
    const screens::DeskWorld world{&test::demo_pack()};
    for (const screens::DeskSample& sample : screens::desk_gallery(test::demo_pack())) {
        screens::DeskView view;
        bool is_first = true;
        const bool compared = check_agreement(sample.name, {1366, 768}, [&](const platform::Faces& faces) {
            if (std::exchange(is_first, false)) view.view = view_with(faces);
            screens::draw(sample.state, world, view, [](const flow::DeskEvent&) {});
        });
        if (!compared) return;
    }
}
