// Who may come in: the rosters of the courts that this hub serves, re-read whenever a file changes, so that a
// revocation holds from the next request on, also on connections that are already open.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/hub/config.hpp"
#include "sync/hub/log.hpp"
#include "sync/mail/roster.hpp"

namespace courtyard::hub {

// What a file looks like from outside; another stamp means that it has to be read again.
struct FileStamp {
    std::int64_t modified_ns = 0;
    std::uint64_t size = 0;
    std::uint64_t inode = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::filesystem::path& path);

// One court as of one moment; never changes once made.
struct Court {
    mail::Roster roster;
    base::Bytes document;  // the signed roster as it lies in the file
    base::Digest digest;
    std::unordered_map<std::string, std::size_t> by_tls;  // raw SPKI digest -> index into roster.machines
};
using CourtSnapshot = std::shared_ptr<const Court>;

// A machine that was recognised by its certificate, with the court that vouches for it. The snapshot keeps it alive.
struct Caller {
    CourtSnapshot court;
    const mail::Machine* machine = nullptr;
};

class Rosters {
public:
    // `log` outlives this.
    Rosters(std::vector<CourtConfig> courts, Log& log);

    // Reads every roster at start: all must be good. `seen_version` of a court: none lower is accepted.
    [[nodiscard]] base::Result<void> load(const std::map<std::string, std::uint32_t>& seen_versions);

    // From any thread. Looks at the files' stamps first; a changed file that is not good is ignored and told to the
    // log.
    [[nodiscard]] std::optional<Caller> find(const base::Digest& tls_spki, base::Instant now);
    [[nodiscard]] CourtSnapshot court(const std::string& code, base::Instant now);
    [[nodiscard]] const CourtConfig* config(const std::string& code) const;
    [[nodiscard]] std::map<std::string, std::uint32_t> versions();

private:
    struct Held {
        CourtConfig config;
        std::optional<FileStamp> stamp;
        CourtSnapshot court;
        std::uint32_t least_version = 0;
    };
    [[nodiscard]] static base::Result<CourtSnapshot> read(const Held& held);
    void refresh(base::Instant now);  // with the mutex held

    std::mutex mutex_;
    std::vector<Held> held_;
    Log& log_;
};

}  // namespace courtyard::hub
