#include "app/store/cursors.hpp"

namespace courtyard::store {

base::Result<mail::Cursor> Cursors::at(std::string_view mailbox) const {
    auto select = database_->statement("SELECT generation, after FROM cursor WHERE mailbox = ?1");
    select.bind(1, mailbox);
    if (!TRY(select.step())) return mail::Cursor{};
    return mail::Cursor{static_cast<std::uint64_t>(select.integer(0)), static_cast<std::uint64_t>(select.integer(1))};
}

base::Result<void> Cursors::move(const Transaction&, std::string_view mailbox, const mail::Cursor& cursor) {
    auto upsert = database_->statement(
        "INSERT INTO cursor (mailbox, generation, after) VALUES (?1, ?2, ?3) "
        "ON CONFLICT (mailbox) DO UPDATE SET generation = ?2, after = ?3");
    upsert.bind(1, mailbox)
        .bind(2, static_cast<std::int64_t>(cursor.generation))
        .bind(3, static_cast<std::int64_t>(cursor.after));
    return upsert.run();
}

}  // namespace courtyard::store
