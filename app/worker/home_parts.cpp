#include "app/worker/home_parts.hpp"

#include <algorithm>
#include <optional>
#include <system_error>

#include "app/worker/key_names.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/passphrase.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;
using base::Error;
using base::Result;

constexpr std::size_t kWrappedKeyBytesMax = 1024;
constexpr std::size_t kStoreKeyBytes = 32;
constexpr std::size_t kDocumentBytesMax = seal::SignedDocument::kPayloadMax + 4096;

tl::unexpected<Error> fails(std::string code, std::string what, const std::string& help) {
    return base::fail(std::move(code), std::move(what) + "; " + help);
}

// What is left when there is no backup.
std::string otherwise(mail::MachineKind kind) {
    return kind == mail::MachineKind::Kiosk
               ? "without a backup enrol a kiosk anew with another --home and keep this folder: what was filed in it "
                 "and "
                 "not sent comes back from people's slips, by courtyardctl recover at the court"
               : "without a backup enrol the person anew with another --home and keep this folder: the court's mail "
                 "comes again from the hub";
}

std::string back_from_backup(const char* file, mail::MachineKind kind) {
    return std::string("put ") + file + " back from a backup of this folder, however old (it never changes); " +
           otherwise(kind);
}

std::string back_from_court(const std::string& file) {
    return "put the court's own " + file +
           " there, from the court's folder or from another machine of this court (it is "
           "the same on all)";
}

bool is_missing(const Error& error) { return error.code == "file.missing"; }

// A file that must be there could not be read.
tl::unexpected<Error> fails_unread(std::string code, const fs::path& path, const Error& error,
                                   const std::string& help) {
    if (error.code == "file.read") return fails(std::move(code), error.message, "let this program's user read it");
    return fails(std::move(code), is_missing(error) ? path.string() + " is missing" : error.message, help);
}

std::optional<base::KeyId> signer_of(const fs::path& path) {
    const auto file = os::read_file(path, kDocumentBytesMax);
    const auto label = file ? seal::label_of(*file) : Result<seal::DocumentLabel>(base::fail("file.read", ""));
    return label ? std::optional(label->signer) : std::nullopt;
}

// A signed file of the home that was not taken: damage is mended with the court's own copy, but what the court itself
// has signed like this is not.
Error named(const fs::path& path, const Error& error) {
    const std::string file = path.filename().string();
    const bool other_copy_helps = error.code.starts_with("document.") || error.code.ends_with(".older");
    return {error.code, path.string() + ": " + error.message + "; " +
                            (other_copy_helps
                                 ? back_from_court(file)
                                 : "the court signed it like this: update this program, or ask the court for another")};
}

const mail::Machine* machine_with_key(const mail::Roster& roster, const seal::VerifyKey& key) {
    const auto found = std::find_if(roster.machines.begin(), roster.machines.end(),
                                    [&](const mail::Machine& each) { return each.sign_key == key; });
    return found == roster.machines.end() ? nullptr : &*found;
}

Result<seal::VerifyKey> public_half(const store::Store& store, std::string_view name) {
    base::Bytes raw = TRY(store.keyring.get(name));
    auto secret = seal::Secret<32>::from(raw);
    base::wipe(raw);
    if (!secret) return tl::unexpected(secret.error());
    return seal::SigningKey::from(std::move(*secret)).public_key();
}

}  // namespace

Result<MachineConfig> config_of(const Home& home) {
    auto config = read_machine_config(home);
    if (config) return config;
    const std::string help =
        "put machine.toml back from a backup of this folder, however old; without one enrol the machine anew with "
        "another --home and keep this folder";
    std::error_code ignored;
    if (config.error().code == "home.missing" && fs::exists(home.store_db(), ignored))
        return fails("home.missing", home.machine_toml().string() + " is missing, though store.db is there", help);
    if (config.error().code == "home.machine_toml")  // begins with the file's name
        return fails("home.machine_toml", (home.folder / "").string() + config.error().message,
                     "correct it, or " + help);
    return config;
}

Result<CourtPublic> court_of(const Home& home) {
    const std::string help = back_from_court("court.pub");
    auto court = read_court_public(home.court_pub());
    if (!court && court.error().code == "home.court_pub")  // begins with the file's name
        return fails("home.court_pub", (home.folder / "").string() + court.error().message, help);
    if (!court) return fails_unread("home.court_pub", home.court_pub(), court.error(), help);
    const auto roster = signer_of(home.roster());
    if (roster && *roster != seal::key_id(court->root) && roster == signer_of(home.pack())) {
        return fails("home.court_pub",
                     home.court_pub().string() +
                         " names another key than the one that signed roster.cyd and pack.cyp: it was changed, or is "
                         "another court's",
                     help);
    }
    return court;
}

Result<seal::Secret<32>> store_key_of(const Home& home, mail::MachineKind kind, base::ByteView passphrase) {
    if (kind == mail::MachineKind::Kiosk) {
        const std::string help = back_from_backup("store.key", kind);
        auto raw = os::read_file(home.store_key(), kWrappedKeyBytesMax);
        if (!raw) return fails_unread("home.store_key", home.store_key(), raw.error(), help);
        auto key = seal::Secret<32>::from(*raw);
        const std::size_t size = raw->size();
        base::wipe(*raw);
        if (key) return key;
        return fails("home.store_key",
                     home.store_key().string() + " has " + std::to_string(size) + " bytes instead of " +
                         std::to_string(kStoreKeyBytes),
                     help);
    }
    const std::string help = back_from_backup("store.key.wrapped", kind);
    const auto file = os::read_file(home.store_key_wrapped(), kWrappedKeyBytesMax);
    if (!file) return fails_unread("home.store_key", home.store_key_wrapped(), file.error(), help);
    if (passphrase.empty())
        return base::fail("home.passphrase_needed", "this home belongs to a person: give the passphrase");
    auto key = seal::unwrap_with_passphrase(*file, passphrase);
    if (key || key.error().code == "passphrase.memory" || key.error().code == "passphrase.size") return key;
    const std::string where = home.store_key_wrapped().string();
    if (key.error().code == "passphrase.wrong")
        return fails("passphrase.wrong", "the passphrase does not open " + where,
                     "type it again; if it is surely right, put that file back from a backup of this folder");
    return fails("home.store_key", where + ": " + key.error().message, help);
}

