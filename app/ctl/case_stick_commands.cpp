// Cases from laptop to laptop by stick.
#include <CLI/CLI.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/stick_lines.hpp"
#include "app/worker/body_stick.hpp"
#include "app/worker/case_stick.hpp"
#include "sync/os/clock.hpp"

namespace courtyard::ctl {

namespace {

base::Result<void> meet(const std::string& stick, const std::string& body, const Common& common, Output& out) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    if (!body.empty()) return tell_meeting(TRY(worker::meet_body_stick(*machine, stick, body, os::now(), random)), out);
    return tell_meeting(TRY(worker::meet_case_stick(*machine, stick, os::now(), random)), out);
}

}  // namespace

CLI::App* case_group(CLI::App& app) {
    for (CLI::App* each : app.get_subcommands([](const CLI::App* one) { return one->get_name() == "case"; }))
        return each;
    CLI::App* group = app.add_subcommand("case", "aid cases");
    group->require_subcommand(1);
    return group;
}

void add_case_stick_commands(CLI::App& app, Commands& commands) {
    auto stick = std::make_shared<std::string>();
    CLI::App* command = case_group(app)->add_subcommand(
        "meet", "exchange cases with the court's other laptops by a stick: take what is new, leave what it lacks");
    command->add_option("--stick", *stick, "the stick's folder")->required()->type_name("DIR")->check(said());
    auto body = std::make_shared<std::string>();
    command
        ->add_option(
            "--body", *body,
            "with a partner body instead: leave our letters to it, take its answers; as contacts.toml calls it")
        ->check(said());
    command->callback([stick, body, &commands] {
        commands.action = [stick, body, &commands](Output& out) { return meet(*stick, *body, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
