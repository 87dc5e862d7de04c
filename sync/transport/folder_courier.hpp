// Mail by stick: requests and answers as files in a folder, each named after the SHA-256 of the request.
//   <16 hex>.ask     an encoded request, written by the machine
//   <16 hex>.answer  the hub's encoded answer to it, written by whoever carried it
// The carrier reads nothing and may be lost, late or doubled: answers are signed and checked like those from the
// network. The full carry bundle (many machines, padding, audit heads) builds on the same messages.
#pragma once

#include <filesystem>

#include "sync/transport/wire_courier.hpp"

namespace courtyard::transport {

inline constexpr std::size_t kCarriedFilesMax = 10'000;

class FolderCourier final : public WireCourier {
public:
    FolderCourier(std::filesystem::path folder, std::vector<seal::VerifyKey> hub_keys);

protected:
    // The answer when the carrier has brought one (its files are then removed), else the request is left in the folder:
    // "carrier.waiting".
    base::Result<base::Bytes> exchange(base::ByteView request) override;

private:
    std::filesystem::path folder_;
};

struct Carried {
    std::size_t asked = 0;
    std::size_t answered = 0;
};
// Takes every request in the folder to the hub by the carrier's own way (and own certificate: what the carrier may not
// do, its stick may not either) and writes the answers beside them. Stops at the first link error.
[[nodiscard]] base::Result<Carried> carry_folder(const std::filesystem::path& folder, WireCourier& hub);

}  // namespace courtyard::transport
