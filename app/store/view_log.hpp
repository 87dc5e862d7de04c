// Repository of who looked at which case and what they took out of it, on this laptop and on those that told of it:
// rows are added, never changed. What came from others goes when this person leaves the case (CaseRecords::forget).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/store/transaction.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

struct View {
    base::Instant at;
    base::PersonId person;
    base::RecordId about;
    std::string what;  // "case", "application", "account", "paper.<id>"
};

class ViewLog {
public:
    explicit ViewLog(Database& database) : database_(&database) {}

    base::Result<void> add(const View& view);
    base::Result<std::vector<View>> of_case(const base::RecordId& about, int count_max) const;  // newest first

    // Those made here that this leader has not been told of, oldest first; and that they have, up to and with a place.
    struct Placed {
        std::int64_t place = 0;
        View view;
    };
    base::Result<std::vector<Placed>> untold(const base::PersonId& leader, int count_max) const;
    base::Result<void> told(const Transaction& inside, const base::PersonId& leader, std::int64_t place);
    // What this leader may not hear of now, being off the case: of which cases, and of one of them the oldest first.
    // Once told it is kept no more.
    base::Result<void> keep(const Transaction& inside, const base::PersonId& leader, std::int64_t place);
    base::Result<std::vector<base::RecordId>> kept_cases(const base::PersonId& leader) const;
    base::Result<std::vector<Placed>> kept(const base::PersonId& leader, const base::RecordId& about,
                                           int count_max) const;
    base::Result<void> kept_no_more(const Transaction& inside, const base::PersonId& leader, std::int64_t place);
    // A case that is forgotten here, and the leaders who were on it then: they, and nobody who was when it was
    // forgotten once before, hear what was noted of it all the same.
    base::Result<void> still_hear(const Transaction& inside, const base::RecordId& about,
                                  const std::vector<base::PersonId>& leaders);
    base::Result<std::set<base::PersonId>> hearers_of(const base::RecordId& about) const;
    // What another laptop told by this record. The same record twice is once.
    base::Result<void> take(const Transaction& inside, const base::RecordId& record, const std::vector<View>& views);

private:
    Database* database_;
};

}  // namespace courtyard::store
