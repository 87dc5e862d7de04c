// Repository of drafts: a few places for unfinished applications, each sealed to a ticket that only the person holds.
// Nothing in here can be opened by this machine, and a place in use looks like one that is not.
#pragma once

#include <optional>

#include "app/store/database.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

// A sealed record and the key id in its header.
struct StoredDraft {
    base::KeyId locator;
    base::Bytes record;
};

class Drafts {
public:
    // Power can fail in the sessions of several people before the first comes back with the ticket.
    static constexpr int kPlaces = 8;

    explicit Drafts(Database& database) : database_(&database) {}

    // Places that were never written: 0 once every place has been filled.
    base::Result<int> unused_places() const;
    // Into the place of the same locator, else a place never used, else the one that was written longest ago. One
    // durable statement.
    base::Result<void> keep(const StoredDraft& draft);
    // Overwrites the place of `locator` with a record that nobody can open; nothing when there is none.
    base::Result<void> overwrite(const base::KeyId& locator, const StoredDraft& with);
    base::Result<std::optional<base::Bytes>> find(const base::KeyId& locator) const;

private:
    Database* database_;
};

}  // namespace courtyard::store
