// A disk in memory, as an SQLite VFS below the cipher, that loses power. What was written and not synced may then be
// there, be gone, or be there in part: every 512-byte sector by itself, newer ones without older ones; files that were
// made, grown or deleted without a sync may be as before.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sync/base/random.hpp"

namespace courtyard::test {

inline constexpr std::size_t kSector = 512;

// One file: what is on the plate for sure, and what the program believes.
struct PlateFile {
    std::vector<std::uint8_t> believed;
    std::vector<std::uint8_t> synced;
    // Contents that a sector had since the last sync, oldest first; any of them, or the synced one, may survive.
    std::map<std::size_t, std::vector<std::vector<std::uint8_t>>> unsynced;
    bool name_synced = false;  // the folder's entry survives
    bool removed = false;      // deleted without a sync of the folder: may come back
};

class PowerCutDisk {
public:
    // Registers itself under a name of its own with SQLite; unregisters at the end. `seed` decides what survives a cut.
    explicit PowerCutDisk(std::uint64_t seed);
    ~PowerCutDisk();
    PowerCutDisk(const PowerCutDisk&) = delete;
    PowerCutDisk& operator=(const PowerCutDisk&) = delete;

    [[nodiscard]] const char* name() const { return name_.c_str(); }

    // The power goes before write operation number `operations` from now (0: the very next); then everything fails
    // until restore_power(). Negative: never.
    void cut_after(std::int64_t operations) { left_ = operations; }
    [[nodiscard]] bool is_dark() const { return dark_; }
    // What lies on the disk when the machine starts again.
    void restore_power();

    [[nodiscard]] std::uint64_t operations() const {
        return operations_;
    }  // writes, truncations, syncs and deletions so far
    [[nodiscard]] std::uint64_t syncs() const { return syncs_; }

    // Called by the VFS. False: the power is gone.
    bool spend();
    void note_sync() { ++syncs_; }
    std::map<std::string, std::shared_ptr<PlateFile>>& files() { return files_; }

private:
    struct Vfs;
    std::string name_;
    std::unique_ptr<Vfs> vfs_;
    base::SeededRandom random_;
    std::map<std::string, std::shared_ptr<PlateFile>> files_;
    std::int64_t left_ = -1;
    bool dark_ = false;
    std::uint64_t operations_ = 0;
    std::uint64_t syncs_ = 0;
};

}  // namespace courtyard::test
