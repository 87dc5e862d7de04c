// Repository of what lies in the inbox and is not for this person: letters about which a case stands that they are not
// on. Such a letter keeps its place, its kind, its days and, of an application, the receipt's number; no name, no body,
// no record that this laptop opens. And of cases that this person is no longer on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/store/inbox.hpp"
#include "sync/seal/body.hpp"

namespace courtyard::store {

struct LeftCase {
    base::RecordId id;
    std::optional<base::RecordId> application;
    std::string receipt;
    base::Bytes key;  // X25519, the public half of a key of the case
    bool in_conflict = false;
};

class WithheldLetters {
public:
    explicit WithheldLetters(Database& database) : database_(&database) {}

    struct Row {
        base::RecordId id;
        seal::RecordHash hash;  // of the record as it came
        base::KeyId key;        // to which it is wrapped
    };
    // Of `letter`, which has its record, `wrapped` is left.
    base::Result<void> withhold(const Transaction& inside, const Letter& letter, const base::KeyId& key,
                                base::ByteView wrapped);
    // It lies here again as it came: with its record, and opened where it opens.
    base::Result<void> give_back(const Transaction& inside, const Letter& letter);
    base::Result<std::vector<Row>> all() const;
    // Attachments of withheld applications that are not withheld themselves: they came later.
    base::Result<std::vector<base::RecordId>> late_attachments() const;

    base::Result<void> has_left(const Transaction& inside, const LeftCase& left);  // the last word of each case counts
    base::Result<std::vector<LeftCase>> left_cases() const;

private:
    Database* database_;
};

}  // namespace courtyard::store
