// QR texts from the pictures that a person gives.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::worker {

// Of a PNG or JPEG. "file.*", "paper.format", "paper.png", "paper.jpeg", "paper.size", "paper.no_symbol": each names
// the picture.
[[nodiscard]] base::Result<std::vector<std::string>> symbols_in(const std::filesystem::path& picture);

// Of a recovery that found no part of an application ("symbols.none"): "symbols.not_printed" when a slip was there all
// the same, with its receipt symbol alone; else the error as it is.
[[nodiscard]] base::Error without_application(const base::Error& error,
                                              const std::vector<std::filesystem::path>& pictures);

}  // namespace courtyard::worker
