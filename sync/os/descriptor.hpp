// Inside sync/os: an open file that closes itself, and what every durable write is made of.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::os {

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Descriptor();
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

// "cannot write <path>: No space left on device", in the words of errno.
[[nodiscard]] base::Error failed(std::string code, std::string_view verb, const std::filesystem::path& path);
// All of it, from where the file stands. "file.write" names `path`.
base::Result<void> write_whole(const Descriptor& file, base::ByteView bytes, const std::filesystem::path& path);
// Makes what was renamed or removed in the folder of `path` last. "file.write".
base::Result<void> sync_folder_of(const std::filesystem::path& path);

}  // namespace courtyard::os
