#include "sync/hub/rosters.hpp"

#include <sys/stat.h>

#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"

namespace courtyard::hub {

namespace {

constexpr std::size_t kRosterFileMax = mail::kRosterBytesMax + 4096;

std::string key_of(const base::Digest& digest) { return std::string(base::as_text(digest.view())); }

}  // namespace

std::optional<FileStamp> stamp_of(const std::filesystem::path& path) {
    struct stat about {};
    if (stat(path.c_str(), &about) != 0) return std::nullopt;
    return FileStamp{about.st_mtim.tv_sec * 1'000'000'000 + about.st_mtim.tv_nsec,
                     static_cast<std::uint64_t>(about.st_size), about.st_ino};
}

Rosters::Rosters(std::vector<CourtConfig> courts, Log& log) : log_(log) {
    for (CourtConfig& each : courts)
        held_.push_back({std::move(each), std::nullopt, nullptr, 0});
}

base::Result<CourtSnapshot> Rosters::read(const Held& held) {
    auto court = std::make_shared<Court>();
    court->document = TRY(os::read_file(held.config.roster, kRosterFileMax));
    court->roster = TRY(mail::open_roster(court->document, held.config.root_key));
    if (court->roster.court != held.config.code) {
        return base::fail("roster.court",
                          "the roster is that of court " + court->roster.court + ", not of " + held.config.code);
    }
    if (court->roster.version < held.least_version) {
        return base::fail("roster.version", "the roster is older than one that this hub has used already");
    }
    court->digest = seal::sha256(court->document);
    for (std::size_t i = 0; i < court->roster.machines.size(); ++i) {
        court->by_tls.emplace(key_of(court->roster.machines[i].tls_spki), i);
    }
    return CourtSnapshot(std::move(court));
}

base::Result<void> Rosters::load(const std::map<std::string, std::uint32_t>& seen_versions) {
    const std::lock_guard guard(mutex_);
    for (Held& held : held_) {
        if (const auto seen = seen_versions.find(held.config.code); seen != seen_versions.end())
            held.least_version = seen->second;
        held.stamp = stamp_of(held.config.roster);
        auto court = read(held);
        if (!court) {
            return base::fail(court.error().code, held.config.roster.string() + ": " + court.error().message);
        }
        held.court = std::move(*court);
        held.least_version = held.court->roster.version;
    }
    return {};
}

void Rosters::refresh(base::Instant now) {
    for (Held& held : held_) {
        const auto stamp = stamp_of(held.config.roster);
        if (!stamp || stamp == held.stamp) continue;
        held.stamp = stamp;
        auto court = read(held);
        if (!court) {
            log_.write(now, Level::Error, court.error().code, "court=" + held.config.code);
            continue;
        }
        held.court = std::move(*court);
        held.least_version = held.court->roster.version;
        log_.write(now, Level::Info, "roster.loaded",
                   "court=" + held.config.code + " version=" + std::to_string(held.court->roster.version));
    }
}

std::optional<Caller> Rosters::find(const base::Digest& tls_spki, base::Instant now) {
    const std::lock_guard guard(mutex_);
    refresh(now);
    const std::string key = key_of(tls_spki);
    for (const Held& held : held_) {
        const auto found = held.court->by_tls.find(key);
        if (found != held.court->by_tls.end()) return Caller{held.court, &held.court->roster.machines[found->second]};
    }
    return std::nullopt;
}

CourtSnapshot Rosters::court(const std::string& code, base::Instant now) {
    const std::lock_guard guard(mutex_);
    refresh(now);
    for (const Held& held : held_) {
        if (held.config.code == code) return held.court;
    }
    return nullptr;
}

const CourtConfig* Rosters::config(const std::string& code) const {
    for (const Held& held : held_) {
        if (held.config.code == code) return &held.config;
    }
    return nullptr;
}

std::map<std::string, std::uint32_t> Rosters::versions() {
    const std::lock_guard guard(mutex_);
    std::map<std::string, std::uint32_t> versions;
    for (const Held& held : held_)
        versions[held.config.code] = held.court->roster.version;
    return versions;
}

}  // namespace courtyard::hub
