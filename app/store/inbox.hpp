// Repository of what this machine may open: applications and the reviews written about them, sealed as they came and,
// once opened, with their body beside. Rows are added, never changed, but for learning the hub's number and being
// opened later.
//
// A record is one record by its id and its bytes. Another one under the same id (a kiosk that an older program restored
// from a backup, or somebody's malice) is kept beside it, under place_beside(); the one that the hub has keeps the id,
// for that is whom the other laptops mean by it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/store/transaction.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

// Fetched, or known to lie there; recovered from a slip; written on this laptop; from another laptop by stick.
enum class Origin { Hub = 0, Slip = 1, Here = 2, Stick = 3 };

struct Letter {
    base::RecordId id;                       // under which it lies here; nearly always the one in its header
    std::string kind;                        // "application", "review", …; empty while it is not opened
    std::optional<base::RecordId> about;     // the application that a review speaks of
    std::string name;                        // the applicant's name, for the list and for searching
    std::string number;                      // the receipt number
    std::optional<base::MachineId> machine;  // that filed it
    std::string outcome;             // what screening hinted at when it was filed, "OUT-A"; empty when it was skipped
    bool urgent = false;             // screening added OUT-A1
    base::Instant claimed;           // by the author's clock
    base::Instant arrived;           // by ours
    base::Instant received;          // by the hub's; zero when not from the hub
    std::uint64_t hub_sequence = 0;  // 0: not from the hub
    Origin origin = Origin::Hub;
    bool opened = false;
    std::string problem;  // code of the error when it could not be opened
    base::Bytes record;   // empty in lists
    std::string body;     // JSON; empty in lists and while it is not opened
};

enum class Kept { New, Known };

class Inbox {
public:
    explicit Inbox(Database& database) : database_(&database) {}

    // The same record twice is once: a second copy only adds the hub's number when that was missing.
    base::Result<Kept> keep(const Transaction& inside, const Letter& letter);
    // What was set aside unopened and opens now (a new epoch's key has come).
    base::Result<void> opened(const Transaction& inside, const Letter& letter);

    // A letter that was made here and has not left: taken back, out of the outbox too. "undo.sent"; "undo.others" when
    // it was not made here.
    base::Result<void> take_back(const Transaction& inside, const base::RecordId& id);

    base::Result<std::optional<Letter>> find(const base::RecordId& id) const;
    // By receipt number, or by the first characters (4 to 32) of a record id in hexadecimal; at most `count_max`.
    base::Result<std::vector<Letter>> find_by_text(std::string_view text, int count_max = 20) const;
    // Newest arrival first, without record and body. `name_part` empty: all.
    base::Result<std::vector<Letter>> list(std::string_view kind, std::string_view name_part, int count_max,
                                           int skip = 0) const;
    // Those of one kind, with body, in order of arrival.
    base::Result<std::vector<Letter>> about(const base::RecordId& application, std::string_view kind) const;
    // With record, in order of arrival: an attachment's number is the digest of its picture.
    base::Result<std::vector<Letter>> with_number(std::string_view kind, std::string_view number) const;
    base::Result<std::vector<Letter>> bodies(std::string_view kind,
                                             int count_max) const;    // with body, in order of arrival
    base::Result<std::vector<Letter>> unopened(int count_max) const;  // with record
    base::Result<std::uint64_t> count(std::string_view kind) const;

    // Letters that lie here under another id than their record's own, without record and body.
    base::Result<std::vector<Letter>> beside_others(int count_max) const;
    // Opened records of one author under one number of its chain, each group two or more, oldest arrival first.
    base::Result<std::vector<std::vector<base::RecordId>>> forks(int count_max) const;
    // The content of the letter `old` has been sealed anew as `fresh`, which is here: `old` goes, and what was written
    // about it here speaks of `fresh`.
    base::Result<void> supersede(const Transaction& inside, const base::RecordId& old, const base::RecordId& fresh);

private:
    base::Result<void> insert(const Letter& letter, const base::RecordId& id);
    base::Result<void> move(const base::RecordId& from, const base::RecordId& to, std::string_view whose);
    base::Result<base::RecordId> free_place(base::RecordId taken, base::ByteView record) const;

    Database* database_;
};

}  // namespace courtyard::store
