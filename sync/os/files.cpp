#include "sync/os/files.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include "sync/os/descriptor.hpp"

namespace courtyard::os {

namespace {

namespace fs = std::filesystem;

base::Result<Descriptor> open_to_read(const fs::path& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return tl::unexpected(failed(errno == ENOENT ? "file.missing" : "file.read", "open", path));
    return file;
}

tl::unexpected<base::Error> too_large(const fs::path& path, std::size_t size_max) {
    return base::fail("file.size",
                      path.string() + " is larger than the allowed " + std::to_string(size_max) + " bytes");
}

enum class Until { End, LineEnd };

// Of anything that can be read; what was read is wiped where it is not given back.
base::Result<base::Bytes> read_any(const fs::path& path, std::size_t size_max, Until until) {
    const Descriptor file = TRY(open_to_read(path));
    struct stat status {};
    if (::fstat(file.get(), &status) == 0 && S_ISDIR(status.st_mode))
        return base::fail("file.read", path.string() + " is a folder and not a file");
    base::Bytes bytes;
    bytes.reserve(size_max + 1);  // once, so that no piece of a secret stays in memory that was given back
    base::Bytes piece(std::min<std::size_t>(size_max + 1, 64 * 1024));
    ssize_t got = 0;
    bool has_line = false;
    while (bytes.size() <= size_max && !has_line) {
        got = ::read(file.get(), piece.data(), std::min(piece.size(), size_max + 1 - bytes.size()));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        const auto end = piece.begin() + got;
        has_line = until == Until::LineEnd && std::find(piece.begin(), end, std::uint8_t{'\n'}) != end;
        bytes.insert(bytes.end(), piece.begin(), end);
    }
    base::Error error = failed("file.read", "read", path);  // in the words of the last read, if that was what failed
    base::wipe(piece);
    if (got >= 0 && (has_line || bytes.size() <= size_max)) return bytes;
    if (got >= 0) error = too_large(path, size_max).value();
    base::wipe(bytes);
    return tl::unexpected(std::move(error));
}

// A file beside its place: written and synced, then moved; what lies beside in the end is taken away.
class Staged {
public:
    Staged(fs::path path, std::size_t number) : path_(std::move(path)), beside_(path_) {
        beside_ += number == 0 ? ".new" : ".new" + std::to_string(number);
    }
    Staged(Staged&& other) noexcept
        : path_(std::move(other.path_)),
          beside_(std::move(other.beside_)),
          is_made_(std::exchange(other.is_made_, false)) {}
    Staged& operator=(Staged&&) = delete;
    ~Staged() {
        if (is_made_) ::unlink(beside_.c_str());
    }

    base::Result<void> write(base::ByteView bytes, Privacy privacy) {
        const Descriptor file(::open(beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                                     privacy == Privacy::OwnerOnly ? 0600 : 0644));
        if (file.get() < 0) return tl::unexpected(failed("file.write", "write", path_));
        is_made_ = true;
        TRY(write_whole(file, bytes, path_));
        if (::fsync(file.get()) != 0) return tl::unexpected(failed("file.write", "sync", path_));
        return {};
    }
    // `Kept`: swapped with what is in the place, where the file system can, so that undo() brings it back.
    enum class Old { Replaced, Kept };
    base::Result<void> place(Old old) {
        struct stat there {};
        const bool replaces = ::lstat(path_.c_str(), &there) == 0;
        if (replaces && S_ISDIR(there.st_mode))
            return base::fail("file.write", "cannot write " + path_.string() + ": it is a folder");
        swapped_ = replaces && old == Old::Kept &&
                   ::renameat2(AT_FDCWD, beside_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE) == 0;
        if (!swapped_ && ::rename(beside_.c_str(), path_.c_str()) != 0)
            return tl::unexpected(failed("file.write", "write", path_));
        is_made_ = swapped_;
        is_new_ = !replaces;
        return sync_folder_of(path_);
    }
    void undo() {
        if (swapped_) ::renameat2(AT_FDCWD, beside_.c_str(), AT_FDCWD, path_.c_str(), RENAME_EXCHANGE);
        if (is_new_) ::unlink(path_.c_str());
    }

private:
    fs::path path_, beside_;
    bool is_made_ = false;  // something lies beside
    bool swapped_ = false;  // and it is the old file
    bool is_new_ = false;
};

}  // namespace

base::Result<base::Bytes> read_file(const fs::path& path, std::size_t size_max) {
    const Descriptor file = TRY(open_to_read(path));
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return tl::unexpected(failed("file.read", "read", path));
    if (!S_ISREG(status.st_mode)) return base::fail("file.read", path.string() + " is not a file");
    if (static_cast<std::size_t>(status.st_size) > size_max) return too_large(path, size_max);
    base::Bytes bytes(static_cast<std::size_t>(status.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + done, bytes.size() - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return tl::unexpected(failed("file.read", "read", path));
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

base::Result<base::Bytes> read_input(const fs::path& path, std::size_t size_max) {
    return read_any(path, size_max, Until::End);
}

base::Result<base::Bytes> read_first_line(const fs::path& path, std::size_t size_max) {
    return read_any(path, size_max, Until::LineEnd);
}

base::Result<void> write_file(const fs::path& path, base::ByteView bytes, Privacy privacy) {
    Staged staged(path, 0);
    TRY(staged.write(bytes, privacy));
    return staged.place(Staged::Old::Replaced);
}

base::Result<void> write_together(std::span<const NewFile> files) {
    std::vector<Staged> staged;
    staged.reserve(files.size());
    for (const NewFile& file : files) {
        staged.emplace_back(file.path, staged.size());
        TRY(staged.back().write(file.bytes, file.privacy));
    }
    for (std::size_t i = 0; i < staged.size(); ++i) {
        const auto placed = staged[i].place(Staged::Old::Kept);
        if (placed) continue;
        for (std::size_t back = i + 1; back-- > 0;)
            staged[back].undo();
        return placed;
    }
    return {};
}

base::Result<void> make_folder(const fs::path& path) {
    std::error_code error;
    if (fs::is_directory(path, error)) return {};
    fs::create_directories(path, error);
    if (error) return base::fail("file.folder", "cannot make the folder " + path.string() + ": " + error.message());
    fs::permissions(path, fs::perms::owner_all, error);
    if (error) return base::fail("file.folder", "cannot protect the folder " + path.string() + ": " + error.message());
    return {};
}

}  // namespace courtyard::os
