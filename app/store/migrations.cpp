#include "app/store/migrations.hpp"

#include <string>

#include "app/store/transaction.hpp"

namespace courtyard::store {

namespace {

base::Result<int> version_of(Database& database) {
    auto select = database.statement("PRAGMA user_version");
    TRY(select.step());
    return static_cast<int>(select.integer(0));
}

}  // namespace

base::Result<void> migrate(Database& database, std::span<const Migration> steps) {
    const int last = steps.empty() ? 0 : steps.back().number;
    if (TRY(version_of(database)) == last) return {};
    for (const Migration& step : steps) {
        auto transaction = TRY(Transaction::begin(database));
        // Read again under the lock: another process may have been quicker.
        const int version = TRY(version_of(database));
        if (version > last) {
            return base::fail("store.newer", "the store was written by a newer version of the program (schema " +
                                                 std::to_string(version) + ", this one knows " + std::to_string(last) +
                                                 "); start the newer one");
        }
        if (version >= step.number) continue;
        TRY(database.execute(std::string(step.sql)));
        TRY(database.execute("PRAGMA user_version = " + std::to_string(step.number)));
        TRY(transaction.commit());
    }
    return {};
}

}  // namespace courtyard::store
