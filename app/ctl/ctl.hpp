// courtyardctl without its main: everything that a person can do in a window, from a command line.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "app/ctl/output.hpp"
#include "sync/base/result.hpp"

namespace CLI {
class App;
}

namespace courtyard::ctl {

// Options that may stand after any command.
struct Common {
    std::string home;
    std::string pack;
    std::string passphrase_file;
    bool json = false;
};

// What was asked for: set by the command's callback, run after the whole line was understood.
using Action = std::function<base::Result<void>(Output& out)>;
struct Commands {
    Common common;
    Action action;
};

void add_court_commands(CLI::App& app, Commands& commands);
void add_pack_commands(CLI::App& app, Commands& commands);
void add_filing_commands(CLI::App& app, Commands& commands);
void add_mail_commands(CLI::App& app, Commands& commands);
void add_desk_commands(CLI::App& app, Commands& commands);
void add_case_commands(CLI::App& app, Commands& commands);
void add_slip_commands(CLI::App& app, Commands& commands);
void add_print_commands(CLI::App& app, Commands& commands);
void add_papers_commands(CLI::App& app, Commands& commands);
void add_handwriting_commands(CLI::App& app, Commands& commands);
void add_pinyin_commands(CLI::App& app, Commands& commands);
void add_speech_commands(CLI::App& app, Commands& commands);
void add_kiosk_commands(CLI::App& app, Commands& commands);
void add_case_stick_commands(CLI::App& app, Commands& commands);
void add_token_commands(CLI::App& app, Commands& commands);
void add_partner_commands(CLI::App& app, Commands& commands);
void add_case_help_commands(CLI::App& app, Commands& commands);
void add_lead_commands(CLI::App& app, Commands& commands);
void add_year_commands(CLI::App& app, Commands& commands);
// The group "case", whoever of its files comes first.
[[nodiscard]] CLI::App* case_group(CLI::App& app);

// 0 done; 1 the world would not (one sentence on stderr); 2 the command line was wrong.
int run(int count, const char* const* arguments);

}  // namespace courtyard::ctl
