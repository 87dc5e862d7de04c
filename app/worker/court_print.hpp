// Shared by what makes a court's folder and what changes it.
#pragma once

#include <string>

#include "app/worker/court_folder.hpp"
#include "sync/base/bytes.hpp"
#include "sync/seal/signed_document.hpp"

namespace courtyard::worker {

[[nodiscard]] std::string print_court(const CourtFolder& court);        // court.toml
base::Result<void> check_sites(const std::vector<std::string>& sites);  // "court.sites": which, and why
// Puts a signed pack into the court's folder and the hub's.
base::Result<void> make_current_pack(const CourtFolder& court, base::ByteView file);
// The same, and a copy for whoever asked, before the others: all of them or none.
base::Result<void> make_current_pack(const CourtFolder& court, base::ByteView file, const std::filesystem::path& copy);

}  // namespace courtyard::worker
