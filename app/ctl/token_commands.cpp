// No double aid across the offices of a county: its key, and lists of tokens.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/worker/china_time.hpp"
#include "app/worker/county_key.hpp"
#include "app/worker/double_lists.hpp"
#include "app/worker/doubles.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

struct TokenOptions {
    std::string court, file;
};
using Options = std::shared_ptr<TokenOptions>;

base::Result<void> key_make(const TokenOptions& options, const Common&, Output& out) {
    os::OsRandom random;
    const auto court = TRY(worker::open_court(options.court));
    TRY(worker::make_county_key(court, random));
    out.object(Json{{"county_key", "made"}});
    out.line(
        "The county's key lies in the court's folder. Hand it to the procuratorate: courtyardctl tokens key export");
    return {};
}

base::Result<void> key_import(const TokenOptions& options, const Common&, Output& out) {
    const auto court = TRY(worker::open_court(options.court));
    TRY(worker::import_county_key(court, options.file));
    out.object(Json{{"county_key", "imported"}});
    out.line(
        "The county's key lies in the court's folder. Laptops enrolled from now on have it; others: tokens key "
        "install");
    return {};
}

base::Result<void> key_export(const TokenOptions& options, const Common&, Output& out) {
    const auto court = TRY(worker::open_court(options.court));
    TRY(worker::export_county_key(court, options.file));
    out.object(Json{{"county_key", "exported"}, {"file", options.file}});
    out.line("Carry this file by hand and destroy it: whoever has it can try out whom the offices help.");
    return {};
}

base::Result<void> key_install(const TokenOptions& options, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const auto court = TRY(worker::open_court(options.court));
    TRY(worker::install_county_key(*machine, court));
    out.object(Json{{"county_key", "installed"}});
    out.line("This laptop has the county's key.");
    return {};
}

base::Result<void> export_list(const TokenOptions& options, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const std::size_t count = TRY(worker::export_tokens(*machine, options.file, os::now(), random));
    out.object(Json{{"file", options.file}, {"cases", count}});
    out.line(std::to_string(count) + " case(s) as tokens in " + options.file);
    return {};
}

// What is the same, and which case the other one is.
Json double_json(const flow::DoubleRow& row) {
    Json json{{"case", row.about.text()}, {"applicant", row.applicant}, {"number", row.number}, {"where", row.where}};
    json["same"] = Json::array();
    for (const std::string& each : row.who) {
        const flow::DoubleMatch match = flow::DoubleMatch::of(each);
        json["same"].push_back(
            {{"name", match.name}, {"document_ends", match.ends}, {"original_case", match.original}});
    }
    if (row.other)
        json["other"] = {{"case", row.other->id.text()},
                         {"applicant", row.other->applicant},
                         {"number", row.other->number},
                         {"state", domain::id(row.other->status)}};
    return json;
}

void say_double(const flow::DoubleRow& row, Output& out) {
    out.line(row.about.text().substr(0, 8) + "  " + row.applicant + (row.number.empty() ? "" : "  " + row.number));
    for (const std::string& each : row.who) {
        const flow::DoubleMatch match = flow::DoubleMatch::of(each);
        out.line("  the same:  " + (match.ends.empty() ? match.name
                                                       : match.name + ", document ending in " + match.ends +
                                                             ", and the original case " + match.original));
    }
    if (row.other)
        out.line("  the other: " + row.where + "  " + row.other->applicant + "  " +
                 std::string(domain::id(row.other->status)) + "  (" + row.other->id.text().substr(0, 8) + ")");
    else
        out.line("  the other: " + row.where + "; its list tells no name, number or state: ask by telephone");
}

// Those that nobody has answered.
base::Result<Json> say_doubles(worker::Machine& machine, Output& out) {
    Json rows = Json::array();
    for (const flow::DoubleRow& row : TRY(worker::open_doubles(machine))) {
        rows.push_back(double_json(row));
        say_double(row, out);
    }
    return rows;
}

base::Result<void> open_questions(const TokenOptions&, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    Json rows = TRY(say_doubles(*machine, out));
    if (rows.empty()) out.line("Nobody is asked about a double that is not answered.");
    out.object(Json{{"count", rows.size()}, {"doubles", std::move(rows)}});
    return {};
}

base::Result<void> tell_hits(worker::Machine& machine, base::Random& random, Json told, Output& out) {
    Json hits = Json::array();
    for (const worker::DoubleHit& hit : TRY(worker::check_tokens(machine, os::now(), random))) {
        hits.push_back({{"case", hit.about.text()}, {"where", hit.where}});
        out.line("case " + hit.about.text().substr(0, 8) + ": perhaps helped already, " + hit.where);
    }
    if (hits.empty()) out.line("no double that was not asked about before");
    told["asked"] = std::move(hits);
    told["open"] = TRY(say_doubles(machine, out));
    out.object(told);
    return {};
}

base::Result<void> import_list(const TokenOptions& options, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const auto list = TRY(worker::import_tokens(*machine, options.file));
    out.line("list of " + list.where + ", made " + worker::china_time(list.made));
    return tell_hits(*machine, random, Json{{"where", list.where}, {"made_ms", list.made.ms}}, out);
}

base::Result<void> check_cases(const TokenOptions&, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    return tell_hits(*machine, random, Json::object(), out);
}

template <class Run>
CLI::App* add(CLI::App& under, Commands& commands, const Options& options, const char* name, const char* about,
              Run run) {
    CLI::App* command = under.add_subcommand(name, about);
    command->callback([options, run, &commands] {
        commands.action = [options, run, &commands](Output& out) { return run(*options, commands.common, out); };
    });
    return command;
}

void want_court(CLI::App& command, const Options& options) {
    command.add_option("--court", options->court, "the court's folder")->required()->type_name("DIR")->check(said());
}
void want_file(CLI::App& command, const Options& options) {
    command.add_option("--file", options->file, "the file, on a stick for example")
        ->required()
        ->type_name("FILE")
        ->check(said());
}

}  // namespace

void add_token_commands(CLI::App& app, Commands& commands) {
    auto options = std::make_shared<TokenOptions>();
    CLI::App* tokens =
        app.add_subcommand("tokens", "no double aid: whether another office of the county helps already");
    tokens->require_subcommand(1);
    CLI::App* key = tokens->add_subcommand("key", "the key that the county's offices share");
    key->require_subcommand(1);
    want_court(*add(*key, commands, options, "make", "make it, in one of the offices", key_make), options);
    CLI::App* import_command = add(*key, commands, options, "import", "take the other office's", key_import);
    want_court(*import_command, options);
    want_file(*import_command, options);
    CLI::App* export_command = add(*key, commands, options, "export", "write it for the other office", key_export);
    want_court(*export_command, options);
    want_file(*export_command, options);
    want_court(*add(*key, commands, options, "install", "into a laptop that was enrolled before", key_install),
               options);

    want_file(*add(*tokens, commands, options, "export", "write this court's list for the other offices", export_list),
              options);
    want_file(*add(*tokens, commands, options, "import", "take another office's list, and check", import_list),
              options);
    add(*tokens, commands, options, "check", "every case of this laptop against the lists; a hit asks in its case",
        check_cases);
    add(*case_group(app), commands, options, "doubles",
        "who is perhaps helped already: what is the same, and which case the other one is", open_questions);
}

}  // namespace courtyard::ctl
