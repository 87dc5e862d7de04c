// The court of the vectors of tests/data/mail: a roster with one of everything, and whose keys it lists. Members are
// public: this is a tool's notebook, not an invariant.
#pragma once

#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "sync/base/random.hpp"
#include "sync/mail/roster.hpp"
#include "sync/mail/wire.hpp"
#include "sync/seal/receipt.hpp"
#include "sync/seal/record.hpp"
#include "tests/support/seal_vector_court.hpp"

namespace courtyard::test {

struct MailVectorCourt {
    struct Staff {
        base::PersonId id;
        seal::SigningKey key;
    };

    MailVectorCourt();
    void add(const std::string& path, const base::Bytes& file) { files[path] = file; }
    void finish();

    // As a hub signs it; `context` and `key` can be wrong on purpose.
    [[nodiscard]] base::Bytes signed_answer(const mail::Answer& answer, const std::vector<mail::ExactRecord>& records,
                                            const mail::MailboxName& mailbox, const seal::SigningKey& key,
                                            seal::Context context = seal::Context::Ack) const;

    std::map<std::string, base::Bytes> files;
    nlohmann::ordered_json manifest;
    base::SeededRandom random;
    seal::SigningKey root, hub, hub_after, stranger;
    seal::RecipientKey intake_before, intake;
    seal::ReceiptSecret receipt;
    base::MachineId kiosk;
    seal::SigningKey kiosk_key;
    Staff registrar, judge, judge_before, caller;  // judge_before: revoked
    seal::Dictionaries dictionaries;
    mail::Roster roster;
};

// Each adds its files and its list of the manifest. Messages carry the records, answers the messages.
void add_record_vectors(MailVectorCourt& court);
void add_roster_vectors(MailVectorCourt& court);
void add_message_vectors(MailVectorCourt& court);
void add_answer_vectors(MailVectorCourt& court);

inline const mail::MailboxName kVectorIntake{"330199", mail::Box::Intake};
inline const mail::MailboxName kVectorPublic{"330199", mail::Box::Public};
inline constexpr base::Instant kVectorNow{1'763'800'000'000};  // 2025-11-22

}  // namespace courtyard::test
