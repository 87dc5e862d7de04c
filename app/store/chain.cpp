#include "app/store/chain.hpp"

namespace courtyard::store {

base::Result<void> Chain::reserve(base::Random& random, int at_least) {
    auto count = database_->statement("SELECT count(*) FROM reserved_id");
    TRY(count.step());
    if (count.integer(0) >= at_least) return {};
    TRY(count.run());
    auto transaction = TRY(Transaction::begin(*database_));
    auto insert = database_->statement("INSERT INTO reserved_id (id) VALUES (?1)");
    for (int i = 0; i < kReserveBatch; ++i) {
        insert.bind(1, base::RecordId::random(random));
        TRY(insert.run());
    }
    TRY(transaction.commit());
    return {};
}

base::Result<base::RecordId> Chain::take_id(const Transaction&) {
    auto select = database_->statement("SELECT place, id FROM reserved_id ORDER BY place LIMIT 1");
    if (!TRY(select.step()))
        return base::fail("store.no_id", "no record id has been set aside; this is a fault of the program");
    const std::int64_t place = select.integer(0);
    const auto id = TRY(select.id<base::RecordId>(1));
    TRY(select.run());
    auto remove = database_->statement("DELETE FROM reserved_id WHERE place = ?1");
    remove.bind(1, place);
    TRY(remove.run());
    return id;
}

base::Result<Link> Chain::next() const {
    auto select = database_->statement("SELECT next_sequence, previous FROM chain WHERE one = 1");
    if (!TRY(select.step())) return Link{};
    return Link{static_cast<std::uint64_t>(select.integer(0)), TRY(select.id<seal::RecordHash>(1))};
}

base::Result<void> Chain::advance(const Transaction&, const seal::RecordHash& last) {
    auto update = database_->statement(
        "INSERT INTO chain (one, next_sequence, previous) VALUES (1, 2, ?1) "
        "ON CONFLICT (one) DO UPDATE SET next_sequence = next_sequence + 1, previous = ?1");
    update.bind(1, last);
    return update.run();
}

}  // namespace courtyard::store
