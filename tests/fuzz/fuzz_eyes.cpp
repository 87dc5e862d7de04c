// Links: eyes
// What comes from the process that looks at strangers' pictures, and may be under their hand: read within its bounds.
#include "app/eyes/message.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto message = eyes::read({data, size});
    if (!message) {
        COURTYARD_CHECK(message.error().code == "eyes.message");
        return 0;
    }
    COURTYARD_CHECK(eyes::write(*message) == base::Bytes(data, data + size));
    return 0;
}
