#include "app/store/chain.hpp"

#include <algorithm>

namespace courtyard::store {

base::Result<void> Chain::reserve(base::Random& random, int at_least) {
    if (static_cast<int>(shelf_.size()) >= at_least) return {};
    const int wanted = std::max(at_least, kReserveBatch) - static_cast<int>(shelf_.size());
    auto transaction = TRY(Transaction::begin(*database_));
    auto newest = database_->statement("SELECT coalesce(max(place), 0) FROM set_aside_id");
    TRY(newest.step());
    std::int64_t place = newest.integer(0);
    TRY(newest.run());
    std::vector<SetAside> fresh;
    auto insert = database_->statement("INSERT INTO set_aside_id (place, id) VALUES (?1, ?2)");
    for (int i = 0; i < wanted; ++i) {
        fresh.push_back({++place, base::RecordId::random(random)});
        insert.bind(1, place).bind(2, fresh.back().id);
        TRY(insert.run());
    }
    auto forget = database_->statement("DELETE FROM set_aside_id WHERE place <= ?1");
    forget.bind(1, place - kRowsMax);
    TRY(forget.run());
    TRY(transaction.commit());
    shelf_.insert(shelf_.end(), fresh.begin(), fresh.end());
    return {};
}

base::Result<base::RecordId> Chain::take_id(const Transaction&) {
    if (shelf_.empty())
        return base::fail("store.no_id", "no record id has been set aside; this is a fault of the program");
    const SetAside taken = shelf_.back();
    shelf_.pop_back();
    // The row may be gone: others tidy too. The place may by now be another's: hence the id.
    auto remove = database_->statement("DELETE FROM set_aside_id WHERE place = ?1 AND id = ?2");
    remove.bind(1, taken.place).bind(2, taken.id);
    TRY(remove.run());
    return taken.id;
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
