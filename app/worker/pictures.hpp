// QR texts from the pictures that a person gives.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::worker {

// "file.*", "paper.png", "paper.size", "paper.no_symbol": each names the picture.
[[nodiscard]] base::Result<std::vector<std::string>> symbols_in(const std::filesystem::path& png);

}  // namespace courtyard::worker
