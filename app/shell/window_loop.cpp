#include "app/shell/window_loop.hpp"

#include <algorithm>
#include <cstdio>

#include "app/shell/shipped.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::shell {

namespace {

constexpr std::int64_t kMinuteMs = 60'000;

int refuse(const char* name, const base::Error& error) {
    std::fprintf(stderr, "%s: %s\n", name, error.message.c_str());
    return 1;
}

// The moment by the window's clock at which the program wants to be looked at again: its own deadline or the next
// minute.
double deadline_of(const WindowProgram& program) {
    const base::Instant now = os::now();
    base::Instant next{(now.ms / kMinuteMs + 1) * kMinuteMs};
    if (const auto due = program.next_deadline(); due && *due < next) next = *due;
    return platform::Window::now_seconds() + static_cast<double>(std::max<std::int64_t>(next - now, 0)) / 1e3;
}

void loop(WindowProgram& program, platform::Window& window, const ShellOptions& options, const StopSignals& stop) {
    platform::BenchMarker marker;
    while (!stop.asked() && !program.is_finished()) {
        const double began = platform::Window::now_seconds();
        window.frame([&] {
            program.draw();
            if (options.bench_marker) marker.draw();
        });
        program.settle();
        if (options.hand != nullptr) {
            options.hand->frame_took((platform::Window::now_seconds() - began) * 1e3);
            if (!options.hand->act(window)) return;
            window.ask_for_frame();
        }
        const platform::Heard heard = window.wait(deadline_of(program));
        marker.tapped(heard.taps);
        if (heard.close_asked && options.window.screen == platform::Screen::Windowed) return;
        program.hear(heard);
        program.settle();
    }
}

}  // namespace

int run_in_window(const char* name, const ShellOptions& options, WindowWaker& waker, const StopSignals& stop,
                  const MakeProgram& make) {
    screens::Theme theme;
    if (auto shipped = shipped_theme()) {
        theme = *shipped;
    } else {
        // Wrong colours keep nobody from applying: the built-in ones are used.
        std::fprintf(stderr, "%s: %s\n", name, shipped.error().message.c_str());
    }
    const auto fonts = platform::FontLibrary::open();
    if (!fonts) return refuse(name, fonts.error());
    const auto window = platform::Window::open(options.window, **fonts);
    if (!window) return refuse(name, window.error());
    waker.attach(window->get());
    loop(*make(**window, theme), **window, options, stop);
    waker.attach(nullptr);
    return 0;
}

}  // namespace courtyard::shell
