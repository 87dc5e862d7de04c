#include "tests/fault/power_cut_disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace courtyard::test {

namespace {

struct OpenFile {
    sqlite3_file base;  // first, as SQLite wants it
    PowerCutDisk* disk;
    std::shared_ptr<PlateFile>* file;
    std::vector<std::unique_ptr<std::uint8_t[]>>* shared;  // the index of the write-ahead log lives in memory only
};

OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
PlateFile& plate(sqlite3_file* file) { return **of(file).file; }

// Remembers what the sector holds now as one more state that it may be found in.
void remember(PlateFile& file, std::size_t from, std::size_t until) {
    for (std::size_t sector = from / kSector; sector * kSector < until; ++sector) {
        const std::size_t begin = sector * kSector;
        const std::size_t end = std::min(begin + kSector, file.believed.size());
        if (begin >= end) break;
        file.unsynced[sector].emplace_back(file.believed.begin() + static_cast<std::ptrdiff_t>(begin),
                                           file.believed.begin() + static_cast<std::ptrdiff_t>(end));
    }
}

int close(sqlite3_file* file) {
    delete of(file).file;
    delete of(file).shared;
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* out, int amount, sqlite3_int64 offset) {
    if (of(file).disk->is_dark()) return SQLITE_IOERR_READ;
    const auto& bytes = plate(file).believed;
    const auto from = static_cast<std::size_t>(offset);
    const auto wanted = static_cast<std::size_t>(amount);
    const std::size_t there = from >= bytes.size() ? 0 : std::min(wanted, bytes.size() - from);
    if (there > 0) std::memcpy(out, bytes.data() + from, there);
    if (there == wanted) return SQLITE_OK;
    std::memset(static_cast<std::uint8_t*>(out) + there, 0, wanted - there);
    return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
    if (!of(file).disk->spend()) return SQLITE_IOERR_WRITE;
    PlateFile& on = plate(file);
    const auto from = static_cast<std::size_t>(offset);
    const std::size_t until = from + static_cast<std::size_t>(amount);
    if (on.believed.size() < until) on.believed.resize(until, 0);
    std::memcpy(on.believed.data() + from, data, static_cast<std::size_t>(amount));
    remember(on, from, until);
    return SQLITE_OK;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (!of(file).disk->spend()) return SQLITE_IOERR_TRUNCATE;
    plate(file).believed.resize(static_cast<std::size_t>(size), 0);
    return SQLITE_OK;
}

int sync(sqlite3_file* file, int) {
    if (!of(file).disk->spend()) return SQLITE_IOERR_FSYNC;
    of(file).disk->note_sync();
    PlateFile& on = plate(file);
    on.synced = on.believed;
    on.unsynced.clear();
    on.name_synced = true;  // SQLite's own VFS syncs the folder with a new file's first sync
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(plate(file).believed.size());
    return SQLITE_OK;
}

int lock(sqlite3_file*, int) { return SQLITE_OK; }
int check_reserved(sqlite3_file*, int* out) {
    *out = 0;
    return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return static_cast<int>(kSector); }
int characteristics(sqlite3_file*) {
    return 0;
}  // promises nothing: no atomic writes, no safe appends, no power-safe overwrite

int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
    auto& regions = *of(file).shared;
    *out = nullptr;
    if (static_cast<std::size_t>(region) >= regions.size()) {
        if (!extend) return SQLITE_OK;
        while (regions.size() <= static_cast<std::size_t>(region)) {
            regions.push_back(std::make_unique<std::uint8_t[]>(static_cast<std::size_t>(size)));
        }
    }
    *out = regions[static_cast<std::size_t>(region)].get();
    return SQLITE_OK;
}
int shm_lock(sqlite3_file*, int, int, int) { return SQLITE_OK; }
void shm_barrier(sqlite3_file*) {}
int shm_unmap(sqlite3_file* file, int remove) {
    if (remove) of(file).shared->clear();
    return SQLITE_OK;
}

const sqlite3_io_methods kMethods = [] {
    sqlite3_io_methods methods{};
    methods.iVersion = 2;
    methods.xClose = close;
    methods.xRead = read;
    methods.xWrite = write;
    methods.xTruncate = truncate;
    methods.xSync = sync;
    methods.xFileSize = file_size;
    methods.xLock = lock;
    methods.xUnlock = lock;
    methods.xCheckReservedLock = check_reserved;
    methods.xFileControl = control;
    methods.xSectorSize = sector_size;
    methods.xDeviceCharacteristics = characteristics;
    methods.xShmMap = shm_map;
    methods.xShmLock = shm_lock;
    methods.xShmBarrier = shm_barrier;
    methods.xShmUnmap = shm_unmap;
    return methods;
}();

PowerCutDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<PowerCutDisk*>(vfs->pAppData); }
sqlite3_vfs* real() { return sqlite3_vfs_find(nullptr); }

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* out, int flags, int* out_flags) {
    PowerCutDisk& disk = disk_of(vfs);
    out->pMethods = nullptr;
    if (disk.is_dark()) return SQLITE_CANTOPEN;
    std::shared_ptr<PlateFile> file;
    if (name == nullptr) {
        file = std::make_shared<PlateFile>();  // a temporary file: never survives
    } else {
        auto& slot = disk.files()[name];
        if (!slot || slot->removed) {
            if ((flags & SQLITE_OPEN_CREATE) == 0) {
                if (!slot) disk.files().erase(name);
                return SQLITE_CANTOPEN;
            }
            slot = std::make_shared<PlateFile>();
        }
        file = slot;
    }
    OpenFile& opened = of(out);
    opened.disk = &disk;
    opened.file = new std::shared_ptr<PlateFile>(std::move(file));
    opened.shared = new std::vector<std::unique_ptr<std::uint8_t[]>>;
    opened.base.pMethods = &kMethods;
    if (out_flags != nullptr) *out_flags = flags;
    return SQLITE_OK;
}

int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    PowerCutDisk& disk = disk_of(vfs);
    const auto found = disk.files().find(name);
    if (found == disk.files().end() || found->second->removed) return SQLITE_IOERR_DELETE_NOENT;
    if (!disk.spend()) return SQLITE_IOERR_DELETE;
    if (sync_folder != 0 || !found->second->name_synced) {
        disk.files().erase(found);
    } else {
        found->second->removed = true;
    }
    return SQLITE_OK;
}

int access(sqlite3_vfs* vfs, const char* name, int, int* out) {
    const auto found = disk_of(vfs).files().find(name);
    *out = found != disk_of(vfs).files().end() && !found->second->removed ? 1 : 0;
    return SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}
int randomness(sqlite3_vfs*, int size, char* out) { return real()->xRandomness(real(), size, out); }
int sleep(sqlite3_vfs*, int us) { return us; }
int current_time(sqlite3_vfs*, double* out) { return real()->xCurrentTime(real(), out); }
int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

struct PowerCutDisk::Vfs {
    sqlite3_vfs vfs{};
};

PowerCutDisk::PowerCutDisk(std::uint64_t seed) : vfs_(std::make_unique<Vfs>()), random_(seed) {
    name_ = "power_cut_" + std::to_string(reinterpret_cast<std::uintptr_t>(this));
    sqlite3_vfs& vfs = vfs_->vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = sizeof(OpenFile);
    vfs.mxPathname = 512;
    vfs.zName = name_.c_str();
    vfs.pAppData = this;
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = access;
    vfs.xFullPathname = full_path;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleep;
    vfs.xCurrentTime = current_time;
    vfs.xGetLastError = last_error;
    sqlite3_vfs_register(&vfs, 0);
}

PowerCutDisk::~PowerCutDisk() { sqlite3_vfs_unregister(&vfs_->vfs); }

bool PowerCutDisk::spend() {
    if (dark_) return false;
    if (left_ == 0) {
        dark_ = true;
        return false;
    }
    if (left_ > 0) --left_;
    ++operations_;
    return true;
}

void PowerCutDisk::restore_power() {
    for (auto entry = files_.begin(); entry != files_.end();) {
        PlateFile& file = *entry->second;
        const bool entry_survives = file.name_synced || random_.next() % 2 == 0;
        if (!entry_survives || (file.removed && random_.next() % 2 == 0)) {
            entry = files_.erase(entry);
            continue;
        }
        file.removed = false;
        // The length on the disk is the old one or the new one; sectors in between that did not arrive read as zeros.
        std::vector<std::uint8_t> found = file.synced;
        if (file.believed.size() != file.synced.size() && random_.next() % 2 == 0)
            found.resize(file.believed.size(), 0);
        for (const auto& [sector, states] : file.unsynced) {
            const std::uint64_t pick = random_.next() % (states.size() + 1);
            if (pick == 0) continue;
            const std::vector<std::uint8_t>& state = states[pick - 1];
            std::size_t size = state.size();
            if (random_.next() % 8 == 0) size = random_.next() % (size + 1);  // torn inside the sector
            const std::size_t begin = sector * kSector;
            // A sector beyond the length on the disk is not part of the file.
            for (std::size_t i = 0; i < size && begin + i < found.size(); ++i)
                found[begin + i] = state[i];
        }
        file.synced = found;
        file.believed = std::move(found);
        file.unsynced.clear();
        file.name_synced = true;
        ++entry;
    }
    dark_ = false;
    left_ = -1;
}

}  // namespace courtyard::test
