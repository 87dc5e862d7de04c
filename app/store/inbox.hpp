// Repository of what this machine may open: applications and the reviews written about them, sealed as they came and,
// once opened, with their body beside. Rows are added, never changed, but for learning the hub's number and being
// opened later.
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

enum class Origin { Hub = 0, Slip = 1, Here = 2 };  // fetched; recovered from a slip; written on this laptop

struct Letter {
    base::RecordId id;
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

    // The same id twice is once: a second copy only adds the hub's number when that was missing.
    base::Result<Kept> keep(const Transaction& inside, const Letter& letter);
    // What was set aside unopened and opens now (a new epoch's key has come).
    base::Result<void> opened(const Transaction& inside, const Letter& letter);

    base::Result<std::optional<Letter>> find(const base::RecordId& id) const;
    // By receipt number, or by the first characters (4 to 32) of a record id in hexadecimal; at most `count_max`.
    base::Result<std::vector<Letter>> find_by_text(std::string_view text, int count_max = 20) const;
    // Newest arrival first, without record and body. `name_part` empty: all.
    base::Result<std::vector<Letter>> list(std::string_view kind, std::string_view name_part, int count_max,
                                           int skip = 0) const;
    base::Result<std::vector<Letter>> about(const base::RecordId& application) const;  // with body, in order of arrival
    base::Result<std::vector<Letter>> bodies(std::string_view kind,
                                             int count_max) const;    // with body, in order of arrival
    base::Result<std::vector<Letter>> unopened(int count_max) const;  // with record
    base::Result<std::uint64_t> count(std::string_view kind) const;

private:
    Database* database_;
};

}  // namespace courtyard::store
