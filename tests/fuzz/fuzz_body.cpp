// Links: seal
// A body's text: what is accepted is written again to the same bytes.
#include "sync/seal/body.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = base::as_text({data, size});
    const base::Result<seal::Body> body = seal::parse_body(text);
    if (!body) return 0;
    const base::Result<std::string> again = seal::encode_body(*body);
    COURTYARD_CHECK(again && *again == text);
    return 0;
}
