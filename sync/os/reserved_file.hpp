// A file whose room on the disk is taken before its content is known: for what comes into being only once, so that it
// must not be found out afterwards that it cannot be written.
#pragma once

#include <cstddef>
#include <filesystem>

#include "sync/base/result.hpp"
#include "sync/os/descriptor.hpp"
#include "sync/os/files.hpp"

namespace courtyard::os {

class ReservedFile {
public:
    // Takes `size` bytes beside `path`, on the disk. "file.exists": something of this name is there, or another
    // ReservedFile holds it; "file.write": no room.
    static base::Result<ReservedFile> make(const std::filesystem::path& path, std::size_t size, Privacy privacy);

    ReservedFile(ReservedFile&& other) noexcept;
    ReservedFile& operator=(ReservedFile&&) = delete;
    ~ReservedFile();  // what was not put into its place is taken away

    // The whole content, synced, still beside. It may be shorter than what was reserved, and longer where the disk has
    // room for more. "file.write".
    base::Result<void> fill(base::ByteView bytes);
    // Into its place, never over anything that came there meanwhile. "file.exists", "file.write".
    base::Result<void> put();
    void take_back();  // undoes put()

private:
    ReservedFile(std::filesystem::path path, std::filesystem::path beside, Descriptor file)
        : path_(std::move(path)), beside_(std::move(beside)), file_(std::move(file)) {}

    std::filesystem::path path_, beside_;
    Descriptor file_;
    bool lies_beside_ = true;
};

}  // namespace courtyard::os
