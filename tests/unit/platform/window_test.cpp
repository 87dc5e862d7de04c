// The window on a real X server (Xvfb, started by the test), through shared memory and through sent pixels.
#include "app/platform/window.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <cstdlib>
#include <limits>
#include <thread>

#include "app/platform/bench_marker.hpp"
#include "tests/support/foreign_leaks.hpp"
#include "tests/unit/platform/shapes_support.hpp"
#include "tests/unit/platform/virtual_display.hpp"

using namespace courtyard;
using platform::Image;
using platform::Window;
using test::on_screen;
using test::send_click;
using test::VirtualDisplay;

namespace {

constexpr double kForever = std::numeric_limits<double>::infinity();

void draw_sample() {
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    list->AddRectFilled(ImVec2(100, 100), ImVec2(300, 200), IM_COL32(10, 200, 30, 255), 20);
    list->AddText(ImGui::GetFont(), 38, ImVec2(120, 130), IM_COL32_BLACK, "司法救助");
}

int draw_until_still(Window& window, const std::function<void()>& draw) {
    int presented = 0;
    for (int i = 0; i < 10; ++i) {
        presented += window.frame(draw).anything() ? 1 : 0;
    }
    return presented;
}

std::unique_ptr<Window> open_window() {
    platform::WindowOptions options;
    options.title = "test";
    options.renderer = platform::RendererChoice::Cpu;
    auto window = Window::open(options, test::fonts());
    if (!window) FAIL(window.error().message);
    return std::move(*window);
}

}  // namespace

TEST_CASE("without a display the window says what is missing") {
    unsetenv("DISPLAY");
    const auto window = Window::open({}, test::fonts());
    REQUIRE_FALSE(window);
    CHECK(window.error().code == "window.display");
}

TEST_CASE("what was drawn stands on the screen, through shared memory and through sent pixels") {
    VirtualDisplay display;
    if (!display.runs()) {
        MESSAGE("skipped: Xvfb is not installed or cannot start");
        return;
    }
    for (const bool shared : {true, false}) {
        CAPTURE(shared);
        if (!shared) setenv("COURTYARD_NO_SHM", "1", 1);
        const auto window = open_window();
        unsetenv("COURTYARD_NO_SHM");
        CHECK(window->size() == platform::Size{800, 600});
        CHECK(window->renderer_name() == "cpu");
        window->wait(0);
        CHECK(draw_until_still(*window, draw_sample) == 1);  // the first; then nothing changes and nothing is shown
        const Image drawn = window->read_pixels();
        CHECK(drawn.pixel(150, 105)[1] == 200);
        CHECK(platform::compare(drawn, on_screen()).channel_max == 0);
        const platform::Damage change = window->frame([] {
            draw_sample();
            ImGui::GetBackgroundDrawList()->AddRectFilled(ImVec2(500, 500), ImVec2(510, 510), IM_COL32(255, 0, 0, 255));
        });
        CHECK(change.tiles_changed == 1);
        CHECK(platform::compare(window->read_pixels(), on_screen()).channel_max == 0);
        CHECK(on_screen().pixel(505, 505)[0] == 255);
    }
}

TEST_CASE("the window sleeps until a deadline, a call from another thread, or a finger") {
    VirtualDisplay display;
    if (!display.runs()) {
        MESSAGE("skipped: Xvfb is not installed or cannot start");
        return;
    }
    const auto window = open_window();
    // Until the display has told all that it had to tell of a new window: it is quiet for a while, not after a while.
    const auto settle = [&] {
        for (int quiet = 0, i = 0; quiet < 10 && i < 3'000; ++i) {
            const platform::Heard heard = window->wait(Window::now_seconds() + 0.02);
            quiet = heard.anything || heard.woken ? 0 : quiet + 1;
            window->frame(draw_sample);
        }
    };
    settle();
    const double deadline = Window::now_seconds() + 0.05;
    const platform::Heard late = window->wait(deadline);
    CHECK(Window::now_seconds() >= deadline);
    CHECK_FALSE(late.anything);
    CHECK_FALSE(late.woken);
    window->frame(draw_sample);

    std::thread caller([&] { window->wake(); });
    const platform::Heard woken = window->wait(kForever);
    caller.join();
    CHECK(woken.woken);
    CHECK_FALSE(woken.anything);
    settle();

    platform::BenchMarker marker;
    const auto marked = [&] {
        draw_sample();
        marker.draw();
    };
    window->frame(marked);
    CHECK(window->read_pixels().pixel(5, 5)[1] == 0xC8);
    bool held = false;
    send_click(200, 150);
    int taps = 0;
    for (int i = 0; i < 200 && taps == 0; ++i) {
        const platform::Heard heard = window->wait(Window::now_seconds() + 0.5);
        taps += heard.taps;
        CHECK((heard.anything || heard.taps == 0));
    }
    CHECK(taps == 1);
    marker.tapped(taps);
    for (int i = 0; i < 6; ++i) {
        window->frame([&] {
            marked();
            held = held || ImGui::IsMouseDown(ImGuiMouseButton_Left);
        });
    }
    CHECK(held);  // ImGui saw the press even though press and release came at once
    CHECK_FALSE(ImGui::IsMouseDown(ImGuiMouseButton_Left));
    CHECK(ImGui::GetIO().MousePos.x < -1000);
    CHECK(ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen);
    CHECK(window->read_pixels().pixel(5, 5)[2] == 0xFF);
}

TEST_CASE("a new session begins with nothing of the last one") {
    VirtualDisplay display;
    if (!display.runs()) {
        MESSAGE("skipped: Xvfb is not installed or cannot start");
        return;
    }
    const auto window = open_window();
    draw_until_still(*window, draw_sample);
    window->new_session();
    CHECK(window->read_pixels() == [] {
        Image black = Image::blank(800, 600);
        for (std::size_t i = 3; i < black.rgba.size(); i += 4) {
            black.rgba[i] = 255;
        }
        return black;
    }());
    const platform::Damage damage = window->frame([] {});
    CHECK(damage.tiles_changed == damage.tiles_total);
    CHECK(on_screen().pixel(150, 105)[0] == 0xF4);
}

TEST_CASE("OpenGL in a window draws the same picture, when it is demanded") {
    const test::ForeignLeaks of_the_driver;
    VirtualDisplay display;
    if (!display.runs()) {
        MESSAGE("skipped: Xvfb is not installed or cannot start");
        return;
    }
    platform::WindowOptions options;
    options.renderer = platform::RendererChoice::Gl;
    auto window = Window::open(options, test::fonts());
    if (!window) {
        MESSAGE("skipped: " << window.error().message);
        return;
    }
    CHECK((*window)->renderer_name() == "gl");
    draw_until_still(**window, draw_sample);
    const Image by_gl = on_screen();
    (*window)->new_session();
    draw_until_still(**window, draw_sample);
    CHECK(platform::compare(by_gl, on_screen()).channel_max == 0);
    window->reset();
    const auto by_cpu = open_window();
    draw_until_still(*by_cpu, draw_sample);
    CHECK(platform::compare(by_gl, by_cpu->read_pixels(), 6).pixels_over == 0);
}
