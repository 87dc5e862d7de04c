#include "app/camera/picture_files.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <string>

namespace courtyard::camera {

namespace fs = std::filesystem;

namespace {

bool has_picture_ending(const fs::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    constexpr std::array<std::string_view, 3> kEndings{".jpg", ".jpeg", ".png"};
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

bool is_own_file_system(const fs::path& folder) {
    struct stat here {};
    struct stat above {};
    if (::lstat(folder.c_str(), &here) != 0 || ::lstat(folder.parent_path().c_str(), &above) != 0) return false;
    return S_ISDIR(here.st_mode) && here.st_dev != above.st_dev;
}

}  // namespace

base::Result<std::vector<PictureFile>> pictures_in(const fs::path& folder) {
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
    if (error) return base::fail("stick.gone", "the folder of pictures cannot be read");
    std::vector<PictureFile> files;
    std::size_t seen = 0;
    for (; entry != fs::recursive_directory_iterator() && seen < kEntriesLookedAt; entry.increment(error), ++seen) {
        if (error) break;  // a stick may be pulled out at any moment: what was seen is shown
        if (entry->is_symlink(error) || is_hidden(entry->path())) {
            entry.disable_recursion_pending();
            continue;
        }
        if (entry->is_directory(error)) {
            if (entry.depth() >= 2) entry.disable_recursion_pending();  // DCIM/100CANON/…
            continue;
        }
        if (!entry->is_regular_file(error) || !has_picture_ending(entry->path())) continue;
        files.push_back({entry->path(), entry->last_write_time(error)});
    }
    std::sort(files.begin(), files.end(), [](const PictureFile& a, const PictureFile& b) {
        return a.written != b.written ? a.written > b.written : a.path > b.path;
    });
    if (files.size() > kPictureFilesMax) files.resize(kPictureFilesMax);
    return files;
}

std::vector<fs::path> sticks_in(const fs::path& mounts) {
    std::vector<fs::path> sticks;
    std::error_code error;
    for (fs::directory_iterator entry(mounts, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->is_symlink(error)) continue;
        if (entry->is_directory(error) && is_own_file_system(entry->path())) sticks.push_back(entry->path());
    }
    if (sticks.empty() && fs::is_directory(mounts, error) && !fs::is_empty(mounts, error)) {
        const auto pictures = pictures_in(mounts);
        if (pictures && !pictures->empty()) sticks.push_back(mounts);
    }
    std::sort(sticks.begin(), sticks.end());
    return sticks;
}

}  // namespace courtyard::camera
