// courtyard-kiosk: the terminal in the village. Keeps one process for each session (session_keeper.hpp) and the mail.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <string>

#include "app/shell/mail_process.hpp"
#include "app/shell/session_keeper.hpp"
#include "app/shell/window_size.hpp"
#include "sync/os/private_memory.hpp"

int main(int count, char** arguments) {
    courtyard::os::keep_memory_private();
    CLI::App app(
        "Courtyard's kiosk: explains judicial aid, takes applications, shows answers. Works with or without a "
        "network.");
    courtyard::os::keep_memory_private();
    courtyard::shell::KeptKiosk kiosk;
    std::string renderer = "auto";
    std::string size;
    bool bench_marker = false;
    bool mail_elsewhere = false;
    int public_screen = 0;
    bool practice = false;
    std::string carry;
    app.add_option("--home", kiosk.home, "this machine's folder, made by `courtyardctl enrol kiosk`")->required();
    app.add_option("--renderer", renderer, "auto, cpu or gl")->check(CLI::IsMember({"auto", "cpu", "gl"}));
    app.add_option("--window", size, "WIDTHxHEIGHT: a window of this size instead of the full screen");
    app.add_flag("--bench-marker", bench_marker, "a coloured square in the corner for probes outside the program");
    app.add_flag("--mail-elsewhere", mail_elsewhere, "`courtyardctl sync` runs as a service of its own");
    app.add_option("--public-screen", public_screen,
                   "number of the monitor, from 1, that everybody sees: shows the guide and the step, never an answer");
    app.add_flag("--practice", practice, "practice: everything as always, marked, and nothing is ever filed");
    app.add_option("--carry", carry, "where the carrier of sticks waits for the steward's wish")->type_name("DIR");
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    courtyard::platform::WindowOptions window;
    if (!size.empty() && !courtyard::shell::parse_window_size(size, window)) {
        std::fprintf(stderr, "courtyard-kiosk: --window %s: say WIDTHxHEIGHT, for example 1080x1920\n", size.c_str());
        return 2;
    }
    const std::filesystem::path folder = courtyard::shell::program_folder();
    kiosk.program = folder / "courtyard-kiosk-session";
    if (!mail_elsewhere) kiosk.mail = folder / "courtyardctl";
    kiosk.arguments = {"--home", kiosk.home.string(), "--renderer", renderer};
    if (!size.empty()) kiosk.arguments.insert(kiosk.arguments.end(), {"--window", size});
    if (bench_marker) kiosk.arguments.emplace_back("--bench-marker");
    if (public_screen > 0) {
        kiosk.public_screen = {(folder / "courtyard-kiosk-public").string(), "--home", kiosk.home.string(), "--monitor",
                               std::to_string(public_screen)};
        if (!size.empty()) kiosk.public_screen.insert(kiosk.public_screen.end(), {"--window", size});
    }
    if (practice) kiosk.arguments.emplace_back("--practice");
    if (!carry.empty()) kiosk.arguments.insert(kiosk.arguments.end(), {"--carry", carry});
    return courtyard::shell::keep_kiosk(kiosk);
}
