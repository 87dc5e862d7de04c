// Repository of what the court said of its yearly reports: rows are added, never changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/domain/date.hpp"
#include "app/store/transaction.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

struct YearReport {
    base::RecordId record;
    int year = 0;
    base::Instant claimed;
    base::PersonId person;
    std::optional<domain::Date> sent_on;  // nothing: it was not sent, whatever was said before
    std::string sent_to;
};

class YearReports {
public:
    explicit YearReports(Database& database) : database_(&database) {}

    // The same record twice is once.
    base::Result<void> add(const Transaction& inside, const YearReport& report);
    // What was said last of that year; the same on every laptop that has the same records.
    base::Result<std::optional<YearReport>> last_of(int year) const;

    // Years of which anything was said, rising.
    base::Result<std::vector<int>> years() const;

private:
    Database* database_;
};

}  // namespace courtyard::store
