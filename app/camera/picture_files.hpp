// The pictures of a folder that somebody else wrote: a stick, a phone's folder. Only regular files, at most two folders
// down (DCIM/100CANON), told by their ending; never a link, and a name goes nowhere but into the list.
#pragma once

#include <filesystem>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::camera {

struct PictureFile {
    std::filesystem::path path;
    std::filesystem::file_time_type written;
};

inline constexpr std::size_t kPictureFilesMax = 60;    // that are listed; the newest
inline constexpr std::size_t kEntriesLookedAt = 4000;  // a stick full of other things must not hold anybody up

// Newest first, equal times by name. "stick.gone": the folder cannot be read.
[[nodiscard]] base::Result<std::vector<PictureFile>> pictures_in(const std::filesystem::path& folder);

// The folders of what is plugged in now: each folder directly in `mounts` that is the root of a file system of its own,
// or, where `mounts` is itself a stick's folder (tests, fixed card readers), that one. Sorted.
[[nodiscard]] std::vector<std::filesystem::path> sticks_in(const std::filesystem::path& mounts);

}  // namespace courtyard::camera
