#include "app/store/notices.hpp"

#include <algorithm>

#include "app/store/place_beside.hpp"

namespace courtyard::store {

base::Result<void> Notices::keep(const Transaction&, const StoredNotice& notice) {
    base::RecordId id = notice.id;
    auto held = database_->statement("SELECT record FROM notice WHERE id = ?1");
    held.bind(1, id);
    while (TRY(held.step()) && held.bytes(0) != notice.record) {
        TRY(held.run());
        id = place_beside(id, notice.record);
        held.bind(1, id);
    }
    TRY(held.run());
    auto insert = database_->statement(
        "INSERT INTO notice (id, locator, hub_sequence, received_ms, record) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (id) DO UPDATE SET hub_sequence = ?3, received_ms = ?4");
    insert.bind(1, id).bind(2, notice.locator).bind(3, static_cast<std::int64_t>(notice.hub_sequence));
    insert.bind(4, notice.received).bind(5, base::ByteView(notice.record));
    return insert.run();
}

base::Result<std::vector<StoredNotice>> Notices::by_locator(const base::KeyId& locator) const {
    auto select = database_->statement(
        "SELECT id, hub_sequence, received_ms, record FROM notice WHERE locator = ?1 ORDER BY hub_sequence DESC, place "
        "DESC LIMIT ?2");
    select.bind(1, locator).bind(2, kPerLocatorMax);
    std::vector<StoredNotice> found;
    while (TRY(select.step())) {
        found.push_back({TRY(select.id<base::RecordId>(0)), locator, static_cast<std::uint64_t>(select.integer(1)),
                         select.instant(2), select.bytes(3)});
    }
    std::reverse(found.begin(), found.end());
    return found;
}

base::Result<std::uint64_t> Notices::count() const {
    auto select = database_->statement("SELECT count(*) FROM notice");
    TRY(select.step());
    return static_cast<std::uint64_t>(select.integer(0));
}

}  // namespace courtyard::store
