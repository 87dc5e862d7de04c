#include "app/worker/health.hpp"

#include <optional>
#include <system_error>

#include "app/worker/findings.hpp"

namespace courtyard::worker {

namespace {

using Findings = std::vector<Finding>;

void add(Findings& findings, std::string check, bool ok, std::string says) {
    findings.push_back({std::move(check), ok, std::move(says)});
}

// The home as far as it could be read.
struct Parts {
    std::optional<store::Store> store;
    std::optional<mail::Roster> roster;
    bool is_whole = false;  // a machine can be opened from it
};

void look_at_store(const Examine& request, const Home& home, const MachineConfig& config, Findings& findings,
                   Parts& parts) {
    const bool disk_is_well = findings.back().ok;
    const auto key = store_key_of(home, config.kind, request.open.passphrase);
    if (!key) {
        add(findings, "store key", false, key.error().message);
        return;
    }
    findings.push_back(key_finding(home, config));
    auto store = store_of(request.open.store_file.empty() ? home.store_db() : request.open.store_file, config.kind,
                          *key, request.open.store_options);
    if (store) {
        parts.store = std::move(*store);
        findings.push_back(store_finding(*parts.store, config));
    } else if (disk_is_well || store.error().code != "store.read_only") {  // else it was told
        add(findings, "store", false, store.error().message);
    }
}

// An older document that was put back is told, and the rest is looked at by it all the same.
void look_at_documents(const Home& home, const MachineConfig& config, const CourtPublic& court, Findings& findings,
                       Parts& parts) {
    const auto seen = [&](const char* name) {
        return parts.store ? version_seen(*parts.store, name).value_or(0) : std::uint64_t{0};
    };
    bool is_one = true;
    if (const auto roster = roster_of(home, court, config.court)) {
        parts.roster = roster->roster;
        const auto one =
            parts.store ? must_be_one_machine(home, config, *parts.roster, *parts.store) : base::Result<void>();
        is_one = one.has_value();
        if (!one) add(findings, "home", false, one.error().message);
    } else {
        add(findings, "documents", false, roster.error().message);
    }
    if (parts.roster && is_one) {
        const auto newest = must_not_be_older(home, *parts.roster, seen(kRosterDocument));
        if (!newest) add(findings, "documents", false, newest.error().message);
        findings.push_back(roster_finding(*parts.roster, config));
        if (auto names = names_finding(home, config, *parts.roster)) findings.push_back(std::move(*names));
    }
    auto pack = pack_of(home, court, is_one ? seen(kPackDocument) : 0);
    if (!pack) {
        add(findings, "documents", false, pack.error().message);
        if (pack.error().code == "pack.older") pack = pack_of(home, court, 0);
    }
    if (pack)
        add(findings, "pack", true,
            pack->pack.name + " version " + std::to_string(pack->pack.version) + ", signed by the court");
    parts.is_whole = parts.store && parts.roster && pack && is_one;
}

void look_at_machine(const Examine& request, base::Instant now, base::Random& random, Findings& findings) {
    OpenMachine open = request.open;
    open.believe_older_files = true;
    const auto machine = Machine::open(open, random);
    if (!machine) {
        add(findings, "home", false, machine.error().message);
        return;
    }
    findings.push_back(clock_finding(**machine, now));
    if (!(*machine)->is_kiosk() && !(*machine)->is_partner()) findings.push_back(clocks_finding(**machine, now));
    if ((*machine)->reads_intake()) findings.push_back(inbox_finding(**machine));
    if (request.ask_hub) findings.push_back(hub_finding(**machine, now));
}

}  // namespace

std::vector<Finding> examine(const Examine& request, base::Instant now, base::Random& random) {
    Findings findings;
    const Home home{request.open.home};
    const auto config = config_of(home);
    if (config) {
        add(findings, "home", true,
            config->kind == mail::MachineKind::Kiosk ? "a kiosk at " + config->site
                                                     : "the laptop of " + config->person_name);
    } else {
        add(findings, "home", false, config.error().message);
        std::error_code ignored;
        if (!std::filesystem::exists(home.store_db(), ignored)) return findings;
    }
    findings.push_back(disk_finding(home));
    Parts parts;
    if (config) look_at_store(request, home, *config, findings, parts);
    const auto court = court_of(home);
    if (court) {
        findings.push_back(court_finding(home, *court, parts.store ? &*parts.store : nullptr));
    } else {
        add(findings, "court", false, court.error().message);
    }
    if (config && court) look_at_documents(home, *config, *court, findings, parts);
    if (parts.store) {
        findings.push_back(certificate_finding(*parts.store, now));
        findings.push_back(outbox_finding(*parts.store));
        parts.store.reset();
    }
    if (parts.is_whole) look_at_machine(request, now, random, findings);
    return findings;
}

}  // namespace courtyard::worker
