// Where the shipped data lie: COURTYARD_ASSETS, else beside the program, else where it was installed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::worker {

// "assets.missing": names what was looked for and how to say where it is.
[[nodiscard]] base::Result<std::filesystem::path> asset(const std::filesystem::path& relative);
// --pack, or the shipped demonstration pack.
[[nodiscard]] base::Result<std::filesystem::path> pack_folder(const std::string& given);

}  // namespace courtyard::worker
