#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/packs.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/domain/screening.hpp"
#include "app/pack/court_template.hpp"
#include "app/pack/form_schema.hpp"
#include "app/pack/pack_file.hpp"
#include "app/pack/said_lines.hpp"
#include "app/pack/screening_json.hpp"
#include "app/paper/official.hpp"
#include "app/sound/opus.hpp"
#include "app/worker/assets.hpp"
#include "app/worker/court_folder.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kAnswersBytesMax = 64 * 1024;

// Recordings are played to their end once, here, so that no machine has to do it at its start.
void listen_to(const pack::Pack& pack, pack::Reading& reading) {
    for (const auto& [key, recording] : pack.prompts) {
        const auto heard = sound::decode_opus(recording);
        if (heard) continue;
        reading.problems.push_back({"audio/" + key + ".opus", 0, heard.error().message + "; record it again"});
        ++reading.problems_total;
    }
}

// Where words for people stand, on paper or on a screen: what no font draws would be a mark there. Of words.toml and
// names.toml, what people type.
bool is_read(std::string_view path) { return path.ends_with(".toml"); }

void look_at_signs(const pack::Files& files, pack::Reading& reading) {
    for (const auto& [path, content] : files) {
        if (!is_read(path)) continue;
        const auto said = pack::said_lines(base::as_text(content));
        std::string all;
        for (const auto& [number, line] : said)
            all += line + '\n';
        if (paper::lacking_in(all).empty()) continue;
        for (const auto& [number, line] : said) {
            const std::string lacking = paper::lacking_in(line);
            if (lacking.empty()) continue;
            if (reading.problems.size() < pack::kPackProblemsMax)
                reading.problems.push_back(
                    {path, number, "no font draws " + lacking + ": papers and screens would bear a mark there"});
            ++reading.problems_total;
        }
    }
}

base::Result<pack::Reading> read_wholly(const std::string& folder) {
    const pack::Files files = TRY(pack::read_folder(folder));
    pack::Reading reading = pack::read(files);
    if (reading.pack) listen_to(*reading.pack, reading);
    if (reading.pack) look_at_signs(files, reading);
    return reading;
}

base::Result<void> check(const std::string& folder, Output& out) {
    const pack::Reading reading = TRY(read_wholly(folder));
    Json problems = Json::array();
    for (const pack::PackProblem& problem : reading.problems) {
        problems.push_back({{"file", problem.file}, {"line", problem.line}, {"what", problem.what}});
        out.line(problem.text());
    }
    Json told{{"ok", reading.problems.empty()}, {"problems", std::move(problems)}};
    if (reading.pack && reading.problems.empty()) {
        told["name"] = reading.pack->name;
        told["version"] = reading.pack->version;
        out.line("The pack " + reading.pack->name + " version " + std::to_string(reading.pack->version) + " is sound.");
    }
    out.object(told);
    if (reading.problems.empty()) return {};
    return base::fail(std::string(kToldAlready), folder + " has " + std::to_string(reading.problems_total) +
                                                     " problem(s); the first: " + reading.problems.front().text());
}

struct SignOptions {
    std::string folder, court, out;
};

base::Result<void> sign(const SignOptions& options, Output& out) {
    const auto court = TRY(worker::open_court(options.court));
    const pack::Reading reading = TRY(read_wholly(options.folder));
    if (reading.pack && !reading.problems.empty())
        return base::fail("pack.problem", "the pack is not sound: " + reading.problems.front().text());
    const base::Bytes file = TRY(worker::sign_pack(court, options.folder, options.out, os::now()));
    const auto root = TRY(worker::court_root_key(court));
    const auto opened = TRY(pack::open_pack(file, root.public_key(), 0));
    out.object(Json{{"out", options.out},
                    {"name", opened.pack.name},
                    {"version", opened.version},
                    {"sha256", seal::sha256(file).text()},
                    {"bytes", file.size()}});
    out.line("The pack " + opened.pack.name + " version " + std::to_string(opened.version) +
             " is signed: " + options.out + ". It is now the court's current pack.");
    return {};
}

base::Result<void> screen(const std::string& path, const Common& common, Output& out) {
    const pack::Pack pack = TRY(read_pack(common));
    const base::Bytes text = TRY(os::read_input(path, kAnswersBytesMax));
    const auto answers = TRY(pack::parse_screening_answers(base::as_text(text)));
    const domain::Screening screening = domain::screen(pack.screening, answers);
    std::string json = pack::write_screening(screening);
    json.pop_back();
    json += ",\"ways\":" + pack::write_ways(pack.screening, answers) +
            ",\"doors\":" + pack::write_doors(domain::open_doors(pack.doors, answers, screening.primary, {})) + "}";
    out.json_text(json);
    return {};
}

}  // namespace

void add_pack_commands(CLI::App& app, Commands& commands) {
    CLI::App* pack =
        app.add_subcommand("pack", "content packs: what people read and the rules that a court may change");
    pack->require_subcommand(1);
    auto folder = std::make_shared<std::string>();
    CLI::App* check_command =
        pack->add_subcommand("check", "read a pack as strictly as a kiosk does and name every problem");
    check_command->add_option("DIR", *folder, "the pack's folder")->required()->check(said());
    check_command->callback(
        [folder, &commands] { commands.action = [folder](Output& out) { return check(*folder, out); }; });

    auto options = std::make_shared<SignOptions>();
    CLI::App* sign_command = pack->add_subcommand("sign", "sign a pack as the court's current one");
    sign_command->add_option("DIR", options->folder, "the pack's folder")->required()->check(said());
    sign_command->add_option("--court", options->court, "the court's folder")
        ->required()
        ->type_name("DIR")
        ->check(said());
    sign_command->add_option("--out", options->out, "the signed file to write")
        ->required()
        ->type_name("FILE")
        ->check(said());
    sign_command->callback(
        [options, &commands] { commands.action = [options](Output& out) { return sign(*options, out); }; });

    CLI::App* form =
        app.add_subcommand("form", "the JSON Schema of an application, and an example that is accepted as it stands");
    form->callback([&commands] {
        commands.action = [&commands](Output& out) -> base::Result<void> {
            const pack::Pack read = TRY(read_pack(commands.common));
            out.json_text(pack::form_and_example(read));
            return {};
        };
    });

    auto answers = std::make_shared<std::string>();
    CLI::App* screen_command =
        app.add_subcommand("screen", "what the law looks at: outcome, reasons, what would change it");
    screen_command->add_option("ANSWERS.json", *answers, "{\"G1\":\"yes\",…,\"E\":[\"E1\"],\"H\":[\"H6\"]}")
        ->required()
        ->check(said());
    screen_command->callback([answers, &commands] {
        commands.action = [answers, &commands](Output& out) { return screen(*answers, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
