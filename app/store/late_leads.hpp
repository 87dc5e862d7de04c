// Repository of overdue leads, as registrars' laptops tell the leaders of them: rows are added, never changed.
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

struct LateLead {
    base::RecordId record, lead;
    base::PersonId person;  // who says so
    base::Instant claimed;
    std::int64_t known = 0;           // steps with the lead that they knew
    std::string name, source;         // of whom it tells, and who handed it over
    std::string task;                 // cases::LeadTask::code
    std::optional<domain::Date> due;  // nothing: it is not overdue any more
};

class LateLeads {
public:
    explicit LateLeads(Database& database) : database_(&database) {}

    // The same record twice is once.
    base::Result<void> add(const Transaction& inside, const LateLead& late);
    // Of each lead what counts: the word of who knew most of it, of two who knew as much the later one.
    base::Result<std::vector<LateLead>> newest() const;
    // The same of what that person said.
    base::Result<std::vector<LateLead>> newest_by(const base::PersonId& person) const;

private:
    base::Result<std::vector<LateLead>> all() const;

    Database* database_;
};

}  // namespace courtyard::store
