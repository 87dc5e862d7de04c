// The court's own folder: root key, certificate authority, intake keys, roster, pack, and the hub's folder. Kept
// offline by the court; only `court init`, `enrol` and `pack sign` use it.
//
//   court.toml               code, name, hub address, sites
//   root.key ca.pem ca.key   intake/<epoch>.key              mode 0600
//   court.pub                what machines are handed
//   roster.cyd pack.cyp      current, signed
//   hub/                     hub.toml, its certificate and keys, and its copies of roster and pack
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/worker/home.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/roster.hpp"
#include "sync/seal/keys.hpp"
#include "sync/seal/tls_identity.hpp"

namespace courtyard::worker {

struct NewCourt {
    std::filesystem::path folder;
    std::string code;
    std::string name;
    std::vector<std::string> sites;         // at least one
    std::string listen = "127.0.0.1:8443";  // of the hub: an address and a port
    std::vector<std::string> hub_hosts;     // names or addresses under which machines reach it; may be empty only where
                                            // that of `listen` is one
    std::filesystem::path pack;             // folder of the content pack to sign, or a signed .cyp file
};

// "court.exists", "court.code", "court.name", "court.sites", "court.listen", "court.hub_host", those of the pack. After
// an error nothing is left, in the folder or beside it.
base::Result<void> init_court(const NewCourt& court, base::Instant now, base::Random& random);

// Sites as a TOML file with sites = ["…"], a JSON list of names or of {"name": …}, or one name a line; # begins a
// comment. UTF-8, with or without a byte order mark. "court.sites": which line or site, and why.
[[nodiscard]] base::Result<std::vector<std::string>> parse_sites(const std::string& text);

struct CourtFolder {
    std::filesystem::path folder;
    std::string code;
    std::string name;
    std::string hub_url;
    std::vector<std::string> sites;

    [[nodiscard]] std::filesystem::path roster_path() const { return folder / kRosterDocument; }
    [[nodiscard]] std::filesystem::path pack_path() const { return folder / kPackDocument; }
    [[nodiscard]] std::filesystem::path hub() const { return folder / "hub"; }
};
[[nodiscard]] base::Result<CourtFolder> open_court(
    const std::filesystem::path& folder);  // "court.missing", "court.toml"

[[nodiscard]] base::Result<seal::SigningKey> court_root_key(const CourtFolder& court);
[[nodiscard]] base::Result<mail::Roster> court_roster(const CourtFolder& court);
// Signs the next version and puts it into the court's folder and the hub's.
base::Result<void> publish_roster(const CourtFolder& court, mail::Roster roster, base::Instant now);

// Signs a pack folder as the court's current pack, puts it into the hub's folder too, and writes a copy to `out`;
// returns the signed file. All of it or nothing: after an error the court's current pack is the one that it was.
[[nodiscard]] base::Result<base::Bytes> sign_pack(const CourtFolder& court, const std::filesystem::path& pack_folder,
                                                  const std::filesystem::path& out, base::Instant now);

}  // namespace courtyard::worker
