#include "app/shell/window_loop.hpp"

#include <algorithm>
#include <cstdio>

#include "app/shell/shipped.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/supervisor.hpp"

namespace courtyard::shell {

namespace {

constexpr std::int64_t kMinuteMs = 60'000;

int refuse(const char* name, const base::Error& error) {
    std::fprintf(stderr, "%s: %s\n", name, error.message.c_str());
    return 1;
}

// The moment by the window's clock at which the program wants to be looked at again: its own deadline or the next
// minute.
double deadline_of(const WindowProgram& program, const os::Supervisor& supervisor) {
    const base::Instant now = os::now();
    base::Instant next{(now.ms / kMinuteMs + 1) * kMinuteMs};
    if (const auto due = program.next_deadline(); due && *due < next) next = *due;
    std::int64_t wait_ms = std::max<std::int64_t>(next - now, 0);
    if (const auto due = supervisor.next_ms())
        wait_ms = std::clamp<std::int64_t>(*due - os::monotonic_ms(), 0, wait_ms);
    return platform::Window::now_seconds() + static_cast<double>(wait_ms) / 1e3;
}

void loop(WindowProgram& program, platform::Window& window, const ShellOptions& options, const StopSignals& stop) {
    platform::BenchMarker marker;
    os::Supervisor supervisor = os::Supervisor::of_environment();
    while (!stop.asked() && !program.is_finished()) {
        const double began = platform::Window::now_seconds();
        window.frame([&] {
            program.draw();
            if (options.bench_marker) marker.draw();
        });
        program.settle();
        // From here and nowhere else: a window that hangs must fall silent.
        supervisor.tell_ready();
        supervisor.tell_alive(os::monotonic_ms());
        if (options.hand != nullptr) {
            options.hand->frame_took((platform::Window::now_seconds() - began) * 1e3);
            if (!options.hand->act(window)) return;
            window.ask_for_frame();
        }
        const platform::Heard heard = window.wait(deadline_of(program, supervisor));
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
