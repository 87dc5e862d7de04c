#include "app/worker/enrolling.hpp"

#include <algorithm>
#include <system_error>

#include "app/domain/text.hpp"
#include "app/pack/pack_file.hpp"
#include "app/store/store.hpp"
#include "app/worker/county_key.hpp"
#include "app/worker/court_lock.hpp"
#include "app/worker/key_names.hpp"
#include "app/worker/roster_name.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"
#include "sync/seal/passphrase.hpp"
#include "sync/seal/signed_document.hpp"
#include "sync/seal/tls_identity.hpp"

namespace courtyard::worker {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kCertificateDayMs = 86'400'000;
constexpr std::int64_t kClientMs = 5 * 365 * kCertificateDayMs;
constexpr std::size_t kPemBytesMax = 64 * 1024;
constexpr std::size_t kCourtFileBytesMax = seal::SignedDocument::kPayloadMax + 4096;
constexpr const char* kHomeFiles[] = {"machine.toml", "court.pub",    "store.key",  "store.key.wrapped", "store.db",
                                      "store.db-wal", "store.db-shm", "roster.cyd", "pack.cyp"};

// Takes away what an enrolment that failed has left in the home.
class HalfHome {
public:
    explicit HalfHome(fs::path folder) : folder_(std::move(folder)) {}
    ~HalfHome() {
        if (done_) return;
        std::error_code ignored;
        for (const char* name : kHomeFiles)
            fs::remove(folder_ / name, ignored);
        fs::remove(folder_, ignored);  // only when it is empty
    }
    HalfHome(const HalfHome&) = delete;
    HalfHome& operator=(const HalfHome&) = delete;
    void keep() { done_ = true; }

private:
    fs::path folder_;
    bool done_ = false;
};

base::Result<void> must_be_unused(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_directory(folder, error))
        return base::fail("enrol.home", folder.string() + " is not a folder");
    for (const char* name : kHomeFiles) {
        if (fs::exists(folder / name, error))
            return base::fail("enrol.home", folder.string() + " is a machine's home already; give another --home");
    }
    return {};
}

struct Keys {
    base::MachineId machine;
    seal::SigningKey machine_sign;
    seal::TlsIdentity tls;
};

base::Result<Keys> make_machine_keys(const CourtFolder& court, base::Instant now, base::Random& random) {
    const base::MachineId id = base::MachineId::random(random);
    const base::Bytes certificate = TRY(os::read_file(court.folder / "ca.pem", kPemBytesMax));
    base::Bytes key = TRY(os::read_file(court.folder / "ca.key", kPemBytesMax));
    const seal::TlsIdentity authority{std::string(base::as_text(certificate)), seal::SecretBytes(base::ByteView(key))};
    base::wipe(key);
    auto tls = TRY(seal::issue_client(authority, id, {now + -kCertificateDayMs, now + kClientMs}, random));
    return Keys{id, seal::SigningKey::make(random), std::move(tls)};
}

base::Result<store::Store> make_store(const Home& home, const seal::Secret<32>& key, const Keys& keys) {
    store::Store store = TRY(store::Store::open(home.store_db(), key.view(), {.create = true}));
    TRY(store.keyring.put(kMachineSignKey, keys.machine_sign.secret()));
    TRY(store.keyring.put(kMachineTlsKey, keys.tls.private_key_pem.view()));
    TRY(store.keyring.put(kMachineTlsCertificate, base::as_bytes(keys.tls.certificate_pem)));
    return store;
}

// The private halves of all epochs, for those who read the intake.
base::Result<void> hand_over_intake(const CourtFolder& court, const mail::Roster& roster, store::Store& store) {
    for (const mail::IntakeKey& epoch : roster.intake) {
        const std::string number = std::to_string(epoch.epoch);
        base::Bytes key = TRY(os::read_file(court.folder / "intake" / (number + ".key"), 32));
        const auto kept = store.keyring.put(std::string(kIntakePrefix) + number, key);
        base::wipe(key);
        TRY(kept);
    }
    return {};
}

// From here on the roster knows the machine; machine.toml comes last and makes the folder a home.
base::Result<void> finish(const CourtFolder& court, const Home& home, const MachineConfig& config, mail::Roster roster,
                          store::Store& store, base::Instant now) {
    const base::Bytes court_pub = TRY(os::read_file(court.folder / "court.pub", kPemBytesMax));
    TRY(os::write_file(home.court_pub(), court_pub, os::Privacy::OwnerOnly));
    const base::Bytes pack = TRY(os::read_file(court.pack_path(), kCourtFileBytesMax));
    TRY(os::write_file(home.pack(), pack, os::Privacy::OwnerOnly));
    const seal::DocumentLabel pack_label = TRY(seal::label_of(pack));
    TRY(store.documents.accept(kPackDocument, {pack_label.version, seal::sha256(pack), now}));

    const std::uint64_t version = roster.version;
    TRY(publish_roster(court, std::move(roster), now));
    const base::Bytes file = TRY(os::read_file(court.roster_path(), kCourtFileBytesMax));
    TRY(os::write_file(home.roster(), file, os::Privacy::OwnerOnly));
    TRY(store.documents.accept(kRosterDocument, {version, seal::sha256(file), now}));
    TRY(store.database().rest());
    return os::write_file(home.machine_toml(), print_machine_config(config), os::Privacy::OwnerOnly);
}

