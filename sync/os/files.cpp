#include "sync/os/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace courtyard::os {

namespace {

base::Error failed(std::string code, std::string_view verb, const std::filesystem::path& path) {
    return {std::move(code), "cannot " + std::string(verb) + " " + path.string() + ": " + std::strerror(errno)};
}

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

}  // namespace

base::Result<base::Bytes> read_file(const std::filesystem::path& path, std::size_t size_max) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return tl::unexpected(failed(errno == ENOENT ? "file.missing" : "file.read", "open", path));
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return tl::unexpected(failed("file.read", "read", path));
    if (!S_ISREG(status.st_mode)) return base::fail("file.read", path.string() + " is not a file");
    if (static_cast<std::size_t>(status.st_size) > size_max) {
        return base::fail("file.size",
                          path.string() + " is larger than the allowed " + std::to_string(size_max) + " bytes");
    }
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

base::Result<void> write_file(const std::filesystem::path& path, base::ByteView bytes, Privacy privacy) {
    std::filesystem::path beside = path;
    beside += ".new";
    {
        const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                                     privacy == Privacy::OwnerOnly ? 0600 : 0644));
        if (file.get() < 0) return tl::unexpected(failed("file.write", "write", beside));
        while (!bytes.empty()) {
            const ssize_t put = ::write(file.get(), bytes.data(), bytes.size());
            if (put < 0 && errno == EINTR) continue;
            if (put < 0) return tl::unexpected(failed("file.write", "write", beside));
            bytes = bytes.subspan(static_cast<std::size_t>(put));
        }
        if (::fsync(file.get()) != 0) return tl::unexpected(failed("file.write", "sync", beside));
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) return tl::unexpected(failed("file.write", "rename", beside));
    const std::filesystem::path parent = path.has_parent_path() ? path.parent_path() : ".";
    const Descriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::fsync(folder.get()) != 0) return tl::unexpected(failed("file.write", "sync", parent));
    return {};
}

base::Result<void> make_folder(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return {};
    std::filesystem::create_directories(path, error);
    if (error) return base::fail("file.folder", "cannot make the folder " + path.string() + ": " + error.message());
    std::filesystem::permissions(path, std::filesystem::perms::owner_all, error);
    if (error) return base::fail("file.folder", "cannot protect the folder " + path.string() + ": " + error.message());
    return {};
}

}  // namespace courtyard::os
