#include <doctest/doctest.h>

#include <cstdlib>

#include "app/platform/canvas.hpp"
#include "tests/support/ui_driver.hpp"
#include "tests/unit/platform/sample_screen.hpp"

using namespace courtyard;

TEST_CASE("the sample screen is drawn without a display") {
    auto fonts = platform::FontLibrary::open();
    REQUIRE(fonts);
    std::unique_ptr<test::SampleScreen> screen;
    test::UiDriver driver(**fonts, {800, 780}, [&](const platform::Faces& faces) -> std::function<void()> {
        screen = std::make_unique<test::SampleScreen>(faces);
        return [&] { screen->draw(); };
    }, test::Drawing::Canvas);
    const platform::Image picture = driver.picture();
    CHECK(picture.width == 800);
    if (const char* folder = std::getenv("COURTYARD_PICTURES")) CHECK(platform::write_png(std::string(folder) + "/sample.png", picture));
    CHECK(driver.has("查办理进度"));
    CHECK(driver.click("查办理进度"));
    CHECK(screen->pressed);
}
