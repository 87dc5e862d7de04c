// courtyard-hub: the blind mailbox. It numbers, keeps and hands out sealed records and can open none of them.
//   serve --config FILE      answers machines until SIGTERM
//   restored --config FILE   after a backup was put back: makes machines ask what is still there
// Exit codes: 0 done, 1 the world (disk, port), 2 the settings or the command line.
#include <cstdio>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "sync/hub/config.hpp"
#include "sync/hub/hub.hpp"
#include "sync/hub/log.hpp"
#include "sync/hub/store_sqlite.hpp"
#include "sync/os/clock.hpp"

namespace {

using namespace courtyard;

int tell(const base::Error& error) {
    std::cerr << "courtyard-hub: " << error.message << std::endl;
    const bool is_settings =
        error.code == "hub.config" || error.code.starts_with("roster.") || error.code.starts_with("document.");
    return is_settings ? 2 : 1;
}

int serve(const std::string& file) {
    const auto config = hub::load_config(file);
    if (!config) return tell(config.error());
    hub::Log log([](std::string_view line) { std::cerr << line << std::endl; });
    os::OsRandom random;
    auto hub = hub::Hub::open(*config, log, random);
    if (!hub) return tell(hub.error());
    (*hub)->stop_on_signals();
    std::cout << "listening on " << (*hub)->address() << std::endl;
    (*hub)->run();
    return 0;
}

int restored(const std::string& file) {
    const auto config = hub::load_config(file);
    if (!config) return tell(config.error());
    os::OsRandom random;
    if (const auto marked = hub::mark_restored(config->store, random); !marked) return tell(marked.error());
    std::cout << "marked: machines will ask again for what they sent" << std::endl;
    return 0;
}

}  // namespace

int main(int count, char** words) {
    CLI::App app("The blind mailbox of Courtyard: numbers, keeps and hands out sealed records that it cannot open.",
                 "courtyard-hub");
    app.require_subcommand(1);
    std::string file;
    auto* serve_command = app.add_subcommand("serve", "answer machines until told to stop");
    auto* restored_command =
        app.add_subcommand("restored", "after putting back a backup: makes machines ask what is still there");
    for (CLI::App* each : {serve_command, restored_command})
        each->add_option("--config", file, "the hub's settings (TOML)")->required();
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);  // --help
        std::cerr << "courtyard-hub: " << error.what() << "; see courtyard-hub --help" << std::endl;
        return 2;
    }
    return *serve_command ? serve(file) : restored(file);
}
