// The parts of a home, each read with an error that names its file, says what is wrong with it and what helps. Machine
// stops at the first; doctor looks at all. What helps is always true: signed files are the same on every machine of
// a court, store.key and machine.toml never change, a whole folder may come back from a backup at any time (a record id
// is never handed out twice), and a machine can always be enrolled anew in another folder. Nobody is told to overwrite.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "app/pack/pack_file.hpp"
#include "app/store/store.hpp"
#include "app/worker/home.hpp"
#include "sync/mail/roster.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::worker {

// "home.missing" (also when only machine.toml is gone), "home.machine_toml".
[[nodiscard]] base::Result<MachineConfig> config_of(const Home& home);
// "home.court_pub", also when roster and pack are both signed by one other key: then court.pub is the odd one.
[[nodiscard]] base::Result<CourtPublic> court_of(const Home& home);
// "home.store_key", "home.passphrase_needed", "passphrase.*".
[[nodiscard]] base::Result<seal::Secret<32>> store_key_of(const Home& home, mail::MachineKind kind,
                                                          base::ByteView passphrase);
// What helps when the store is lost or damaged.
[[nodiscard]] std::string store_help(mail::MachineKind kind);
// Never makes a store. Errors of Store::open. `file`: the home's own, or where a test has put it.
[[nodiscard]] base::Result<store::Store> store_of(const std::filesystem::path& file, mail::MachineKind kind,
                                                  const seal::Secret<32>& key, const store::OpenOptions& options);

// A signed roster as it came from anywhere: "roster.court" of another court, "store.older" than `version_min`, those of
// mail::open_roster.
[[nodiscard]] base::Result<mail::Roster> judge_roster(base::ByteView file, const CourtPublic& court,
                                                      std::string_view court_code, std::uint64_t version_min);
struct HomeRoster {
    mail::Roster roster;
    base::Instant issued_at;
};
[[nodiscard]] base::Result<HomeRoster> roster_of(const Home& home, const CourtPublic& court,
                                                 std::string_view court_code);
// "store.older": an older file was put in the roster's place.
[[nodiscard]] base::Result<void> must_not_be_older(const Home& home, const mail::Roster& roster, std::uint64_t seen);
[[nodiscard]] base::Result<pack::OpenedPack> pack_of(const Home& home, const CourtPublic& court,
                                                     std::uint64_t version_min);

// The highest version of a signed document that this store has ever accepted; 0: none.
[[nodiscard]] base::Result<std::uint64_t> version_seen(const store::Store& store, std::string_view document);

// Whether machine.toml, roster.cyd and the keys in store.db are of one machine: with another's keys every record that
// is filed would be refused at the court. "home.mixed" says whose is what. A roster that does not know the machine at
// all is no error here.
[[nodiscard]] base::Result<void> must_be_one_machine(const Home& home, const MachineConfig& config,
                                                     const mail::Roster& roster, const store::Store& store);

}  // namespace courtyard::worker
