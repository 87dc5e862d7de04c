#include "app/ctl/ctl.hpp"

#include <csignal>
#include <cstdio>

#include <CLI/CLI.hpp>

#include "app/ctl/usage.hpp"

namespace courtyard::ctl {

namespace {

constexpr const char* kAbout =
    "Courtyard without a window: set up a court, enrol machines, file, sync, read, answer.\n"
    "Exit codes: 0 done, 1 the world would not (one sentence says what and what to do), 2 the command line was wrong.";

int say(const base::Error& error) {
    std::fprintf(stderr, "courtyardctl: %s\n", error.message.c_str());
    return is_usage(error) ? 2 : 1;
}

void add_common(CLI::App& app, Common& common) {
    app.add_option("--home", common.home, "the machine's folder")->type_name("DIR");
    app.add_option("--pack", common.pack, "a content pack: its folder")->type_name("DIR");
    app.add_option("--passphrase-file", common.passphrase_file,
                   "first line: the passphrase of a staff home (else it is asked for)")
        ->type_name("FILE");
    app.add_flag("--json", common.json, "print one JSON object");
}

}  // namespace

int run(int count, const char* const* arguments) {
    std::signal(SIGPIPE, SIG_IGN);  // a hub that hangs up must not end the program
    CLI::App app(kAbout, "courtyardctl");
    app.set_version_flag("--version", "courtyardctl 0.1.0");
    app.fallthrough();
    app.require_subcommand(1);
    Commands commands;
    add_common(app, commands.common);
    add_court_commands(app, commands);
    add_pack_commands(app, commands);
    add_filing_commands(app, commands);
    add_mail_commands(app, commands);
    add_desk_commands(app, commands);
    add_slip_commands(app, commands);
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& shown) {
        return app.exit(shown);  // --help, --version
    } catch (const CLI::ParseError& error) {
        std::fprintf(stderr, "courtyardctl: %s; see courtyardctl --help\n", error.what());
        return 2;
    }
    Output out(commands.common.json);
    const auto done = commands.action(out);
    if (!done && done.error().code != kToldAlready) return say(done.error());
    out.flush();
    return done ? 0 : say(done.error());
}

}  // namespace courtyard::ctl