MachineConfig config_of(const CourtFolder& court, mail::MachineKind kind, const base::MachineId& machine) {
    MachineConfig config;
    config.court = court.code;
    config.court_name = court.name;
    config.kind = kind;
    config.machine = machine;
    config.hub_url = court.hub_url;
    return config;
}

std::string list_of(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < 20; ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    return names.size() > 20 ? text + ", …" : text;
}

// A person is one identity of the roster: a second one of the same human would pass wherever two persons are wanted.
base::Result<void> must_be_new(const mail::Roster& roster, const NewStaff& request) {
    if (request.is_another || request.role == mail::Role::Partner) return {};
    const std::string_view name = domain::trim(request.name);
    for (const mail::Person& each : roster.persons) {
        if (each.standing != mail::Standing::Active || each.role == mail::Role::Partner) continue;
        if (domain::trim(each.name) != name) continue;
        return base::fail("enrol.name", "\"" + each.name + "\" has a laptop of this court already, as " +
                                            std::string(mail::name_of(each.role)) +
                                            ": a second one would count as a second person; if this is somebody else "
                                            "of that name, say --another-person");
    }
    return {};
}

}  // namespace

base::Result<Enrolled> enrol_kiosk(const NewKiosk& request, base::Instant now, base::Random& random) {
    const CourtLock lock = TRY(CourtLock::take(request.court));
    const CourtFolder court = TRY(open_court(request.court));
    if (std::find(court.sites.begin(), court.sites.end(), request.site) == court.sites.end()) {
        return base::fail("enrol.site", "the court has no site named \"" + request.site +
                                            "\"; its sites are: " + list_of(court.sites));
    }
    TRY(must_be_unused(request.home));
    mail::Roster roster = TRY(court_roster(court));
    const Keys keys = TRY(make_machine_keys(court, now, random));
    const Home home{request.home};
    TRY(os::make_folder(home.folder));
    HalfHome half(home.folder);
    const auto store_key = seal::Secret<32>::random(random);
    TRY(os::write_file(home.store_key(), store_key.view(), os::Privacy::OwnerOnly));
    store::Store store = TRY(make_store(home, store_key, keys));

    mail::Machine machine{
        keys.machine,          mail::MachineKind::Kiosk,       request.site,
        std::nullopt,          keys.machine_sign.public_key(), TRY(seal::spki_sha256(keys.tls.certificate_pem)),
        mail::Standing::Active};
    roster.machines.push_back(std::move(machine));
    ++roster.version;
    MachineConfig config = config_of(court, mail::MachineKind::Kiosk, keys.machine);
    config.site = request.site;
    const std::uint64_t version = roster.version;
    TRY(finish(court, home, config, std::move(roster), store, now));
    half.keep();
    return Enrolled{keys.machine, std::nullopt, version};
}

base::Result<Enrolled> enrol_staff(const NewStaff& request, base::Instant now, base::Random& random) {
    const CourtLock lock = TRY(CourtLock::take(request.court));
    const CourtFolder court = TRY(open_court(request.court));
    TRY(check_roster_name(request.name, "enrol.name", "--name"));
    TRY(must_be_unused(request.home));
    mail::Roster roster = TRY(court_roster(court));
    TRY(must_be_new(roster, request));
    const Keys keys = TRY(make_machine_keys(court, now, random));
    const seal::SigningKey sign = seal::SigningKey::make(random);
    const seal::SealSecretKey open = seal::SealSecretKey::make(random);
    const base::PersonId person = base::PersonId::random(random);

    const Home home{request.home};
    const auto store_key = seal::Secret<32>::random(random);
    const base::Bytes wrapped =
        TRY(seal::wrap_with_passphrase(store_key, request.passphrase, random, {request.scrypt_log2_n}));
    TRY(os::make_folder(home.folder));
    HalfHome half(home.folder);
    TRY(os::write_file(home.store_key_wrapped(), wrapped, os::Privacy::OwnerOnly));
    store::Store store = TRY(make_store(home, store_key, keys));
    TRY(store.keyring.put(kPersonSignKey, sign.secret()));
    TRY(store.keyring.put(kPersonSealKey, open.secret()));
    if (request.role == mail::Role::Registrar || request.role == mail::Role::Judge)
        TRY(hand_over_intake(court, roster, store));
    if (request.role == mail::Role::Registrar || request.role == mail::Role::Judge)
        TRY(hand_over_county_key(court, store));

    roster.persons.push_back({person, request.name, request.role, sign.public_key(), open.public_key(),
                              mail::Standing::Active, request.body});
    roster.machines.push_back({keys.machine, mail::MachineKind::Laptop, "", person, keys.machine_sign.public_key(),
                               TRY(seal::spki_sha256(keys.tls.certificate_pem)), mail::Standing::Active});
    ++roster.version;
    MachineConfig config = config_of(court, mail::MachineKind::Laptop, keys.machine);
    config.person = person;
    config.person_name = request.name;
    config.role = request.role;
    const std::uint64_t version = roster.version;
    TRY(finish(court, home, config, std::move(roster), store, now));
    half.keep();
    return Enrolled{keys.machine, person, version};
}

}  // namespace courtyard::worker
