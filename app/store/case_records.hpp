// Repository of what the court's laptops tell one another about cases: sealed records as they came, and the bodies of
// those whose case this person is on. And of the keys of those cases.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/store/inbox.hpp"
#include "app/store/transaction.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/body.hpp"

namespace courtyard::store {

struct CaseRecord {
    base::RecordId id;
    seal::RecordHash hash;
    base::KeyId recipient;
    std::optional<base::RecordId> about;  // the case, once it is opened
    std::string kind;                     // empty while it is closed
    base::Instant arrived;                // by our clock
    base::Instant received;               // by the hub's; zero when not from the hub
    std::uint64_t hub_sequence = 0;       // 0: not from the hub
    Origin origin = Origin::Hub;
    bool opened = false;
    std::string problem;  // code of the error when it could not be opened with a key that is here
    base::Bytes record;
    std::string body;                      // JSON as it was signed
    std::optional<base::RecordId> notice;  // what this laptop said with it: to the slip, or in a letter to the intake
    std::optional<base::Digest> picture;   // that it holds: then it stays closed, and its case is known all the same
};

class CaseRecords {
public:
    explicit CaseRecords(Database& database) : database_(&database) {}

    // The same record twice is once: a second copy only adds the hub's number when that was missing.
    base::Result<Kept> keep(const Transaction& inside, const CaseRecord& record);
    // What lay here closed opens now: kind, case, body, problem.
    base::Result<void> opened(const Transaction& inside, const CaseRecord& record);
    // A record that was made here and has not left: taken back. With its notice or its letter, from the outbox too;
    // "undo.sent" when one of them may have left this laptop, "undo.others" when it was not made here.
    base::Result<void> take_back(const Transaction& inside, const base::RecordId& id);
    // The same for records of that kind and case that were made here at that moment or later (keys for people).
    base::Result<void> take_back_since(const Transaction& inside, const base::RecordId& about, std::string_view kind,
                                       base::Instant since);
    // Bodies and keys of a case go, what they were folded to, and what others told of who looked at it; its records
    // stay sealed, as everybody's, and so do those that brought the keys.
    base::Result<void> forget(const Transaction& inside, const base::RecordId& about);
    // Left by that fact, which was made here and has not left this laptop: forgotten when it has. Of one case the last
    // one counts.
    struct Leaving {
        base::RecordId about, fact;
    };
    base::Result<void> leaves(const Transaction& inside, const Leaving& leaving);
    base::Result<std::vector<Leaving>> leaving() const;
    base::Result<void> has_left(const Transaction& inside, const base::RecordId& about);

    // Whether something of that kind about that case, or another record, was sealed here to this key.
    base::Result<bool> was_sent(const base::KeyId& recipient, const base::RecordId& about, std::string_view kind) const;
    // Records that brought keys of a case to this person, with record: they lie here sealed.
    base::Result<std::vector<CaseRecord>> keys_for(const base::KeyId& recipient, const base::RecordId& about) const;
    base::Result<std::vector<CaseRecord>> closed_for(const base::KeyId& recipient) const;  // with record
    base::Result<std::vector<CaseRecord>> of_case(const base::RecordId& about) const;      // with body
    // The case of which an open record tells; nothing when none lies here open.
    base::Result<std::optional<base::RecordId>> about(const base::RecordId& id) const;
    // The pictures of a case, without record; and the records that hold one of them.
    base::Result<std::vector<CaseRecord>> pictures(const base::RecordId& about) const;
    base::Result<std::vector<CaseRecord>> holding(const base::RecordId& about, const base::Digest& picture) const;
    base::Result<bool> has(const base::RecordId& id, const seal::RecordHash& hash) const;
    // All of them in order of arrival, without their bytes: 10,000 cases are more than memory should hold at once.
    struct Mark {
        std::int64_t place = 0;
        base::RecordId id;
        seal::RecordHash hash;
        bool hub_has = false;  // it came from there, or somebody of the court says so
    };
    base::Result<std::vector<Mark>> marks(std::int64_t after_place, int count_max) const;
    base::Result<base::Bytes> sealed(std::int64_t place) const;  // "store.no_record"
    struct Count {
        base::RecordId about;
        std::int64_t records = 0;
    };
    base::Result<std::vector<Count>> cases() const;  // that have something open here

private:
    Database* database_;
};

struct CaseKey {
    base::KeyId id;
    base::RecordId about;
    std::uint32_t epoch = 1;
    base::Bytes secret;  // X25519, 32 bytes; the caller wipes it
};

class CaseKeys {
public:
    explicit CaseKeys(Database& database) : database_(&database) {}

    base::Result<void> put(const Transaction& inside, const CaseKey& key);  // the same key twice is once
    base::Result<void> take_back(const Transaction& inside, const base::KeyId& id);
    base::Result<std::optional<CaseKey>> find(const base::KeyId& id) const;
    // Oldest epoch first; of one epoch by id, so that the last one is everybody's choice for sealing.
    base::Result<std::vector<CaseKey>> of_case(const base::RecordId& about) const;

private:
    Database* database_;
};

}  // namespace courtyard::store
