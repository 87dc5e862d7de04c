// The roster: the people and machines of one court, their public keys, and what each may do with which mailbox.
// It travels as a signed document of kind "roster" (seal::SignedDocument), signed by the court's root key; its body is
// the canonical JSON that print_roster() writes. Example and grammar: PROTOCOL.md, "Roster".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/mailbox.hpp"
#include "sync/seal/keys.hpp"

namespace courtyard::mail {

enum class Standing { Active, Revoked };
enum class MachineKind { Kiosk, Laptop };
// Partner: not of the court, but one of the bodies that it asks for help (civil affairs, legal aid, a charity).
enum class Role { Registrar, Judge, Committee, Caller, Leader, Partner };

[[nodiscard]] std::string_view name_of(MachineKind kind);  // "kiosk" "laptop"
[[nodiscard]] std::string_view name_of(Role role);  // "registrar" "judge" "committee" "caller" "leader" "partner"
[[nodiscard]] base::Result<Role> parse_role(std::string_view text);  // "roster.role"

struct Machine {
    base::MachineId id;
    MachineKind kind = MachineKind::Kiosk;
    std::string site;                      // where a kiosk stands; empty for a laptop
    std::optional<base::PersonId> person;  // whose laptop it is; a kiosk has none
    seal::VerifyKey sign_key;              // signs what the machine files
    base::Digest tls_spki;                 // SHA-256 of its TLS certificate's SubjectPublicKeyInfo (DER)
    Standing standing = Standing::Active;
    friend bool operator==(const Machine&, const Machine&) = default;
};

struct Person {
    base::PersonId id;
    std::string name;
    Role role = Role::Judge;
    seal::VerifyKey sign_key;
    seal::SealPublicKey seal_key;
    Standing standing = Standing::Active;
    std::string body = {};  // of a partner alone: which body it is, as the pack's contacts.toml calls it
    friend bool operator==(const Person&, const Person&) = default;
};

// One epoch of the court's intake key. Kiosks seal to the newest (the last); old ones stay listed while they are
// openable.
struct IntakeKey {
    std::uint32_t epoch = 0;
    seal::SealPublicKey key;
    [[nodiscard]] seal::Recipient recipient() const { return seal::Recipient::of(key); }
    friend bool operator==(const IntakeKey&, const IntakeKey&) = default;
};

struct Roster {
    std::string court;          // code, for example "330199"
    std::string name;           // the court's name
    std::uint32_t version = 0;  // from 1, the same as the signed document's; a lower one is never accepted again
    std::vector<seal::VerifyKey> hub_keys;  // who may sign the hub's answers; more than one while changing over
    std::vector<IntakeKey> intake;          // by epoch, rising
    std::vector<Person> persons;            // by id, rising
    std::vector<Machine> machines;          // by id, rising
    friend bool operator==(const Roster&, const Roster&) = default;
};

inline constexpr std::size_t kRosterBytesMax = 8u << 20;
inline constexpr std::size_t kMachinesMax = 20'000;
inline constexpr std::size_t kPersonsMax = 2'000;
inline constexpr std::size_t kIntakeKeysMax = 64;
inline constexpr std::size_t kHubKeysMax = 4;
inline constexpr std::size_t kNameBytesMax = 120;  // UTF-8, no control characters

// Checks limits, order, uniqueness and references: "roster.court", "roster.version", "roster.keys", "roster.person",
// "roster.body" (a partner without one, or whose mailbox's name would be too long; anybody else with one; two active
// partners of one body), "roster.machine", "roster.size"; the sentence names the offender by id.
[[nodiscard]] base::Result<void> check_roster(const Roster& roster);

// Canonical JSON: keys sorted, no spaces, ids in lower-case hexadecimal, keys as seal prints them. Sorts lists before
// printing, then checks.
[[nodiscard]] base::Result<std::string> print_roster(Roster roster);

// Reads exactly what print_roster writes: parse(print(r)) == r, and print(parse(t)) == t for every accepted t.
[[nodiscard]] base::Result<Roster> parse_roster(std::string_view json);  // "roster.json", "roster.role", check_roster's

// The file roster.cyd: a seal::SignedDocument of kind Roster around that JSON, with the same version.
// open_roster: seal's "document.*", "roster.version" when the two differ, and those of parse_roster.
[[nodiscard]] base::Result<base::Bytes> sign_roster(const Roster& roster, base::Instant issued_at,
                                                    const seal::SigningKey& root);
[[nodiscard]] base::Result<Roster> open_roster(base::ByteView file, const seal::VerifyKey& root);

enum class Action { Append, Read };

// One table decides (roster.cpp): a kiosk appends to intake and reads public; laptops of a registrar or judge append to
// and read both; all other staff append to intake (an application that came back from its slip) and read public. All
// staff append to and read cases; no kiosk does. All staff append to the mailbox of each body that has an active
// partner; that partner alone reads it, appends its answers to cases and what it hands over to intake, and reads
// nothing else. Nothing for a revoked machine, a laptop of a revoked person, or another court's mailbox.
[[nodiscard]] bool may(const Roster& roster, const Machine& machine, Action action, const MailboxName& mailbox);

[[nodiscard]] const Machine* find_machine(const Roster& roster, const base::MachineId& id);
[[nodiscard]] const Machine* find_machine_by_tls(const Roster& roster, const base::Digest& tls_spki);
[[nodiscard]] const Person* find_person(const Roster& roster, const base::PersonId& id);
// The active partner of this body, or whose seal_key this is (also one that was revoked).
[[nodiscard]] const Person* find_partner(const Roster& roster, std::string_view body);
[[nodiscard]] const Person* find_partner(const Roster& roster, const base::KeyId& seal_key);
[[nodiscard]] const IntakeKey* find_intake_key(const Roster& roster, const base::KeyId& id);
[[nodiscard]] const IntakeKey& newest_intake_key(const Roster& roster);  // a checked roster has one

}  // namespace courtyard::mail
