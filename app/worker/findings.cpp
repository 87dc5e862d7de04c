#include "app/worker/findings.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <map>
#include <system_error>

#include "app/worker/china_time.hpp"
#include "app/worker/forks.hpp"
#include "app/worker/key_names.hpp"
#include "app/worker/way_to_hub.hpp"
#include "sync/seal/tls_identity.hpp"

namespace courtyard::worker {

namespace {

constexpr std::uint64_t kDiskWarnBytes = 256ull << 20;
constexpr std::int64_t kClockSlackMs = 86'400'000;  // a day: the roster may have been signed by a clock a little ahead
constexpr std::int64_t kCertificateWarnMs = 30ll * 86'400'000;
constexpr int kNamedMax = 5;  // records named in one sentence

bool may_write(const std::filesystem::path& path, int mode) {
    return ::faccessat(AT_FDCWD, path.c_str(), mode, AT_EACCESS) == 0;
}

std::string why_set_aside(const store::Store& store, const store::OutboxRow& row) {
    const auto own = store.inbox.find(row.parcel.id);
    const bool is_answer = row.mailbox.ends_with("/public") || (own && *own && (*own)->kind == "review");
    const bool is_conflict = row.parcel.verdict == mail::Verdict::Conflict;
    const std::string why = is_conflict ? "the hub has another record under this id: "
                                        : "it cannot be read here, or the hub found no record in it: ";
    if (is_answer) return why + "give that answer once more";
    return why + "its slip, given to courtyardctl recover on a registrar's laptop, brings it to the court";
}

std::string list_of(const std::vector<base::RecordId>& records) {
    std::string text;
    for (const base::RecordId& id : records)
        text += (text.empty() ? "" : ", ") + id.text();
    return text;
}

}  // namespace

Finding disk_finding(const Home& home) {
    struct statvfs status {};
    if (::statvfs(home.folder.c_str(), &status) != 0)
        return {"disk", false, "the home folder cannot be looked at; check that it exists"};
    if ((status.f_flag & ST_RDONLY) != 0)
        return {"disk", false, "the disk is read-only: nothing can be filed; mount it writable"};
    std::error_code ignored;
    for (const char* name : {"", "store.db", "store.db-wal", "store.db-shm"}) {
        const std::filesystem::path path = *name == 0 ? home.folder : home.folder / name;
        const int mode = *name == 0 ? R_OK | W_OK | X_OK : R_OK | W_OK;
        if (std::filesystem::exists(path, ignored) && !may_write(path, mode))
            return {"disk", false,
                    "this user may not write " + path.string() +
                        ": nothing can be filed; run the program as its owner, or do: chmod -R u+rwX " +
                        home.folder.string()};
    }
    const std::uint64_t free = status.f_bavail * status.f_frsize;
    const std::string mib = std::to_string(free >> 20) + " MiB are free";
    return {"disk", free >= kDiskWarnBytes,
            free >= kDiskWarnBytes ? mib : mib + ": make room, filing stops when the disk is full"};
}

Finding key_finding(const Home& home, const MachineConfig& config) {
    const auto path = config.kind == mail::MachineKind::Kiosk ? home.store_key() : home.store_key_wrapped();
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && (status.st_mode & 077) != 0)
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

Finding clocks_finding(Machine& machine, base::Instant now) {
    const auto rows = machine.store().facts_ahead.all();
    if (!rows) return {"others' clocks", false, rows.error().message};
    constexpr std::int64_t kLatelyMs = 14LL * 86'400'000;
    std::map<base::PersonId, store::FactAhead> last;
    for (const store::FactAhead& each : *rows) {
        const auto known = last.find(each.person);
        if (now - each.came <= kLatelyMs && (known == last.end() || known->second.came < each.came))
            last.insert_or_assign(each.person, each);
    }
    if (last.empty()) return {"others' clocks", true, "nobody's acts came lately from days that have not come"};
    std::string told;
    for (const auto& [id, each] : last) {
        const mail::Person* person = mail::find_person(machine.roster(), id);
        told += (told.empty() ? "" : "; ") + (person == nullptr ? id.text() : person->name) + " signed at " +
                utc_time(each.claimed) + " what came on " + utc_time(each.came);
    }
    return {"others' clocks", false, told + ": look at the clock of that laptop, and at this one's"};
}

Finding court_finding(const Home& home, const CourtPublic& court, const store::Store* store) {
    const auto self_issued = seal::is_issued_by(court.authority_pem, court.authority_pem);
    const auto pem =
        store == nullptr ? base::Result<base::Bytes>(base::Bytes{}) : store->keyring.get(kMachineTlsCertificate);
    const auto issued_us =
        pem && !pem->empty() ? seal::is_issued_by(base::as_text(*pem), court.authority_pem) : base::Result<bool>(true);
    if (self_issued.value_or(false) && issued_us.value_or(false))
        return {"court", true, "court.pub names the court's key, and the authority that certified this machine"};
    return {"court", false,
            home.court_pub().string() +
                ": its certificate authority was changed, or is another court's; put the court's own court.pub there, "
                "from the court's folder or from another machine of this court (it is the same on all)"};
}

Finding certificate_finding(const store::Store& store, base::Instant now) {
    const auto pem = store.keyring.get(kMachineTlsCertificate);
    if (!pem) return {"certificate", false, pem.error().message};
    const auto facts = seal::inspect_certificate(base::as_text(*pem));
    if (!facts)
        return {"certificate", false,
                "this machine's certificate cannot be read; enrol the machine anew with another --home and keep this "
                "folder"};
    const std::string until = "valid until " + utc_time(facts->valid_until);
    if (facts->valid_until - now > kCertificateWarnMs) return {"certificate", true, until};
    return {"certificate", false,
            until +
                ": let it send what waits while it is valid, then enrol the machine anew with another --home; what it "
                "could not send comes back from people's slips"};
}

Finding roster_finding(const mail::Roster& roster, const MachineConfig& config) {
    const mail::Machine* self = mail::find_machine(roster, config.machine);
    const std::string version = "version " + std::to_string(roster.version) + ", signed by the court";
    if (self == nullptr)
        return {"roster", false,
                version + ", does not know machine " + config.machine.text() +
                    " of machine.toml: sync, and if that does not help ask the court, or enrol the machine anew with "
                    "another --home"};
    if (self->standing == mail::Standing::Revoked)
        return {"roster", false, version + ": this machine has been revoked; ask the court"};
    return {"roster", true, version};
}

std::optional<Finding> names_finding(const Home& home, const MachineConfig& config, const mail::Roster& roster) {
    const mail::Machine* self = mail::find_machine(roster, config.machine);
    const mail::Person* person = config.person ? mail::find_person(roster, *config.person) : nullptr;
    struct Line {
        const char* key;
        std::string here, court;
    };
    std::vector<Line> lines = {{"court_name", config.court_name, roster.name}};
    if (self != nullptr) lines.push_back({"site", config.site, self->site});
    if (person != nullptr) {
        lines.push_back({"person_name", config.person_name, person->name});
        if (config.role)
            lines.push_back(
                {"role", std::string(mail::name_of(*config.role)), std::string(mail::name_of(person->role))});
    }
    for (const Line& line : lines) {
        if (line.here == line.court) continue;
        return Finding{"home", false,
                       home.machine_toml().string() + " says " + line.key + " = \"" + line.here +
                           "\", the court's roster says \"" + line.court + "\"; correct that line"};
    }
    return std::nullopt;
}

Finding store_finding(store::Store& store, const MachineConfig& config) {
    const auto damage = store.database().damage();
    if (!damage) return {"store", false, damage.error().message};
    if (!damage->empty()) return {"store", false, "store.db is damaged (" + *damage + "); " + store_help(config.kind)};
    return {"store", true, "encrypted (SQLCipher " + store.database().cipher_version() + ") and every page is sound"};
}

Finding outbox_finding(const store::Store& store) {
    const auto counts = store.outbox.counts();
    const auto rows = store.outbox.set_aside(kNamedMax);
    if (!counts || !rows) return {"outbox", false, counts ? rows.error().message : counts.error().message};
    const std::string waiting = std::to_string(counts->queued + counts->sent) + " waiting";
    if (counts->quarantined == 0) return {"outbox", true, waiting + ", none set aside"};
    std::string says = waiting + ", " + std::to_string(counts->quarantined) + " set aside and kept here";
    for (const store::OutboxRow& row : *rows)
        says += "; " + row.parcel.id.text() + ": " + why_set_aside(store, row);
    if (counts->quarantined > rows->size()) says += "; and more";
    return {"outbox", false, says};
}

Finding inbox_finding(Machine& machine) {
    const auto beside = machine.store().inbox.beside_others(kNamedMax);
    const auto forks = forks_of(machine, kNamedMax);
    if (!beside || !forks) return {"inbox", false, beside ? forks.error().message : beside.error().message};
    if (!beside->empty()) {
        std::vector<base::RecordId> ids;
        for (const store::Letter& letter : *beside)
            ids.push_back(letter.id);
        return {"inbox", false,
                "another record has the id of what is kept here as " + list_of(ids) +
                    "; nothing is lost, but the hub refuses it: courtyardctl recover with the slip files it anew"};
    }
    if (forks->empty()) return {"inbox", true, "no number of an author's chain comes twice"};
    std::string says = "all is here and good, but a machine was restored from a backup, or copied";
    for (const Fork& fork : *forks)
        says +=
            "; " + fork.author + " has used number " + std::to_string(fork.sequence) + " for " + list_of(fork.records);
    return {"inbox", true, says};
}

Finding hub_finding(Machine& machine, base::Instant now) {
    const auto courier = way_to_hub(machine, now);
    if (!courier) return {"hub", false, courier.error().message};
    const auto list = (*courier)->documents(machine.config().court);
    if (!list) return {"hub", false, machine.config().hub_url + ": " + list.error().message};
    return {"hub", true, machine.config().hub_url + " answers and knows this machine"};
}

}  // namespace courtyard::worker
