// A small court for tests of the mail: keys, machines of every kind, a signed roster, sealed records.
#pragma once

#include <map>
#include <string>

#include "sync/base/random.hpp"
#include "sync/mail/roster.hpp"
#include "sync/seal/record.hpp"
#include "sync/seal/tls_identity.hpp"

namespace courtyard::test {

inline constexpr base::Instant kNow{1'763'800'000'000};  // 2025-11-22
inline constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;

struct TestMachine {
    mail::Machine machine;
    seal::TlsIdentity tls;
};

struct MailCourt {
    explicit MailCourt(std::uint64_t seed = 1, std::string code = "330199");

    base::SeededRandom random;
    seal::SigningKey root;
    seal::SigningKey answer_key;
    seal::SealSecretKey intake;
    seal::TlsIdentity authority;
    mail::Roster roster;
    std::map<std::string, TestMachine> machines;  // "kiosk", and one laptop per role: "registrar", "judge", …

    [[nodiscard]] base::Bytes signed_roster() const;
    void revoke(const std::string& machine);  // in a new version of the roster
    [[nodiscard]] const base::Digest& spki(const std::string& machine) const {
        return machines.at(machine).machine.tls_spki;
    }

    // A sealed record with so many bytes of noise in it, which deflate cannot shrink: 40 give the smallest size class.
    [[nodiscard]] base::Bytes record(std::size_t payload_bytes = 40);
    [[nodiscard]] static base::RecordId id_of(base::ByteView record);

private:
    void add(const std::string& name, mail::MachineKind kind, mail::Role role);
    seal::SigningKey author_;
    std::uint64_t records_ = 0;
};

}  // namespace courtyard::test
