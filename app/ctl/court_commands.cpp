#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/worker/assets.hpp"
#include "app/worker/court_folder.hpp"
#include "app/worker/enrolling.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kSitesBytesMax = 4u << 20;

struct InitOptions {
    std::string dir, code, name, sites, listen = "127.0.0.1:8443";
    std::vector<std::string> hosts;
};

base::Result<void> init(const InitOptions& options, const Common& common, Output& out) {
    worker::NewCourt court;
    court.folder = options.dir;
    court.code = options.code;
    court.name = options.name;
    court.listen = options.listen;
    court.hub_hosts = options.hosts;
    court.pack = TRY(worker::pack_folder(common.pack));
    const std::filesystem::path sites =
        options.sites.empty() ? TRY(worker::asset("demo/sites.toml")) : std::filesystem::path(options.sites);
    const base::Bytes text = TRY(os::read_input(sites, kSitesBytesMax));
    auto parsed = worker::parse_sites(std::string(base::as_text(text)));
    if (!parsed) return base::fail(parsed.error().code, sites.string() + ": " + parsed.error().message);
    court.sites = std::move(*parsed);
    os::OsRandom random;
    TRY(worker::init_court(court, os::now(), random));
    const auto made = TRY(worker::open_court(options.dir));
    const auto root = TRY(worker::court_root_key(made));
    const std::string config = (made.hub() / "hub.toml").string();
    out.object(Json{{"dir", options.dir},
                    {"code", made.code},
                    {"name", made.name},
                    {"sites", made.sites},
                    {"root_key", root.public_key().text()},
                    {"hub_url", made.hub_url},
                    {"hub_config", config}});
    out.line("The court " + made.name + " (" + made.code + ") is in " + options.dir + ".");
    for (const std::string& site : made.sites)
        out.line("  site: " + site);
    out.line("Its root public key: " + root.public_key().text());
    out.line("Its machines reach the hub at " + made.hub_url + ".");
    out.line("Start its hub with: courtyard-hub serve --config " + config);
    return {};
}

Json told(const worker::Enrolled& enrolled, const std::string& home) {
    Json json{{"home", home}, {"machine", enrolled.machine.text()}, {"roster_version", enrolled.roster_version}};
    if (enrolled.person) json["person"] = enrolled.person->text();
    return json;
}

void add_init(CLI::App& court, Commands& commands) {
    auto options = std::make_shared<InitOptions>();
    CLI::App* init_command =
        court.add_subcommand("init", "make a court: its keys, its roster, its pack, its hub's settings");
    init_command->add_option("--dir", options->dir, "the court's folder, to be made")
        ->required()
        ->type_name("DIR")
        ->check(said());
    init_command->add_option("--code", options->code, "the court's code, for example 330199")
        ->required()
        ->check(said());
    init_command->add_option("--name", options->name, "the court's name")->required()->check(said());
    init_command
        ->add_option("--sites", options->sites,
                     "one name a line, or TOML sites = [\"…\"], or a JSON list; else two for a demonstration")
        ->type_name("FILE")
        ->check(said());
    init_command->add_option("--listen", options->listen, "where the hub will listen: an IP address of its machine")
        ->type_name("ADDRESS:PORT")
        ->check(said())
        ->capture_default_str();
    init_command
        ->add_option(
            "--hub-host", options->hosts,
            "name or address under which machines reach the hub, else where it listens; may be given again, the "
            "first is the one they dial")
        ->check(said());
    init_command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return init(*options, commands.common, out); };
    });
}

struct EnrolOptions {
    std::string court, site, name, role, body;
    bool is_another = false;
};

base::Result<void> enrol_kiosk(const EnrolOptions& options, const Common& common, Output& out) {
    TRY(need(common.home, "--home"));
    os::OsRandom random;
    const auto enrolled = TRY(worker::enrol_kiosk({options.court, options.site, common.home}, os::now(), random));
    out.object(told(enrolled, common.home));
    out.line("The kiosk " + enrolled.machine.text() + " at " + options.site + " is in " + common.home + ".");
    return {};
}

base::Result<void> enrol_person(const EnrolOptions& options, mail::Role role, const Common& common, Output& out) {
    const seal::SecretBytes passphrase = TRY(passphrase_of(common, Ask::Twice));
    os::OsRandom random;
    worker::NewStaff staff;
    staff.court = options.court;
    staff.name = options.name;
    staff.role = role;
    staff.body = options.body;
    staff.is_another = options.is_another;
    staff.home = common.home;
    staff.passphrase = passphrase.view();
    const auto enrolled = TRY(worker::enrol_staff(staff, os::now(), random));
    out.object(told(enrolled, common.home));
    out.line("The laptop of " + options.name + " (" + std::string(mail::name_of(role)) + ") is in " + common.home +
             ".");
    return {};
}

base::Result<void> enrol_staff(const EnrolOptions& options, const Common& common, Output& out) {
    TRY(need(common.home, "--home"));
    const auto role = mail::parse_role(options.role);
    if (!role || *role == mail::Role::Partner)
        return usage("--role must be registrar, judge, committee, caller or leader");
    return enrol_person(options, *role, common, out);
}

base::Result<void> enrol_partner(const EnrolOptions& options, const Common& common, Output& out) {
    TRY(need(common.home, "--home"));
    if (!mail::is_body_id(options.body)) return usage("--body must be of a-z, digits and _, as contacts.toml calls it");
    return enrol_person(options, mail::Role::Partner, common, out);
}

void add_enrol(CLI::App& app, Commands& commands) {
    CLI::App* enrol = app.add_subcommand("enrol", "a machine joins a court");
    enrol->require_subcommand(1);
    auto options = std::make_shared<EnrolOptions>();
    CLI::App* kiosk = enrol->add_subcommand("kiosk", "a terminal of one of the court's sites");
    kiosk->add_option("--court", options->court, "the court's folder")->required()->type_name("DIR")->check(said());
    kiosk->add_option("--site", options->site, "the name of its site")->required()->check(said());
    kiosk->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return enrol_kiosk(*options, commands.common, out); };
    });
    CLI::App* staff = enrol->add_subcommand("staff", "the laptop of a person of the court");
    staff->add_option("--court", options->court, "the court's folder")->required()->type_name("DIR")->check(said());
    staff->add_option("--name", options->name, "the person's name")->required()->check(said());
    staff->add_option("--role", options->role, "registrar, judge, committee, caller or leader")
        ->required()
        ->check(said());
    staff->add_flag("--another-person", options->is_another,
                    "somebody else of that name has a laptop of this court already");
    staff->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return enrol_staff(*options, commands.common, out); };
    });
    CLI::App* partner = enrol->add_subcommand("partner", "the laptop of a body that the court asks for help");
    partner->add_option("--court", options->court, "the court's folder")->required()->type_name("DIR")->check(said());
    partner->add_option("--name", options->name, "the body's name")->required()->check(said());
    partner->add_option("--body", options->body, "which body: its id in the pack's contacts.toml")
        ->required()
        ->check(said());
    partner->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return enrol_partner(*options, commands.common, out); };
    });
}

}  // namespace

void add_court_commands(CLI::App& app, Commands& commands) {
    CLI::App* court = app.add_subcommand("court", "the court's own folder");
    court->require_subcommand(1);
    add_init(*court, commands);
    add_enrol(app, commands);
}

}  // namespace courtyard::ctl
