// Repository of facts whose author's clock was days ahead of the day on which they came: rows are added, and go with
// their case.
#pragma once

#include <vector>

#include "app/store/transaction.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

struct FactAhead {
    base::RecordId fact, about;
    base::PersonId person;  // who signed it
    base::Instant claimed, came;
    friend bool operator==(const FactAhead&, const FactAhead&) = default;
};

class FactsAhead {
public:
    explicit FactsAhead(Database& database) : database_(&database) {}

    // The same fact twice is once: when it first came counts.
    base::Result<void> add(const Transaction& inside, const FactAhead& ahead);
    [[nodiscard]] base::Result<std::vector<FactAhead>> of_case(const base::RecordId& about) const;
    [[nodiscard]] base::Result<std::vector<FactAhead>> all() const;  // of cases that are here

private:
    Database* database_;
};

}  // namespace courtyard::store
