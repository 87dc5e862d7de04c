// Links: seal
// A record as it comes from anywhere: first the header, then opening with a key that only sometimes fits.
#include <algorithm>

#include "sync/base/random.hpp"
#include "sync/seal/record.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView record(data, size);
    const base::Result<seal::Header> header = seal::parse_header(record);
    if (!header) return 0;
    COURTYARD_CHECK(size == seal::bytes_of(header->size_class));
    COURTYARD_CHECK(std::equal(header->id.bytes.begin(), header->id.bytes.end(), record.begin() + 16));

    base::SeededRandom random(1);
    const seal::RecipientKey key{header->recipient, seal::SealSecretKey::make(random)};
    const auto nobody = [](const seal::Author&) -> std::optional<seal::VerifyKey> { return std::nullopt; };
    const base::Result<seal::Opened> opened = seal::open(record, key, nobody, seal::Dictionaries());
    COURTYARD_CHECK(!opened);
    return 0;
}
