// Repository of notices: every sealed notice of the county, found by the locator in its header. Nothing in here can be
// opened without the slip it was written for.
#pragma once

#include <cstdint>
#include <vector>

#include "app/store/transaction.hpp"
#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"

namespace courtyard::store {

struct StoredNotice {
    base::RecordId id;
    base::KeyId locator;
    std::uint64_t hub_sequence = 0;
    base::Instant received;  // hub time
    base::Bytes record;
};

class Notices {
public:
    static constexpr int kPerLocatorMax = 1000;  // read at once; a flood under one locator cannot fill memory

    explicit Notices(Database& database) : database_(&database) {}

    // The same notice twice is once. Another one under its id (a hub that was restored) is kept under place_beside().
    base::Result<void> keep(const Transaction& inside, const StoredNotice& notice);
    // In the hub's order, at most kPerLocatorMax, the newest ones.
    base::Result<std::vector<StoredNotice>> by_locator(const base::KeyId& locator) const;
    base::Result<std::uint64_t> count() const;

private:
    Database* database_;
};

}  // namespace courtyard::store
