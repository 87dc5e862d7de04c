#include "app/worker/health.hpp"

#include <sys/stat.h>
#include <sys/statvfs.h>

#include "app/worker/china_time.hpp"
#include "app/worker/way_to_hub.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/tls_identity.hpp"

namespace courtyard::worker {

namespace {

constexpr std::uint64_t kDiskWarnBytes = 256ull << 20;
constexpr std::int64_t kClockSlackMs = 86'400'000;  // a day: the roster may have been signed by a clock a little ahead
constexpr std::int64_t kCertificateWarnMs = 30ll * 86'400'000;

void add(std::vector<Finding>& findings, std::string check, bool ok, std::string says) {
    findings.push_back({std::move(check), ok, std::move(says)});
}

Finding disk_finding(const Home& home) {
    struct statvfs status {};
    if (::statvfs(home.folder.c_str(), &status) != 0)
        return {"disk", false, "the home folder cannot be looked at; check that it exists"};
    if ((status.f_flag & ST_RDONLY) != 0)
        return {"disk", false, "the disk is read-only: nothing can be filed; mount it writable"};
    const std::uint64_t free = status.f_bavail * status.f_frsize;
    const std::string mib = std::to_string(free >> 20) + " MiB are free";
    return {"disk", free >= kDiskWarnBytes,
            free >= kDiskWarnBytes ? mib : mib + ": make room, filing stops when the disk is full"};
}

Finding key_finding(const Home& home, const MachineConfig& config) {
    const auto path = config.kind == mail::MachineKind::Kiosk ? home.store_key() : home.store_key_wrapped();
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return {"store key", false,
                path.string() + " is missing: the store cannot be opened; restore it from a backup"};
    if ((status.st_mode & 077) != 0)
        return {"store key", false, "others may read " + path.string() + "; do: chmod 600"};
    return {"store key", true, "only its owner may read it"};
}

Finding clock_finding(Machine& machine, base::Instant now) {
    const auto floor = machine.time_floor();
    if (!floor) return {"clock", false, floor.error().message};
    if (*floor - now > kClockSlackMs) {
        return {"clock", false,
                "the clock says " + utc_time(now) + " but it cannot be earlier than " + utc_time(*floor) +
                    "; set it (filing and sync work meanwhile)"};
    }
    return {"clock", true, "not before the newest signed time, " + utc_time(*floor)};
}

Finding certificate_finding(Machine& machine, base::Instant now) {
    const auto pem = machine.store().keyring.get("machine.tls_certificate");
    if (!pem) return {"certificate", false, pem.error().message};
    const auto facts = seal::inspect_certificate(base::as_text(*pem));
    if (!facts) return {"certificate", false, "this machine's certificate cannot be read; enrol it again"};
    const std::string until = "valid until " + utc_time(facts->valid_until);
    const bool ok = facts->valid_until - now > kCertificateWarnMs;
    return {"certificate", ok, ok ? until : until + ": enrol the machine again before that day"};
}

Finding roster_finding(const Machine& machine) {
    const mail::Machine* self = mail::find_machine(machine.roster(), machine.config().machine);
    const std::string version = "version " + std::to_string(machine.roster().version) + ", signed by the court";
    if (self == nullptr) return {"roster", false, version + ", does not know this machine; enrol it again"};
    if (self->standing == mail::Standing::Revoked)
        return {"roster", false, version + ": this machine has been revoked; ask the court"};
    return {"roster", true, version};
}

Finding store_finding(Machine& machine) {
    const auto damage = machine.store().database().damage();
    if (!damage) return {"store", false, damage.error().message};
    if (!damage->empty())
        return {"store", false, "damaged (" + *damage + "); keep the folder as it is and restore it from a backup"};
    return {"store", true,
            "encrypted (SQLCipher " + machine.store().database().cipher_version() + ") and every page is sound"};
}

Finding outbox_finding(Machine& machine) {
    const auto counts = machine.store().outbox.counts();
    if (!counts) return {"outbox", false, counts.error().message};
    const std::string waiting = std::to_string(counts->queued + counts->sent) + " waiting";
    if (counts->quarantined == 0) return {"outbox", true, waiting + ", none set aside"};
    return {"outbox", false,
            waiting + ", " + std::to_string(counts->quarantined) +
                " set aside: the hub did not take them; keep this machine and tell the court"};
}

Finding hub_finding(Machine& machine, base::Instant now) {
    const auto courier = way_to_hub(machine, now);
    if (!courier) return {"hub", false, courier.error().message};
    const auto list = (*courier)->documents(machine.config().court);
    if (!list) return {"hub", false, machine.config().hub_url + ": " + list.error().message};
    return {"hub", true, machine.config().hub_url + " answers and knows this machine"};
}

}  // namespace

std::vector<Finding> examine(const Examine& request, base::Instant now, base::Random& random) {
    std::vector<Finding> findings;
    const Home home{request.open.home};
    const auto config = read_machine_config(home);
    if (!config) {
        add(findings, "home", false, config.error().message);
        return findings;
    }
    add(findings, "home", true,
        config->kind == mail::MachineKind::Kiosk ? "a kiosk at " + config->site
                                                 : "the laptop of " + config->person_name);
    findings.push_back(disk_finding(home));
    findings.push_back(key_finding(home, *config));
    auto machine = Machine::open(request.open, random);
    const bool older = !machine && (machine.error().code == "store.older" || machine.error().code == "pack.older");
    if (older) {
        add(findings, "documents", false, machine.error().message);
        OpenMachine again = request.open;
        again.believe_older_files = true;
        machine = Machine::open(again, random);
    }
    if (!machine) {
        const std::string& code = machine.error().code;
        const char* what = code.starts_with("pack.")                                      ? "pack"
                           : code.starts_with("roster.") || code.starts_with("document.") ? "documents"
                                                                                          : "store";
        add(findings, what, false, machine.error().message);
        return findings;
    }
    findings.push_back(store_finding(**machine));
    findings.push_back(roster_finding(**machine));
    add(findings, "pack", true,
        (*machine)->pack().name + " version " + std::to_string((*machine)->pack().version) + ", signed by the court");
    findings.push_back(certificate_finding(**machine, now));
    findings.push_back(clock_finding(**machine, now));
    findings.push_back(outbox_finding(**machine));
    if (request.ask_hub) findings.push_back(hub_finding(**machine, now));
    return findings;
}

}  // namespace courtyard::worker