std::string store_help(mail::MachineKind kind) {
    return "keep this folder aside and put the whole of it back from a backup; " + otherwise(kind);
}

Result<store::Store> store_of(const fs::path& file, mail::MachineKind kind, const seal::Secret<32>& key,
                              const store::OpenOptions& options) {
    auto store = store::Store::open(file, key.view(), options);
    if (store) return store;
    const std::string& code = store.error().code;
    const std::string where = file.string();
    if (code == "store.missing" || code == "store.damaged") return fails(code, store.error().message, store_help(kind));
    if (code == "store.plain_file") return fails(code, where + ": " + store.error().message, store_help(kind));
    if (code == "store.wrong_key") {
        const bool is_kiosk = kind == mail::MachineKind::Kiosk;
        return fails(code,
                     where + " does not open with " + (is_kiosk ? "store.key" : "store.key.wrapped") +
                         ": one of the two is damaged or another machine's",
                     std::string("put ") + (is_kiosk ? "store.key" : "store.key.wrapped") +
                         " back from a backup of this folder, however old; if that does not help, " + store_help(kind));
    }
    return store;
}

namespace {

tl::unexpected<Error> older(const mail::Roster& roster, std::uint64_t seen) {
    return base::fail("store.older", "version " + std::to_string(roster.version) + " is older than version " +
                                         std::to_string(seen) + ", which this machine has accepted before");
}

}  // namespace

Result<mail::Roster> judge_roster(base::ByteView file, const CourtPublic& court, std::string_view court_code,
                                  std::uint64_t version_min) {
    mail::Roster roster = TRY(mail::open_roster(file, court.root));
    if (roster.court != court_code) {
        return base::fail("roster.court", std::string(kRosterDocument) + " is the roster of court " + roster.court +
                                              ", not of " + std::string(court_code));
    }
    if (roster.version < version_min) return older(roster, version_min);
    return roster;
}

Result<void> must_not_be_older(const Home& home, const mail::Roster& roster, std::uint64_t seen) {
    if (roster.version >= seen) return {};
    return tl::unexpected(named(home.roster(), older(roster, seen).value()));
}

Result<HomeRoster> roster_of(const Home& home, const CourtPublic& court, std::string_view court_code) {
    const auto file = os::read_file(home.roster(), kDocumentBytesMax);
    if (!file) return fails_unread(file.error().code, home.roster(), file.error(), back_from_court(kRosterDocument));
    auto roster = judge_roster(*file, court, court_code, 0);
    // The court's own key signs rosters of this court alone: the code in machine.toml is the one that is wrong.
    if (!roster && roster.error().code == "roster.court")
        return fails("roster.court",
                     home.machine_toml().string() + " names another court than roster.cyd: " + roster.error().message,
                     "correct the line court in machine.toml, or put machine.toml back from a backup of this folder");
    if (!roster) return tl::unexpected(named(home.roster(), roster.error()));
    return HomeRoster{std::move(*roster), TRY(seal::label_of(*file)).issued_at};
}

Result<pack::OpenedPack> pack_of(const Home& home, const CourtPublic& court, std::uint64_t version_min) {
    const auto file = os::read_file(home.pack(), kDocumentBytesMax);
    if (!file) return fails_unread(file.error().code, home.pack(), file.error(), back_from_court(kPackDocument));
    auto opened = pack::open_pack(*file, court.root, static_cast<std::uint32_t>(version_min));
    if (!opened) return tl::unexpected(named(home.pack(), opened.error()));
    return opened;
}

Result<std::uint64_t> version_seen(const store::Store& store, std::string_view document) {
    const auto known = TRY(store.documents.state(document));
    return known ? known->version : 0;
}

Result<void> must_be_one_machine(const Home& home, const MachineConfig& config, const mail::Roster& roster,
                                 const store::Store& store) {
    const std::string help =
        "files of another machine were mixed in: keep this folder aside and put the whole of it back from a backup, or "
        "enrol the machine anew with another --home";
    const seal::VerifyKey machine_key = TRY(public_half(store, kMachineSignKey));
    const mail::Machine* self = mail::find_machine(roster, config.machine);
    const mail::Machine* owner = machine_with_key(roster, machine_key);
    if (owner != self) {
        return fails("home.mixed",
                     home.machine_toml().string() + " is of machine " + config.machine.text() +
                         ", but store.db holds the keys of " +
                         (owner == nullptr ? "a machine that roster.cyd does not list" : "machine " + owner->id.text()),
                     help);
    }
    if (self == nullptr || !config.person) return {};
    const mail::Person* person = mail::find_person(roster, *config.person);
    const seal::VerifyKey person_key = TRY(public_half(store, kPersonSignKey));
    if (self->person != config.person || (person != nullptr && person->sign_key != person_key)) {
        return fails("home.mixed",
                     home.machine_toml().string() + " is of " + config.person_name + " (" + config.person->text() +
                         "), but roster.cyd or the keys in store.db say otherwise",
                     help);
    }
    return {};
}

}  // namespace courtyard::worker
