// The key that court and procuratorate of one county share for the tokens of no double aid (seal/double_token.hpp). One
// of the two makes it, the other imports it; it lies in the court's folder (county.key, mode 0600) and in the keyrings
// of its registrars and judges.
#pragma once

#include <filesystem>
#include <optional>

#include "app/worker/court_folder.hpp"
#include "app/worker/machine.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::worker {

// "county.exists": the court has one; another would hide every double from the offices that share this one.
base::Result<void> make_county_key(const CourtFolder& court, base::Random& random);
// A file of 64 hexadecimal characters, as export_county_key writes it: "county.key" when it is none, "county.exists"
// when the court has another.
base::Result<void> import_county_key(const CourtFolder& court, const std::filesystem::path& file);
// For the other office; whoever holds the file can try out whom the offices help, so it is carried by hand and
// destroyed. "county.missing".
base::Result<void> export_county_key(const CourtFolder& court, const std::filesystem::path& file);

// Into the keyring of a laptop that was enrolled before there was a key. "county.role": only registrars and judges.
base::Result<void> install_county_key(Machine& machine, const CourtFolder& court);
// At enrolment; nothing when the court has none.
base::Result<void> hand_over_county_key(const CourtFolder& court, store::Store& store);

// Of this laptop; nothing when it has none.
[[nodiscard]] base::Result<std::optional<seal::Secret<32>>> county_key(Machine& machine);

}  // namespace courtyard::worker
