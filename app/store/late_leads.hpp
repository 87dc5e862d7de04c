// Repository of overdue leads, as registrars' laptops tell the leaders of them: of each lead the last word of each.
#pragma once

#include <functional>
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
    std::int64_t known = 0;           // steps with the lead that they knew; one more when they say that it is over
    std::string name, source;         // of whom it tells, and who handed it over
    std::string task;                 // cases::LeadTask::code
    std::optional<domain::Date> due;  // nothing: it is not overdue any more
    friend bool operator==(const LateLead&, const LateLead&) = default;
};

class LateLeads {
public:
    explicit LateLeads(Database& database) : database_(&database) {}

    // The same record twice is once. What the same person said of it before goes: nobody reads it any more.
    base::Result<void> add(const Transaction& inside, const LateLead& late);
    // Of each lead what counts: the word of who knew most of it, of two who knew as much the later one. Only words of
    // those whom `counts` names.
    base::Result<std::vector<LateLead>> newest(const std::function<bool(const base::PersonId&)>& counts) const;

private:
    base::Result<std::vector<LateLead>> all() const;

    Database* database_;
};

}  // namespace courtyard::store
