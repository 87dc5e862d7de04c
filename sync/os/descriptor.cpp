#include "sync/os/descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace courtyard::os {

Descriptor::~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
}

base::Error failed(std::string code, std::string_view verb, const std::filesystem::path& path) {
    return {std::move(code), "cannot " + std::string(verb) + " " + path.string() + ": " + std::strerror(errno)};
}

base::Result<void> write_whole(const Descriptor& file, base::ByteView bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(file.get(), bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return tl::unexpected(failed("file.write", "write", path));
        bytes = bytes.subspan(static_cast<std::size_t>(put));
    }
    return {};
}

base::Result<void> sync_folder_of(const std::filesystem::path& path) {
    const std::filesystem::path parent = path.has_parent_path() ? path.parent_path() : ".";
    const Descriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() < 0 || ::fsync(folder.get()) != 0) return tl::unexpected(failed("file.write", "sync", parent));
    return {};
}

}  // namespace courtyard::os
