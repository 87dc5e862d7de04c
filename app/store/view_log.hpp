// Repository of who looked at which case on this laptop and what they took out: rows are added, never changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/store/database.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

struct View {
    base::Instant at;
    base::PersonId person;
    base::RecordId about;
    std::string what;  // "case", "account", "paper.<id>"
};

class ViewLog {
public:
    explicit ViewLog(Database& database) : database_(&database) {}

    base::Result<void> add(const View& view);
    base::Result<std::vector<View>> of_case(const base::RecordId& about, int count_max) const;  // newest first

private:
    Database* database_;
};

}  // namespace courtyard::store
