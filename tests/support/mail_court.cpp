#include "tests/support/mail_court.hpp"

#include <algorithm>

#include "sync/base/encoding.hpp"

namespace courtyard::test {

namespace {

template <class T>
T must(base::Result<T> result) {
    COURTYARD_CHECK(result.has_value());
    return std::move(*result);
}

constexpr seal::Validity kYears{kNow + (-365 * kDayMs), kNow + 3650 * kDayMs};

}  // namespace

MailCourt::MailCourt(std::uint64_t seed, std::string code)
    : random(seed),
      root(seal::SigningKey::make(random)),
      answer_key(seal::SigningKey::make(random)),
      intake(seal::SealSecretKey::make(random)),
      authority(must(seal::make_authority("Test court", kYears, random))),
      author_(seal::SigningKey::make(random)) {
    roster.court = std::move(code);
    roster.name = "测试法院";
    roster.version = 1;
    roster.hub_keys = {answer_key.public_key()};
    roster.intake = {{1, intake.public_key()}};
    add("kiosk", mail::MachineKind::Kiosk, mail::Role::Judge);
    for (const auto role :
         {mail::Role::Registrar, mail::Role::Judge, mail::Role::Committee, mail::Role::Caller, mail::Role::Leader}) {
        add(std::string(mail::name_of(role)), mail::MachineKind::Laptop, role);
    }
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::sort(roster.persons.begin(), roster.persons.end(), by_id);
    std::sort(roster.machines.begin(), roster.machines.end(), by_id);
}

void MailCourt::add(const std::string& name, mail::MachineKind kind, mail::Role role) {
    mail::Machine machine;
    machine.id = base::MachineId::random(random);
    machine.kind = kind;
    machine.sign_key = seal::SigningKey::make(random).public_key();
    if (kind == mail::MachineKind::Kiosk) {
        machine.site = "村口";
    } else {
        mail::Person person{base::PersonId::random(random),
                            "毕䶮",
                            role,
                            seal::SigningKey::make(random).public_key(),
                            seal::SealSecretKey::make(random).public_key(),
                            mail::Standing::Active};
        machine.person = person.id;
        roster.persons.push_back(person);
    }
    seal::TlsIdentity tls = must(seal::issue_client(authority, machine.id, kYears, random));
    machine.tls_spki = must(seal::spki_sha256(tls.certificate_pem));
    roster.machines.push_back(machine);
    machines.emplace(name, TestMachine{machine, std::move(tls)});
}

base::Bytes MailCourt::signed_roster() const { return must(mail::sign_roster(roster, kNow, root)); }

void MailCourt::revoke(const std::string& name) {
    ++roster.version;
    for (mail::Machine& machine : roster.machines) {
        if (machine.id == machines.at(name).machine.id) machine.standing = mail::Standing::Revoked;
    }
}

base::Bytes MailCourt::record(std::size_t payload_bytes) {
    base::Bytes noise(payload_bytes);
    random.fill(noise);
    seal::Body body;
    body.author = machines.at("kiosk").machine.id;
    body.seq = ++records_;
    body.kind = "application";
    body.pack = {"test", 1};
    body.claimed_at = kNow;
    body.payload = "{\"noise\":\"" + base::hex(noise) + "\"}";
    const auto recipient = seal::Recipient::of(intake.public_key());
    return must(seal::seal({base::RecordId::random(random), recipient, body, author_, nullptr}, random));
}

base::RecordId MailCourt::id_of(base::ByteView record) { return must(seal::parse_header(record)).id; }

}  // namespace courtyard::test
