#include "app/worker/machine.hpp"

#include <algorithm>
#include <utility>

#include "app/pack/pack_file.hpp"
#include "app/worker/key_names.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/passphrase.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::worker {

namespace {

constexpr std::size_t kWrappedKeyBytesMax = 1024;
constexpr std::size_t kDocumentBytesMax = seal::SignedDocument::kPayloadMax + 4096;

base::Result<seal::Secret<32>> store_key_of(const Home& home, const MachineConfig& config, base::ByteView passphrase) {
    if (config.kind == mail::MachineKind::Kiosk) {
        base::Bytes raw = TRY(os::read_file(home.store_key(), 32));
        auto key = seal::Secret<32>::from(raw);
        base::wipe(raw);
        if (!key)
            return base::fail("home.store_key",
                              home.store_key().string() + " is damaged: it must be 32 bytes; enrol the machine again");
        return key;
    }
    if (passphrase.empty())
        return base::fail("home.passphrase_needed", "this home belongs to a person: give the passphrase");
    const base::Bytes file = TRY(os::read_file(home.store_key_wrapped(), kWrappedKeyBytesMax));
    return seal::unwrap_with_passphrase(file, passphrase);
}

base::Result<seal::Secret<32>> secret_of(const store::Store& store, std::string_view name) {
    base::Bytes raw = TRY(store.keyring.get(name));
    auto secret = seal::Secret<32>::from(raw);
    base::wipe(raw);
    return secret;
}

}  // namespace

base::Result<std::unique_ptr<Machine>> Machine::open(const OpenMachine& request, base::Random& random) {
    Home home{request.home};
    MachineConfig config = TRY(read_machine_config(home));
    CourtPublic court = TRY(read_court_public(home.court_pub()));
    const seal::Secret<32> key = TRY(store_key_of(home, config, request.passphrase));
    const std::filesystem::path file = request.store_file.empty() ? home.store_db() : request.store_file;
    store::Store store = TRY(store::Store::open(file, key.view(), request.store_options));

    const bool is_person = config.kind == mail::MachineKind::Laptop;
    const seal::Author author = is_person ? seal::Author(*config.person) : seal::Author(config.machine);
    auto author_key = seal::SigningKey::from(TRY(secret_of(store, is_person ? kPersonSignKey : kMachineSignKey)));
    auto machine = std::unique_ptr<Machine>(new Machine(std::move(home), std::move(config), std::move(court),
                                                        std::move(store), author, std::move(author_key)));

    const base::Bytes roster = TRY(os::read_file(machine->home_.roster(), kDocumentBytesMax));
    const base::Bytes pack = TRY(os::read_file(machine->home_.pack(), kDocumentBytesMax));
    const bool any = request.believe_older_files;
    const std::uint64_t roster_seen = TRY(machine->version_seen(kRosterDocument));
    const std::uint64_t pack_seen = TRY(machine->version_seen(kPackDocument));
    TRY(machine->use_roster(roster, any ? 0 : roster_seen));
    TRY(machine->use_pack(pack, any ? 0 : pack_seen));
    TRY(machine->load_intake_keys());
    TRY(machine->store_.chain.reserve(random));
    return machine;
}

base::Result<std::uint64_t> Machine::version_seen(const char* name) const {
    const auto known = TRY(store_.documents.state(name));
    return known ? known->version : 0;
}

base::Result<void> Machine::use_roster(base::ByteView file, std::uint64_t version_min) {
    mail::Roster roster = TRY(mail::open_roster(file, court_.root));
    if (roster.court != config_.court) {
        return base::fail("roster.court", std::string(kRosterDocument) + " is the roster of court " + roster.court +
                                              ", not of " + config_.court);
    }
    if (roster.version < version_min) {
        return base::fail("store.older", std::string(kRosterDocument) + " is version " +
                                             std::to_string(roster.version) + ", older than version " +
                                             std::to_string(version_min) + " that this machine has accepted before");
    }
    roster_ = std::move(roster);
    documents_issued_ = std::max(documents_issued_, TRY(seal::label_of(file)).issued_at);
    return {};
}

base::Result<void> Machine::use_pack(base::ByteView file, std::uint64_t version_min) {
    pack::OpenedPack opened = TRY(pack::open_pack(file, court_.root, static_cast<std::uint32_t>(version_min)));
    auto parsed = std::make_shared<pack::Pack>(std::move(opened.pack));
    if (parsed->dictionary_id != 0 && !parsed->dictionary.empty()) {
        TRY(store_.documents.keep_dictionary(
            {static_cast<seal::DictionaryId>(parsed->dictionary_id), parsed->dictionary}));
    }
    pack_ = std::move(parsed);
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

base::Result<void> Machine::take_roster(base::ByteView file, base::Instant now) {
    const std::uint64_t seen = TRY(version_seen(kRosterDocument));
    TRY(use_roster(file, seen));
    TRY(os::write_file(home_.roster(), file, os::Privacy::OwnerOnly));
    return store_.documents.accept(kRosterDocument, {roster_.version, seal::sha256(file), now});
}

base::Result<void> Machine::take_pack(base::ByteView file, base::Instant now) {
    const std::uint64_t seen = TRY(version_seen(kPackDocument));
    TRY(use_pack(file, seen));
    TRY(os::write_file(home_.pack(), file, os::Privacy::OwnerOnly));
    return store_.documents.accept(kPackDocument,
                                   {static_cast<std::uint64_t>(pack_->version), seal::sha256(file), now});
}

}  // namespace courtyard::worker
