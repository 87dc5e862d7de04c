// courtyard-field: the laptop of a judge, a registrar, a caller.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>

#include "app/shell/desk_shell.hpp"
#include "app/shell/window_size.hpp"
#include "sync/os/private_memory.hpp"

int main(int count, char** arguments) {
    courtyard::os::keep_memory_private();
    CLI::App app("Courtyard's laptop: reads the court's intake and answers. Works with or without a network.");
    courtyard::os::keep_memory_private();
    courtyard::shell::ShellOptions options;
    std::string renderer = "auto";
    std::string size = "1366x768";
    app.add_option("--home", options.home, "this laptop's folder, made by `courtyardctl enrol staff`")->required();
    app.add_option("--renderer", renderer, "auto, cpu or gl")->check(CLI::IsMember({"auto", "cpu", "gl"}));
    app.add_option("--window", size, "WIDTHxHEIGHT of the window");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    options.window.title = "Courtyard";
    options.window.touch = false;
    options.window.renderer = *courtyard::platform::parse_renderer_choice(renderer);
    if (!courtyard::shell::parse_window_size(size, options.window)) {
        std::fprintf(stderr, "courtyard-field: --window %s: say WIDTHxHEIGHT, for example 1366x768\n", size.c_str());
        return 2;
    }
    return courtyard::shell::run_desk(options);
}
