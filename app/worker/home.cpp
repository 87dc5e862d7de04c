#include "app/worker/home.hpp"

#include <array>
#include <charconv>
#include <string_view>

#include "app/worker/printer_toml.hpp"
#include "app/worker/toml_text.hpp"
#include "sync/os/files.hpp"

namespace courtyard::worker {

namespace {
constexpr std::size_t kConfigBytesMax = 64 * 1024;
}

std::string print_machine_config(const MachineConfig& config) {
    std::string out =
        "# The machine's own settings; nothing in here is secret. Explained in kiosk_config/machine.example.toml.\n";
    out += toml_line("court", config.court) + toml_line("court_name", config.court_name);
    out += toml_line("kind", mail::name_of(config.kind)) + toml_line("machine", config.machine.text());
    if (!config.site.empty()) out += toml_line("site", config.site);
    if (config.person) out += toml_line("person", config.person->text());
    if (!config.person_name.empty()) out += toml_line("person_name", config.person_name);
    if (config.role) out += toml_line("role", mail::name_of(*config.role));
    out += toml_line("hub", config.hub_url);
    if (!config.hub_connect_to.empty()) out += toml_line("hub_connect_to", config.hub_connect_to);
    if (!config.proxy.empty()) out += toml_line("proxy", config.proxy);
    if (config.poll_s != 0) out += toml_line("poll_s", std::to_string(config.poll_s));
    if (config.printer) out += print_printer(*config.printer);
    if (!config.camera.empty()) out += "\n[camera]\n" + toml_line("device", config.camera);
    if (!config.scanner.empty()) out += "\n[scanner]\n" + toml_line("device", config.scanner);
    if (!config.sticks.empty()) out += "\n[sticks]\n" + toml_line("folder", config.sticks);
    return out;
}

base::Result<MachineConfig> parse_machine_config(const std::string& toml) {
    constexpr std::array<std::string_view, 15> kKeys = {
        "court", "court_name",     "kind",  "machine", "site",          "person",         "person_name",  "role",
        "hub",   "hub_connect_to", "proxy", "poll_s",  "camera.device", "scanner.device", "sticks.folder"};
    const auto table = TRY(parse_flat_toml(toml, kKeys, "home.machine_toml", "machine.toml", kPrinterTable));
    MachineConfig config;
    config.court = table.text("court");
    config.court_name = table.text("court_name");
    config.site = table.text("site");
    config.person_name = table.text("person_name");
    config.hub_url = table.text("hub");
    config.hub_connect_to = table.text("hub_connect_to");
    config.proxy = table.text("proxy");
    config.camera = table.text("camera.device");
    config.scanner = table.text("scanner.device");
    config.sticks = table.text("sticks.folder");
    const std::string kind = table.text("kind");
    if (kind != "kiosk" && kind != "laptop")
        return base::fail("home.machine_toml", "machine.toml: kind must be \"kiosk\" or \"laptop\"");
    config.kind = kind == "kiosk" ? mail::MachineKind::Kiosk : mail::MachineKind::Laptop;
    const auto machine = base::MachineId::parse(table.text("machine"));
    if (!machine) return base::fail("home.machine_toml", "machine.toml: machine must be 16 hexadecimal digits");
    config.machine = *machine;
    if (!mail::is_court_code(config.court))
        return base::fail("home.machine_toml", "machine.toml: court must be the court's code, letters a-z and digits");
    if (config.hub_url.empty())
        return base::fail("home.machine_toml",
                          "machine.toml: hub must be the hub's address, for example https://hub.example:8443");
    if (const std::string person = table.text("person"); !person.empty()) {
        const auto id = base::PersonId::parse(person);
        if (!id) return base::fail("home.machine_toml", "machine.toml: person must be 16 hexadecimal digits");
        config.person = *id;
    }
    if (const std::string role = table.text("role"); !role.empty()) config.role = TRY(mail::parse_role(role));
    if (const std::string poll = table.text("poll_s"); !poll.empty()) {
        const auto [end, error] = std::from_chars(poll.data(), poll.data() + poll.size(), config.poll_s);
        if (error != std::errc() || end != poll.data() + poll.size() || config.poll_s < 1 || config.poll_s > 86'400) {
            return base::fail("home.machine_toml",
                              "machine.toml: poll_s must be a number of seconds from \"1\" to \"86400\"");
        }
    }
    config.printer = TRY(parse_printer(toml));
    if (config.kind == mail::MachineKind::Laptop && !config.person)
        return base::fail("home.machine_toml", "machine.toml: a laptop needs the key person");
    return config;
}

base::Result<MachineConfig> read_machine_config(const Home& home) {
    auto bytes = os::read_file(home.machine_toml(), kConfigBytesMax);
    if (!bytes && bytes.error().code == "file.missing") {
        return base::fail("home.missing",
                          home.folder.string() +
                              " is no machine's home (it has no machine.toml); enrol one with: courtyardctl enrol");
    }
    if (!bytes) return tl::unexpected(bytes.error());
    return parse_machine_config(std::string(base::as_text(*bytes)));
}

std::string print_court_public(const CourtPublic& court) {
    return "# What this machine believes of its court. Handed over at enrolment; never replaced over the network.\n" +
           toml_line("root", court.root.text()) + "authority = '''\n" + court.authority_pem + "'''\n";
}

base::Result<CourtPublic> parse_court_public(const std::string& toml) {
    constexpr std::array<std::string_view, 2> kKeys = {"root", "authority"};
    const auto table = TRY(parse_flat_toml(toml, kKeys, "home.court_pub", "court.pub"));
    const auto root = seal::VerifyKey::parse(table.text("root"));
    if (!root) {
        return base::fail("home.court_pub",
                          "court.pub: root must be the court's public key, 64 hexadecimal characters in lower case");
    }
    if (table.text("authority").empty())
        return base::fail("home.court_pub", "court.pub: authority must be the court's certificate");
    return CourtPublic{*root, table.text("authority")};
}

base::Result<CourtPublic> read_court_public(const std::filesystem::path& path) {
    const auto bytes = TRY(os::read_file(path, kConfigBytesMax));
    return parse_court_public(std::string(base::as_text(bytes)));
}

}  // namespace courtyard::worker
