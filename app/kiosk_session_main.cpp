// courtyard-kiosk-session: the terminal in the village for one session; courtyard-kiosk starts one after the other.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>

#include "app/shell/kiosk_shell.hpp"
#include "app/shell/window_size.hpp"
#include "sync/os/private_memory.hpp"

int main(int count, char** arguments) {
    courtyard::os::keep_memory_private();
    CLI::App app(
        "Courtyard's kiosk: explains judicial aid, takes applications, shows answers. Works with or without a "
        "network.");
    courtyard::os::keep_memory_private();
    courtyard::shell::KioskOptions kiosk;
    courtyard::shell::ShellOptions& options = kiosk.shell;
    std::string start;
    std::string renderer = "auto";
    std::string size;
    app.add_option("--home", options.home, "this machine's folder, made by `courtyardctl enrol kiosk`")->required();
    app.add_option("--renderer", renderer, "auto, cpu or gl")->check(CLI::IsMember({"auto", "cpu", "gl"}));
    app.add_option("--window", size, "WIDTHxHEIGHT: a window of this size instead of the full screen");
    app.add_flag("--bench-marker", options.bench_marker,
                 "a coloured square in the corner for probes outside the program");
    app.add_flag("--practice", kiosk.set_up.practice, "nothing is ever filed");
    app.add_option("--carry", kiosk.set_up.carry, "where the carrier of sticks waits for the steward's wish");
    app.add_option("--link", kiosk.link, "the keeper's pipe; without one this process goes on after each session");
    app.add_option("--start", start, "how the screen begins: \"home large high\"");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    options.window.title = "Courtyard";
    options.window.renderer = *courtyard::platform::parse_renderer_choice(renderer);
    if (!size.empty() && !courtyard::shell::parse_window_size(size, options.window)) {
        std::fprintf(stderr, "courtyard-kiosk: --window %s: say WIDTHxHEIGHT, for example 1080x1920\n", size.c_str());
        return 2;
    }
    if (!start.empty()) {
        const auto begins = courtyard::shell::parse_start(start);
        if (!begins) {
            std::fprintf(stderr, "courtyard-kiosk: --start: %s\n", begins.error().message.c_str());
            return 2;
        }
        kiosk.start = *begins;
    }
    return courtyard::shell::run_kiosk(kiosk);
}
