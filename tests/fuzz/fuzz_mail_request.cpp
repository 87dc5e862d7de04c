// Links: mail
// What the hub hears: a request that is accepted is written back as exactly the same bytes.
#include <algorithm>

#include "sync/mail/wire.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView bytes(data, size);
    const auto request = mail::parse_request(bytes);
    if (!request) return 0;
    const base::Bytes again = mail::encode(*request);
    COURTYARD_CHECK(std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()));
    return 0;
}
