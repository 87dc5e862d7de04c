// The Store in one SQLite file: WAL, synchronous=FULL.
#pragma once

#include <filesystem>

#include "sync/base/random.hpp"
#include "sync/hub/store.hpp"

namespace courtyard::hub {

struct StoreLimits {
    std::uint64_t store_bytes = 0;         // most bytes of the file; 0: as far as the disk's reserve allows
    std::uint64_t disk_reserve_bytes = 0;  // so much of the disk stays free
    std::int64_t part_age_ms = 7LL * 24 * 3600 * 1000;  // unfinished records are dropped after so long without a part
    std::uint64_t part_bytes = 64u << 20;  // of all unfinished records together; beyond it the oldest are dropped
};

enum class Access { Writer, Reader };

// Opens or makes the file. `random` draws the generation of a new store. "hub.store" with the path.
[[nodiscard]] base::Result<std::unique_ptr<Store>> open_sqlite(const std::filesystem::path& path, Access access,
                                                               StoreLimits limits, base::Random& random);

// After a backup was put back: draws a new generation, so that machines notice and ask what is still there.
[[nodiscard]] base::Result<void> mark_restored(const std::filesystem::path& path, base::Random& random);

}  // namespace courtyard::hub
