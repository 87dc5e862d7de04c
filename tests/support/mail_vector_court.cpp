#include "tests/support/mail_vector_court.hpp"

#include "sync/base/encoding.hpp"
#include "tests/support/dictionary_d1.hpp"
#include "tests/support/mail_vectors.hpp"

namespace courtyard::test {
namespace {

MailVectorCourt::Staff make_staff(base::Random& random) {
    const base::PersonId id = base::PersonId::random(random);
    return {id, seal::SigningKey::make(random)};
}

}  // namespace

MailVectorCourt::MailVectorCourt()
    : random(20261124),
      root(seal::SigningKey::make(random)),
      hub(seal::SigningKey::make(random)),
      hub_after(seal::SigningKey::make(random)),
      stranger(seal::SigningKey::make(random)),
      intake_before(seal::RecipientKey::of(seal::SealSecretKey::make(random))),
      intake(seal::RecipientKey::of(seal::SealSecretKey::make(random))),
      receipt(seal::ReceiptSecret::make(random)),
      kiosk(base::MachineId::random(random)),
      kiosk_key(seal::SigningKey::make(random)),
      registrar(make_staff(random)),
      judge(make_staff(random)),
      judge_before(make_staff(random)),
      caller(make_staff(random)) {
    COURTYARD_CHECK(dictionaries.add(dictionary_d1()).has_value());
    roster.court = "330199";
    roster.name = "测试县人民法院";
    roster.version = 3;
    roster.hub_keys = {hub.public_key(), hub_after.public_key()};
    roster.intake = {{1, intake_before.key.public_key()}, {3, intake.key.public_key()}};
    const auto machine = [&](const base::MachineId& id, const seal::VerifyKey& key, mail::Standing standing) {
        mail::Machine made;
        made.id = id;
        made.sign_key = key;
        made.tls_spki = base::Digest::random(random);
        made.standing = standing;
        return made;
    };
    // Key first, then id: two arguments would be drawn in the order that a compiler likes.
    const auto new_machine = [&](mail::Standing standing) {
        const seal::VerifyKey key = seal::SigningKey::make(random).public_key();
        const base::MachineId id = base::MachineId::random(random);
        return machine(id, key, standing);
    };
    const auto standing_of = [&](const Staff& staff) {
        return &staff == &judge_before ? mail::Standing::Revoked : mail::Standing::Active;
    };
    mail::Machine here = machine(kiosk, kiosk_key.public_key(), mail::Standing::Active);
    here.site = "云坞村 \"桥头\" \\ 东";  // what JSON must escape
    mail::Machine lost = new_machine(mail::Standing::Revoked);
    lost.site = "石桥镇";
    roster.machines = {here, lost};
    for (const auto& [staff, name, role] : {std::tuple{&registrar, "沈登记", mail::Role::Registrar},
                                            {&judge, "钟法官", mail::Role::Judge},
                                            {&judge_before, "毕䶮", mail::Role::Judge},
                                            {&caller, "林回访", mail::Role::Caller}}) {
        roster.persons.push_back({staff->id, name, role, staff->key.public_key(),
                                  seal::SealSecretKey::make(random).public_key(), standing_of(*staff)});
        mail::Machine laptop = new_machine(mail::Standing::Active);
        laptop.kind = mail::MachineKind::Laptop;
        laptop.person = staff->id;
        roster.machines.push_back(laptop);
    }
    manifest["about"] = "What each file is and what must come of it. PROTOCOL.md is in sync/mail.";
    manifest["keys"] = {{"root_public", root.public_key().text()},
                        {"hub_seed", base::hex(hub.secret())},
                        {"hub_public", hub.public_key().text()},
                        {"stranger_public", stranger.public_key().text()},
                        {"intake_before_secret", base::hex(intake_before.key.secret())},
                        {"intake_secret", base::hex(intake.key.secret())},
                        {"receipt_secret", base::hex(receipt.secret())}};
    manifest["dictionary"] = "assets/packs/zhejiang-demo/dictionary/d1.bin";
}

base::Bytes MailVectorCourt::signed_answer(const mail::Answer& answer, const std::vector<mail::ExactRecord>& records,
                                           const mail::MailboxName& mailbox, const seal::SigningKey& key,
                                           seal::Context context) const {
    base::Bytes bytes = mail::encode(answer);
    const base::Bytes message = mail::signed_part(bytes, mailbox, records);
    const seal::Signature signature = seal::sign(key, context, {message});
    std::copy(signature.bytes.begin(), signature.bytes.end(), bytes.end() - seal::Signature::kSize);
    return bytes;
}

void MailVectorCourt::finish() {
    const std::string text = manifest.dump(1) + "\n";
    files["manifest.json"] = base::to_bytes(text);
}

std::map<std::string, base::Bytes> mail_vectors() {
    MailVectorCourt court;
    add_record_vectors(court);
    add_roster_vectors(court);
    add_message_vectors(court);
    add_answer_vectors(court);
    court.finish();
    return std::move(court.files);
}

}  // namespace courtyard::test
