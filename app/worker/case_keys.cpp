#include "app/worker/case_keys.hpp"

#include <nlohmann/json.hpp>

#include "app/worker/case_mail.hpp"
#include "app/worker/key_names.hpp"
#include "app/worker/sealing.hpp"
#include "app/worker/wiped.hpp"
#include "sync/seal/record.hpp"

namespace courtyard::worker {

namespace {

base::Result<seal::SealSecretKey> secret_key(const store::CaseKey& key) {
    return seal::SealSecretKey::from(TRY(seal::Secret<32>::from(key.secret)));
}

}  // namespace

base::Result<seal::RecipientKey> recipient_key(const store::CaseKey& key) {
    return seal::RecipientKey::of(TRY(secret_key(key)));
}

base::Result<seal::Recipient> sealing_key(Machine& machine, const cases::AidCase& aid_case) {
    const auto keys = TRY(machine.store().case_keys.of_case(aid_case.id));
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        if (!aid_case.members.keys.contains(key->id.text())) continue;
        return seal::Recipient::of(TRY(secret_key(*key)).public_key());
    }
    return base::fail("case.no_key",
                      "the key of this case has not come yet: sync, or take a stick to the laptop of the registrar");
}

base::Result<store::CaseKey> make_case_key(Machine& machine, const store::Transaction& inside,
                                           const cases::CaseId& about, std::uint32_t epoch, base::Random& random) {
    const seal::SealSecretKey made = seal::SealSecretKey::make(random);
    store::CaseKey key{seal::key_id(made.public_key()), about, epoch,
                       base::Bytes(made.secret().begin(), made.secret().end())};
    TRY(machine.store().case_keys.put(inside, key));
    return key;
}

base::Result<void> give_case_key(Machine& machine, const store::Transaction& inside, const store::CaseKey& key,
                                 const base::PersonId& person, base::Instant now, base::Random& random) {
    const mail::Person* to = mail::find_person(machine.roster(), person);
    if (to == nullptr || to->standing != mail::Standing::Active)
        return base::fail("case.person", "this person is not in the court's roster, or has left the court");
    std::string payload = "{\"case\":\"" + key.about.text() + "\",\"epoch\":" + std::to_string(key.epoch) +
                          ",\"key\":\"" + base::hex(key.secret) + "\"}";
    const WipeAtEnd wipe(payload);
    return send_to_person(machine, inside, kCaseKeyKind, payload, *to, now, random, key.about);
}

base::Result<store::CaseKey> read_case_key(std::string_view payload) {
    const auto json = nlohmann::json::parse(payload, nullptr, false);
    const auto bad = [] { return base::fail("case.key", "the record holds no key of a case"); };
    if (!json.is_object()) return bad();
    const auto about = json.find("case"), epoch = json.find("epoch"), key = json.find("key");
    if (about == json.end() || epoch == json.end() || key == json.end()) return bad();
    if (!about->is_string() || !epoch->is_number_unsigned() || !key->is_string()) return bad();
    constexpr std::uint64_t kEpochMax = 10'000;
    if (epoch->get<std::uint64_t>() == 0 || epoch->get<std::uint64_t>() > kEpochMax) return bad();
    store::CaseKey read;
    read.about = TRY(base::RecordId::parse(about->get_ref<const std::string&>()));
    read.epoch = epoch->get<std::uint32_t>();
    read.secret = TRY(base::unhex(key->get_ref<const std::string&>()));
    if (read.secret.size() != seal::SealPublicKey::kSize) return bad();
    read.id = seal::key_id(TRY(secret_key(read)).public_key());
    return read;
}

base::Result<seal::RecipientKey> person_key(Machine& machine) {
    base::Bytes raw = TRY(machine.store().keyring.get(kPersonSealKey));
    auto secret = seal::Secret<32>::from(raw);
    base::wipe(raw);
    return seal::RecipientKey::of(seal::SealSecretKey::from(TRY(std::move(secret))));
}

}  // namespace courtyard::worker
