// Cases from laptop to laptop by stick.
#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/worker/case_stick.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

base::Result<void> meet(const std::string& stick, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    const worker::StickMeeting met = TRY(worker::meet_case_stick(*machine, stick, os::now(), random));
    Json refused = Json::array();
    for (const worker::RefusedFile& each : met.refused) {
        refused.push_back({{"file", each.name}, {"code", each.error.code}});
        out.line("not taken: " + each.name + " " + each.error.message);
    }
    out.object(Json{{"taken", met.taken},
                    {"for_the_hub", met.queued},
                    {"keys_given", met.made},
                    {"written", met.written},
                    {"roster_changed", met.roster_changed},
                    {"refused", std::move(refused)}});
    out.line(std::to_string(met.taken) + " letter(s) of cases taken from the stick, " + std::to_string(met.written) +
             " written to it");
    if (met.queued > 0)
        out.line(std::to_string(met.queued) + " of them go to the court's hub with this laptop's next sync");
    if (met.roster_changed) out.line("a newer roster came with it");
    if (met.refused.empty()) return {};
    return base::fail(std::string(kToldAlready),
                      std::to_string(met.refused.size()) + " file(s) of the stick were not taken; the first, " +
                          met.refused.front().name + ", " + met.refused.front().error.message);
}

// The group "case", whoever of its files comes first.
CLI::App* case_group(CLI::App& app) {
    for (CLI::App* each : app.get_subcommands([](const CLI::App* one) { return one->get_name() == "case"; }))
        return each;
    CLI::App* group = app.add_subcommand("case", "aid cases");
    group->require_subcommand(1);
    return group;
}

}  // namespace

void add_case_stick_commands(CLI::App& app, Commands& commands) {
    auto stick = std::make_shared<std::string>();
    CLI::App* command = case_group(app)->add_subcommand(
        "meet", "exchange cases with the court's other laptops by a stick: take what is new, leave what it lacks");
    command->add_option("--stick", *stick, "the stick's folder")->required()->type_name("DIR")->check(said());
    command->callback([stick, &commands] {
        commands.action = [stick, &commands](Output& out) { return meet(*stick, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
