// Folders that are made for something that may yet come to nothing.
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::os {

// Those that were missing on the way to a folder; taken away again unless they are kept or hold something by then.
class MadeFolders {
public:
    // Makes the folder, 0700, and its parents. "file.folder"; then nothing was made.
    static base::Result<MadeFolders> make(const std::filesystem::path& folder);

    MadeFolders(MadeFolders&& other) noexcept : made_(std::exchange(other.made_, {})) {}
    MadeFolders& operator=(MadeFolders&&) = delete;
    ~MadeFolders();
    void keep() { made_.clear(); }

private:
    MadeFolders() = default;
    std::vector<std::filesystem::path> made_;  // the deepest first
};

}  // namespace courtyard::os
