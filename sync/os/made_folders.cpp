#include "sync/os/made_folders.hpp"

#include <system_error>

#include "sync/os/files.hpp"

namespace courtyard::os {

namespace fs = std::filesystem;

base::Result<MadeFolders> MadeFolders::make(const fs::path& folder) {
    MadeFolders folders;
    std::error_code error;
    for (fs::path at = folder; !at.empty() && !fs::exists(fs::symlink_status(at, error)); at = at.parent_path())
        folders.made_.push_back(at);
    TRY(make_folder(folder));
    return folders;
}

MadeFolders::~MadeFolders() {
    std::error_code ignored;
    for (const fs::path& folder : made_)
        fs::remove(folder, ignored);  // only while it is empty
}

}  // namespace courtyard::os
