// About a kiosk itself: the steward's PIN, and mail by stick.
#include <cstdio>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/worker/carrying.hpp"
#include "app/worker/steward_pin.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

base::Result<void> steward_pin(const Common& common, Output& out) {
    TRY(need(common.home, "--home"));
    const worker::Home home{common.home};
    const worker::MachineConfig config = TRY(worker::read_machine_config(home));
    if (config.kind != mail::MachineKind::Kiosk)
        return usage("only a kiosk has a steward's door: --home names a laptop's folder");
    const seal::SecretBytes pin = TRY(passphrase_of(common, Ask::Twice));
    os::OsRandom random;
    TRY(worker::set_steward_pin(home, pin.view(), random));
    out.object(Json{{"home", common.home}, {"steward_pin", "set"}});
    out.line("The steward's PIN is set. At the kiosk: hold the court's seal on the first page for three seconds.");
    return {};
}

struct CarryOptions {
    std::string stick, told;
};

base::Result<worker::CarriedByStick> carry_round(const CarryOptions& options, const Common& common) {
    os::OsRandom random;
    const auto machine = TRY(open_home(common, random));
    return machine->is_kiosk() ? worker::meet_stick(*machine, options.stick, os::now, random)
                               : worker::take_stick_to_hub(*machine, options.stick, os::now());
}

base::Result<void> carry(const CarryOptions& options, const Common& common, Output& out) {
    const auto carried = carry_round(options, common);
    if (!options.told.empty()) {
        // For the kiosk, which waits for it: that it is done, or the code of what was in the way. No number.
        TRY(os::write_file(options.told, (carried ? std::string("done") : carried.error().code) + "\n",
                           os::Privacy::OwnerOnly));
    }
    if (!carried) return tl::unexpected(carried.error());
    out.object(Json{{"written", carried->written}, {"answered", carried->answered}});
    out.line(std::to_string(carried->written) + " letter(s) for the hub on the stick, " +
             std::to_string(carried->answered) + " answer(s)");
    return {};
}

}  // namespace

void add_kiosk_commands(CLI::App& app, Commands& commands) {
    CLI::App* pin = app.add_subcommand(
        "steward-pin", "set the PIN of a kiosk's steward: 6 to 12 digits, from --passphrase-file or typed twice");
    pin->callback(
        [&commands] { commands.action = [&commands](Output& out) { return steward_pin(commands.common, out); }; });
    auto options = std::make_shared<CarryOptions>();
    CLI::App* carry_command = app.add_subcommand(
        "carry",
        "mail by stick: a kiosk leaves its sealed mail there and takes answers, a laptop brings it to the hub");
    carry_command->add_option("--stick", options->stick, "the folder of the stick")
        ->required()
        ->type_name("DIR")
        ->check(said());
    carry_command->add_option("--told", options->told, "write here what came of it, in one word")
        ->type_name("FILE")
        ->check(said());
    carry_command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return carry(*options, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
