// The two renderers draw the same draw data; where they differ it is by rounding.
#include <doctest/doctest.h>

#include <cstdlib>

#include "app/platform/gl_offscreen.hpp"
#include "tests/support/foreign_leaks.hpp"
#include "tests/unit/platform/sample_screen.hpp"

using namespace courtyard;

TEST_CASE("the CPU and OpenGL draw the same picture") {
    const test::ForeignLeaks of_the_driver;
    auto fonts = platform::FontLibrary::open();
    REQUIRE(fonts);
    std::unique_ptr<test::SampleScreen> screen;
    const auto both = platform::draw_with_both(**fonts, {800, 780}, 0xF4F1EA, 3, [&](const platform::Faces& faces) {
        if (!screen) screen = std::make_unique<test::SampleScreen>(faces);
        screen->draw();
    });
    if (!both && both.error().code == "gl.unavailable") {
        MESSAGE("skipped: " << both.error().message);
        return;
    }
    REQUIRE(both);
    const platform::Difference difference = platform::compare(both->cpu, both->gl, 6);
    INFO("max " << difference.channel_max << ", mean " << difference.channel_mean);
    if (const char* folder = std::getenv("COURTYARD_PICTURES")) {
        CHECK(platform::write_png(std::string(folder) + "/gl.png", both->gl));
        CHECK(platform::write_png(std::string(folder) + "/cpu.png", both->cpu));
        CHECK(platform::write_png(std::string(folder) + "/difference.png",
                                  platform::picture_of_difference(both->cpu, both->gl, 8)));
    }
    CHECK(difference.same_size);
    CHECK(difference.channel_mean < 0.1);
    CHECK(difference.pixels_over == 0);
}
