// courtyard-kiosk-public: the screen behind the person at the kiosk; started by courtyard-kiosk --public-screen.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>

#include "app/shell/public_shell.hpp"
#include "app/shell/window_size.hpp"

int main(int count, char** arguments) {
    CLI::App app("The kiosk's second screen: the guide and which step it is, never an answer.");
    courtyard::shell::ShellOptions options;
    std::string size;
    app.add_option("--home", options.home, "the kiosk's folder")->required();
    app.add_option("--monitor", options.window.monitor, "which screen, from 1");
    app.add_option("--window", size, "WIDTHxHEIGHT: a window of this size instead of the full screen");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    options.window.title = "Courtyard";
    options.window.renderer = courtyard::platform::RendererChoice::Cpu;
    if (!size.empty() && !courtyard::shell::parse_window_size(size, options.window)) {
        std::fprintf(stderr, "courtyard-kiosk-public: --window %s: say WIDTHxHEIGHT\n", size.c_str());
        return 2;
    }
    return courtyard::shell::run_public(options);
}
