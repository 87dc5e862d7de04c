#include "app/worker/machine.hpp"

#include <algorithm>
#include <utility>

#include "app/worker/home_parts.hpp"
#include "app/worker/key_names.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::worker {

namespace {

base::Result<seal::Secret<32>> secret_of(const store::Store& store, std::string_view name) {
    base::Bytes raw = TRY(store.keyring.get(name));
    auto secret = seal::Secret<32>::from(raw);
    base::wipe(raw);
    return secret;
}

}  // namespace

base::Result<std::unique_ptr<Machine>> Machine::open(const OpenMachine& request, base::Random& random) {
    Home home{request.home};
    MachineConfig config = TRY(config_of(home));
    CourtPublic court = TRY(court_of(home));
    const seal::Secret<32> key = TRY(store_key_of(home, config.kind, request.passphrase));
    const std::filesystem::path file = request.store_file.empty() ? home.store_db() : request.store_file;
    store::Store store = TRY(store_of(file, config.kind, key, request.store_options));

    // Versions before files: another process writes the file first, then remembers its version.
    const std::uint64_t roster_seen = TRY(version_seen(store, kRosterDocument));
    const std::uint64_t pack_seen = TRY(version_seen(store, kPackDocument));
    HomeRoster roster = TRY(roster_of(home, court, config.court));
    TRY(must_be_one_machine(home, config, roster.roster, store));
    if (!request.believe_older_files) TRY(must_not_be_older(home, roster.roster, roster_seen));
    pack::OpenedPack pack = TRY(pack_of(home, court, request.believe_older_files ? 0 : pack_seen));

    const bool is_person = config.kind == mail::MachineKind::Laptop;
    const seal::Author author = is_person ? seal::Author(*config.person) : seal::Author(config.machine);
    auto author_key = seal::SigningKey::from(TRY(secret_of(store, is_person ? kPersonSignKey : kMachineSignKey)));
    auto machine = std::unique_ptr<Machine>(new Machine(std::move(home), std::move(config), std::move(court),
                                                        std::move(store), author, std::move(author_key), random));
    machine->use_roster(std::move(roster));
    TRY(machine->use_pack(std::move(pack)));
    TRY(machine->load_intake_keys());
    return machine;
}

void Machine::use_roster(HomeRoster roster) {
    roster_ = std::move(roster.roster);
    documents_issued_ = std::max(documents_issued_, roster.issued_at);
}

base::Result<void> Machine::keep_dictionary(const pack::Pack& pack) {
    if (pack.dictionary_id == 0 || pack.dictionary.empty()) return {};
    return store_.documents.keep_dictionary({static_cast<seal::DictionaryId>(pack.dictionary_id), pack.dictionary});
}

base::Result<void> Machine::use_pack(pack::OpenedPack opened) {
    TRY(keep_dictionary(opened.pack));
    pack_ = std::make_shared<pack::Pack>(std::move(opened.pack));
    documents_issued_ = std::max(documents_issued_, opened.issued_at);
    return load_dictionaries();
}

base::Result<void> Machine::load_dictionaries() {
    for (seal::Dictionary& dictionary : TRY(store_.documents.dictionaries())) {
        if (dictionaries_.find(dictionary.id) == nullptr) TRY(dictionaries_.add(std::move(dictionary)));
    }
    return {};
}

base::Result<void> Machine::load_intake_keys() {
    for (const std::string& name : TRY(store_.keyring.names(kIntakePrefix))) {
        intake_keys_.push_back(seal::RecipientKey::of(seal::SealSecretKey::from(TRY(secret_of(store_, name)))));
    }
    return {};
}

bool Machine::reads_intake() const {
    if (is_kiosk() || intake_keys_.empty()) return false;
    const mail::Person* person = mail::find_person(roster_, *config_.person);
    return person != nullptr && person->standing == mail::Standing::Active &&
           (person->role == mail::Role::Registrar || person->role == mail::Role::Judge);
}

seal::AuthorKeys Machine::author_keys() const {
    return [this](const seal::Author& author) -> std::optional<seal::VerifyKey> {
        if (const auto* id = std::get_if<base::MachineId>(&author)) {
            const mail::Machine* machine = mail::find_machine(roster_, *id);
            return machine == nullptr ? std::nullopt : std::optional(machine->sign_key);
        }
        const mail::Person* person = mail::find_person(roster_, std::get<base::PersonId>(author));
        return person == nullptr ? std::nullopt : std::optional(person->sign_key);
    };
}

base::Result<base::Instant> Machine::time_floor() {
    const auto stored = TRY(store_.moments.value(store::kTimeFloor));
    return std::max(documents_issued_, base::Instant{stored.value_or(0)});
}

// Judged, written and remembered under the store's write lock: of two processes that were given different versions, the
// one with the older cannot have the last word on the file.
base::Result<void> Machine::take_roster(base::ByteView file, base::Instant now) {
    auto inside = TRY(store_.begin());
    const std::uint64_t seen = TRY(version_seen(store_, kRosterDocument));
    HomeRoster roster{TRY(judge_roster(file, court_, config_.court, seen)), TRY(seal::label_of(file)).issued_at};
    const std::uint64_t version = roster.roster.version;
    TRY(os::write_file(home_.roster(), file, os::Privacy::OwnerOnly));
    TRY(store_.documents.accept(kRosterDocument, {version, seal::sha256(file), now}));
    TRY(inside.commit());
    use_roster(std::move(roster));
    return {};
}

base::Result<void> Machine::take_pack(base::ByteView file, base::Instant now) {
    auto inside = TRY(store_.begin());
    const auto seen = static_cast<std::uint32_t>(TRY(version_seen(store_, kPackDocument)));
    pack::OpenedPack opened = TRY(pack::open_pack(file, court_.root, seen));
    TRY(keep_dictionary(opened.pack));
    TRY(os::write_file(home_.pack(), file, os::Privacy::OwnerOnly));
    TRY(store_.documents.accept(kPackDocument, {std::uint64_t{opened.version}, seal::sha256(file), now}));
    TRY(inside.commit());
    return use_pack(std::move(opened));
}

}  // namespace courtyard::worker
