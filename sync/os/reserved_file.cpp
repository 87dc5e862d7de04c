#include "sync/os/reserved_file.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace courtyard::os {

namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0;
}

tl::unexpected<base::Error> taken(const fs::path& path) {
    return base::fail("file.exists", path.string() + " is there already");
}

// Moves a file where nothing is. 0, or -1 with errno.
int move_to_free_place(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -1;
    // A file system that does not know this way (FAT on a stick): the next best.
    if (is_there(to)) {
        errno = EEXIST;
        return -1;
    }
    return ::rename(from.c_str(), to.c_str());
}

}  // namespace

base::Result<ReservedFile> ReservedFile::make(const fs::path& path, std::size_t size, Privacy privacy) {
    if (is_there(path)) return taken(path);
    fs::path beside = path;
    beside += ".new";
    Descriptor file(
        ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, privacy == Privacy::OwnerOnly ? 0600 : 0644));
    if (file.get() < 0 && errno == EEXIST) return taken(beside);
    if (file.get() < 0) return tl::unexpected(failed("file.write", "write", path));
    ReservedFile reserved(path, std::move(beside), std::move(file));
    // Written and not only asked for: some file systems promise more than they have.
    TRY(write_whole(reserved.file_, base::Bytes(size), path));
    if (::fsync(reserved.file_.get()) != 0) return tl::unexpected(failed("file.write", "sync", path));
    return reserved;
}

ReservedFile::ReservedFile(ReservedFile&& other) noexcept
    : path_(std::move(other.path_)),
      beside_(std::move(other.beside_)),
      file_(std::move(other.file_)),
      lies_beside_(std::exchange(other.lies_beside_, false)) {}

ReservedFile::~ReservedFile() {
    if (lies_beside_) ::unlink(beside_.c_str());
}

base::Result<void> ReservedFile::fill(base::ByteView bytes) {
    if (::lseek(file_.get(), 0, SEEK_SET) != 0) return tl::unexpected(failed("file.write", "write", path_));
    TRY(write_whole(file_, bytes, path_));
    if (::ftruncate(file_.get(), static_cast<off_t>(bytes.size())) != 0 || ::fsync(file_.get()) != 0)
        return tl::unexpected(failed("file.write", "sync", path_));
    return {};
}

base::Result<void> ReservedFile::put() {
    if (move_to_free_place(beside_, path_) != 0) {
        if (errno == EEXIST) return taken(path_);
        return tl::unexpected(failed("file.write", "write", path_));
    }
    lies_beside_ = false;
    if (auto synced = sync_folder_of(path_); !synced) {
        take_back();
        return synced;
    }
    return {};
}

void ReservedFile::take_back() { ::unlink(path_.c_str()); }

}  // namespace courtyard::os
