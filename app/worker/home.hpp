// A machine's own folder: what lies where, and machine.toml, which says whose it is. Nothing in machine.toml is secret.
//
//   machine.toml   court, names, site, the hub's address        court.pub    the court's root key and certificate
//   authority store.key      kiosk: 32 bytes, mode 0600                   store.key.wrapped  laptop: the same behind a
//   passphrase store.db       SQLCipher                                    roster.cyd, pack.cyp   signed by the court's
//   root key
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/printer/config.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/roster.hpp"
#include "sync/seal/keys.hpp"

namespace courtyard::worker {

struct Home {
    std::filesystem::path folder;

    [[nodiscard]] std::filesystem::path machine_toml() const { return folder / "machine.toml"; }
    [[nodiscard]] std::filesystem::path court_pub() const { return folder / "court.pub"; }
    [[nodiscard]] std::filesystem::path store_key() const { return folder / "store.key"; }
    [[nodiscard]] std::filesystem::path store_key_wrapped() const { return folder / "store.key.wrapped"; }
    [[nodiscard]] std::filesystem::path store_db() const { return folder / "store.db"; }
    [[nodiscard]] std::filesystem::path roster() const { return folder / "roster.cyd"; }
    [[nodiscard]] std::filesystem::path pack() const { return folder / "pack.cyp"; }
};

inline constexpr const char* kRosterDocument = "roster.cyd";  // names in the hub's list of documents
inline constexpr const char* kPackDocument = "pack.cyp";

// machine.toml. kiosk_config/machine.example.toml explains every key.
struct MachineConfig {
    std::string court;  // code, for example "330199"
    std::string court_name;
    mail::MachineKind kind = mail::MachineKind::Kiosk;
    base::MachineId machine;
    std::string site;                      // of a kiosk
    std::optional<base::PersonId> person;  // of a laptop
    std::string person_name;
    std::optional<mail::Role> role;
    std::string hub_url;         // "https://127.0.0.1:8443"
    std::string hub_connect_to;  // "host:port" to dial instead of the name in hub_url, or empty
    std::string proxy;           // "http://host:port", or empty
    std::string camera;          // [camera] device: "/dev/video0", a folder of pictures, or empty
    std::string scanner;         // [scanner] device: a serial reader of codes, "/dev/ttyACM0", or empty
    std::string sticks;          // [sticks] folder under which removable disks appear; empty: /media
    std::int64_t poll_s = 0;     // between two rounds of sync when nothing waits; 0: the usual for this kind of machine
    std::optional<printer::Config> printer;  // [printer]; nothing: none
    friend bool operator==(const MachineConfig&, const MachineConfig&) = default;
};

[[nodiscard]] std::string print_machine_config(const MachineConfig& config);
// "home.machine_toml": which key is missing, unknown or wrong.
[[nodiscard]] base::Result<MachineConfig> parse_machine_config(const std::string& toml);
// "home.missing": the folder is no machine's home.
[[nodiscard]] base::Result<MachineConfig> read_machine_config(const Home& home);

// court.pub: what a machine must believe of its court, handed over at enrolment and never replaced over the network.
struct CourtPublic {
    seal::VerifyKey root;
    std::string authority_pem;
};
[[nodiscard]] std::string print_court_public(const CourtPublic& court);
[[nodiscard]] base::Result<CourtPublic> parse_court_public(const std::string& toml);  // "home.court_pub"
[[nodiscard]] base::Result<CourtPublic> read_court_public(const std::filesystem::path& path);

}  // namespace courtyard::worker
