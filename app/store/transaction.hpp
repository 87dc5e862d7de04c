// One durable step of the store: all of it or none of it.
#pragma once

#include <utility>

#include "app/store/database.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

// The proof that a transaction was committed with synchronous=FULL. Only Transaction::commit makes one, and a receipt
// can only be made from one: no path through the code shows a receipt for what a power cut could still take back.
class Committed {
public:
    Committed(const Committed&) = delete;
    Committed& operator=(const Committed&) = delete;
    Committed(Committed&&) noexcept = default;

private:
    Committed() = default;
    friend class Transaction;
};

class Transaction {
public:
    // Takes the write lock at once, so that what is read inside cannot be outrun by another process.
    static base::Result<Transaction> begin(Database& database);
    ~Transaction();  // rolls back what was not committed
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    // After an error nothing of the transaction is there, and the caller must treat everything in it as lost.
    base::Result<Committed> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

}  // namespace courtyard::store
