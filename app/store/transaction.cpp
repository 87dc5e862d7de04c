#include "app/store/transaction.hpp"

namespace courtyard::store {

base::Result<Transaction> Transaction::begin(Database& database) {
    auto start = database.statement("BEGIN IMMEDIATE");
    TRY(start.run());
    return Transaction(database);
}

Transaction::~Transaction() {
    if (database_ == nullptr) return;
    auto stop = database_->statement("ROLLBACK");
    // A failed write may have rolled back already; then there is nothing left to do.
    static_cast<void>(stop.run());
}

base::Result<Committed> Transaction::commit() {
    COURTYARD_CHECK(database_ != nullptr);
    auto end = database_->statement("COMMIT");
    TRY(end.run());
    database_ = nullptr;
    return Committed{};
}

}  // namespace courtyard::store
