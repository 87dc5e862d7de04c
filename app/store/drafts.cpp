#include "app/store/drafts.hpp"

namespace courtyard::store {

base::Result<int> Drafts::unused_places() const {
    auto select = database_->statement("SELECT count(*) FROM draft");
    TRY(select.step());
    return std::max(0, kPlaces - static_cast<int>(select.integer(0)));
}

// The place is the order of writing: the smallest is the oldest.
base::Result<void> Drafts::keep(const StoredDraft& draft) {
    auto same = database_->statement("UPDATE draft SET record = ?2 WHERE locator = ?1 RETURNING place");
    same.bind(1, draft.locator).bind(2, base::ByteView(draft.record));
    const bool known = TRY(same.step());
    TRY(same.run());
    if (known) return {};
    const bool full = TRY(unused_places()) == 0;
    auto write = database_->statement(
        full ? "UPDATE draft SET place = (SELECT max(place) FROM draft) + 1, locator = ?1, record = ?2 "
               "WHERE place = (SELECT min(place) FROM draft)"
             : "INSERT INTO draft (place, locator, record) "
               "VALUES ((SELECT coalesce(max(place), 0) FROM draft) + 1, ?1, ?2)");
    write.bind(1, draft.locator).bind(2, base::ByteView(draft.record));
    return write.run();
}

base::Result<void> Drafts::overwrite(const base::KeyId& locator, const StoredDraft& with) {
    // To the front of the line: what nobody can open is written over first.
    auto update = database_->statement(
        "UPDATE draft SET place = (SELECT min(place) FROM draft) - 1, locator = ?2, record = ?3 WHERE locator = ?1");
    update.bind(1, locator).bind(2, with.locator).bind(3, base::ByteView(with.record));
    return update.run();
}

base::Result<std::optional<base::Bytes>> Drafts::find(const base::KeyId& locator) const {
    auto select = database_->statement("SELECT record FROM draft WHERE locator = ?1");
    select.bind(1, locator);
    if (!TRY(select.step())) return std::nullopt;
    return select.bytes(0);
}

}  // namespace courtyard::store
