// An enrolled machine with its home opened: configuration, store, roster, pack and the keys it signs with. What every
// act of this room works on. Opened once by a shell or by courtyardctl, used by one thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/pack/pack.hpp"
#include "app/store/store.hpp"
#include "app/worker/home.hpp"
#include "app/worker/home_parts.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/roster.hpp"
#include "sync/seal/dictionary.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

struct OpenMachine {
    std::filesystem::path home;
    base::ByteView passphrase;              // of a laptop; ignored by a kiosk
    bool believe_older_files = false;       // doctor alone: look at a home whose roster or pack was put back
    std::filesystem::path store_file = {};  // empty: the home's own; tests put it on a disk of their own
    store::OpenOptions store_options = {};
};

class Machine {
public:
    // Errors of home_parts.hpp, which name the file and say what helps. `random` outlives the machine.
    static base::Result<std::unique_ptr<Machine>> open(const OpenMachine& request, base::Random& random);

    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    [[nodiscard]] const Home& home() const { return home_; }
    [[nodiscard]] const MachineConfig& config() const { return config_; }
    [[nodiscard]] const CourtPublic& court() const { return court_; }
    [[nodiscard]] const mail::Roster& roster() const { return roster_; }
    [[nodiscard]] std::uint64_t roster_version() const { return roster_.version; }
    [[nodiscard]] const pack::Pack& pack() const { return *pack_; }
    // For a window that draws on another thread while a newer pack may come.
    [[nodiscard]] std::shared_ptr<const pack::Pack> shared_pack() const { return pack_; }
    [[nodiscard]] const seal::Dictionaries& dictionaries() const { return dictionaries_; }
    [[nodiscard]] store::Store& store() { return store_; }
    [[nodiscard]] base::Random& random() { return random_; }  // the one that the home was opened with

    [[nodiscard]] bool is_kiosk() const { return config_.kind == mail::MachineKind::Kiosk; }
    // Of a partner body: no laptop of the court, and no case lies here.
    [[nodiscard]] bool is_partner() const { return config_.role == mail::Role::Partner; }
    // Whether this person may read the court's intake: registrar or judge, not revoked.
    [[nodiscard]] bool reads_intake() const;

    // Who signs what is made here: the machine on a kiosk, the person on a laptop.
    [[nodiscard]] const seal::Author& author() const { return author_; }
    [[nodiscard]] const seal::SigningKey& author_key() const { return author_key_; }
    [[nodiscard]] mail::MailboxName mailbox(mail::Box box) const { return {config_.court, box}; }
    // Keys of the intake's epochs that this laptop holds; empty on a kiosk.
    [[nodiscard]] const std::vector<seal::RecipientKey>& intake_keys() const { return intake_keys_; }
    [[nodiscard]] seal::AuthorKeys author_keys() const;

    // No true time can lie before this: the newest of what was signed by court or hub and seen here.
    [[nodiscard]] base::Result<base::Instant> time_floor();

    // How many cases were folded here since it was opened: what an exchange cost, for tests and benches.
    [[nodiscard]] std::uint64_t folds() const { return folds_; }
    void count_fold() { ++folds_; }

    // A newer signed document has come: checks it, writes the file, remembers the version, uses it from now on.
    // "store.older", those of seal::open_document, of the roster and of the pack.
    base::Result<void> take_roster(base::ByteView file, base::Instant now);
    base::Result<void> take_pack(base::ByteView file, base::Instant now);

private:
    Machine(Home home, MachineConfig config, CourtPublic court, store::Store store, seal::Author author,
            seal::SigningKey key, base::Random& random)
        : home_(std::move(home)),
          config_(std::move(config)),
          court_(std::move(court)),
          store_(std::move(store)),
          author_(author),
          author_key_(std::move(key)),
          random_(random) {}

    base::Result<void> load_intake_keys();
    // What was judged good is used from now on.
    void use_roster(HomeRoster roster);
    base::Result<void> use_pack(pack::OpenedPack opened);
    base::Result<void> keep_dictionary(const pack::Pack& pack);
    base::Result<void> load_dictionaries();

    Home home_;
    MachineConfig config_;
    CourtPublic court_;
    store::Store store_;
    seal::Author author_;
    seal::SigningKey author_key_;
    base::Random& random_;
    mail::Roster roster_;
    base::Instant documents_issued_;  // the newest signed date among roster and pack
    std::shared_ptr<const pack::Pack> pack_;
    seal::Dictionaries dictionaries_;
    std::vector<seal::RecipientKey> intake_keys_;
    std::uint64_t folds_ = 0;
};

}  // namespace courtyard::worker
