// Repository of reading positions: up to which of the hub's numbers each mailbox has been read.
#pragma once

#include <string_view>

#include "app/store/transaction.hpp"
#include "sync/base/result.hpp"
#include "sync/mail/inbox.hpp"

namespace courtyard::store {

class Cursors {
public:
    explicit Cursors(Database& database) : database_(&database) {}

    base::Result<mail::Cursor> at(std::string_view mailbox) const;  // all zero: nothing read yet
    // Inside the transaction that keeps what was read. May go back: the hub was restored and reading begins again.
    base::Result<void> move(const Transaction& inside, std::string_view mailbox, const mail::Cursor& cursor);

private:
    Database* database_;
};

}  // namespace courtyard::store
