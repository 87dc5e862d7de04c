#include "app/ctl/ctl.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"

namespace courtyard::ctl {

namespace {

constexpr const char* kAbout =
    "Courtyard without a window: set up a court, enrol machines, file, sync, read, answer.\n"
    "Exit codes: 0 done, 1 the world would not (one sentence says what and what to do), 2 the command line was wrong.\n"
    "With --json a failure prints {\"error\": {\"code\", \"message\"}}, and the sentence stands on standard error, "
    "too.";

// One line, whatever was typed: names with line ends in them come back in messages.
void say_line(std::string message) {
    for (char& c : message) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    }
    std::fprintf(stderr, "courtyardctl: %s\n", message.c_str());
}

// A script that asked for JSON gets JSON of a failure, too: {"error": {"code", "message"}} on standard output, and the
// sentence still on standard error. `code` is stable, the sentence is for people.
void print_error(const base::Error& error) {
    const nlohmann::ordered_json told = {{"error", {{"code", error.code}, {"message", error.message}}}};
    const std::string text = told.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    std::fprintf(stdout, "%s\n", text.c_str());
    std::fflush(stdout);
}

int say(const base::Error& error, bool json) {
    if (json) print_error(error);
    say_line(error.message);
    return is_usage(error) ? 2 : 1;
}

// The command that `words` begin, as far as they do: where the line stops being understood.
struct Understood {
    std::vector<const CLI::App*> commands;
    std::string unknown;  // the first word that is no command here, or the first option that none of them has

    [[nodiscard]] bool wants_command() const { return !commands.back()->get_subcommands({}).empty(); }
};

const CLI::Option* option_of(const Understood& line, const std::string& name) {
    for (auto command = line.commands.rbegin(); command != line.commands.rend(); ++command) {
        if (const CLI::Option* option = (*command)->get_option_no_throw(name)) return option;
    }
    return nullptr;
}

const CLI::App* command_of(const Understood& line, const std::string& name) {
    for (const CLI::App* command : line.commands.back()->get_subcommands({})) {
        if (command->get_name() == name) return command;
    }
    return nullptr;
}

Understood understand(const CLI::App& app, std::span<const char* const> words) {
    Understood line{{&app}, {}};
    for (std::size_t i = 0; i < words.size() && line.wants_command(); ++i) {
        const std::string word = words[i];
        if (const CLI::App* command = command_of(line, word)) {
            line.commands.push_back(command);
            continue;
        }
        const CLI::Option* option = word.starts_with('-') ? option_of(line, word.substr(0, word.find('='))) : nullptr;
        if (option == nullptr) {
            line.unknown = word;
            break;
        }
        if (option->get_items_expected_min() > 0 && word.find('=') == std::string::npos) ++i;  // its value
    }
    return line;
}

// CLI11 says only that a command is missing; this says what stands in its place, and which there are.
std::string what_is_wrong(const CLI::App& app, std::span<const char* const> words, const CLI::ParseError& error) {
    const Understood line = understand(app, words);
    if (!line.wants_command()) return error.what();
    std::string names;
    for (const CLI::App* command : line.commands.back()->get_subcommands({}))
        names += (names.empty() ? "" : ", ") + command->get_name();
    const std::string wants = line.commands.back()->get_name() + " wants one of " + names;
    if (line.unknown.empty()) return "a command is missing: " + wants;
    const bool is_option = line.unknown.starts_with('-');
    return "\"" + line.unknown + "\" is no " + (is_option ? "option" : "command") + " here; " + wants;
}

// Also where the rest of the line was not understood.
bool asks_json(std::span<const char* const> words) {
    return std::any_of(words.begin(), words.end(), [](const char* word) { return std::string_view(word) == "--json"; });
}

void add_common(CLI::App& app, Common& common) {
    app.add_option("--home", common.home, "the machine's folder")->type_name("DIR")->check(said());
    app.add_option("--pack", common.pack, "a content pack: its folder")->type_name("DIR")->check(said());
    app.add_option("--passphrase-file", common.passphrase_file,
                   "first line: the passphrase of a staff home (else it is asked for); may be a pipe")
        ->type_name("FILE")
        ->check(said());
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
    add_case_commands(app, commands);
    add_slip_commands(app, commands);
    add_print_commands(app, commands);
    add_papers_commands(app, commands);
    add_handwriting_commands(app, commands);
    add_pinyin_commands(app, commands);
    add_speech_commands(app, commands);
    add_kiosk_commands(app, commands);
    add_case_stick_commands(app, commands);
    add_case_help_commands(app, commands);
    add_lead_commands(app, commands);
    add_year_commands(app, commands);
    add_partner_commands(app, commands);
    add_token_commands(app, commands);
    try {
        app.parse(count, arguments);
    } catch (const CLI::Success& shown) {
        return app.exit(shown);  // --help, --version
    } catch (const CLI::ParseError& error) {
        const std::span words(arguments, static_cast<std::size_t>(count));
        const std::string wrong = what_is_wrong(app, words.subspan(1), error) + "; see courtyardctl --help";
        return say({std::string(kUsage), wrong}, asks_json(words));
    }
    Output out(commands.common.json);
    const auto done = commands.action(out);
    if (!done && done.error().code != kToldAlready) return say(done.error(), commands.common.json);
    const auto told = out.flush();
    if (!done) return say(done.error(), false);  // what is printed already says it
    return told ? 0 : say(told.error(), false);  // standard output takes nothing
}

}  // namespace courtyard::ctl
