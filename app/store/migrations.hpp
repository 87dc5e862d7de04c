// The schema, step by step. Each step is a file migrations/NNN_what.sql, built into the program; a step is never edited
// once it has been shipped, a new one is added.
#pragma once

#include <span>
#include <string_view>

#include "app/store/database.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

struct Migration {
    int number;             // 1, 2, 3 …; PRAGMA user_version after it has run
    std::string_view name;  // the file's name
    std::string_view sql;
};

// In order of number, without gaps. Made at build time from migrations/*.sql.
[[nodiscard]] std::span<const Migration> migrations();

// Brings a store up to the last step, each step in one transaction. "store.newer" when a later program wrote it.
base::Result<void> migrate(Database& database, std::span<const Migration> steps);

}  // namespace courtyard::store
