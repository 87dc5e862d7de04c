// Links: seal
// Packed text, with a dictionary and without: bounded, and what comes out packs and unpacks again.
#include "sync/seal/text_packing.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t kTextMax = 100'000;
    static const seal::Dictionary dictionary{
        1, base::to_bytes("{\"by\":\"m.\xFB\",\"seq\":1,\"kind\":\"application\",\"data\":{}}")};
    for (const seal::Dictionary* with : {static_cast<const seal::Dictionary*>(nullptr), &dictionary}) {
        const base::Result<base::Bytes> text = seal::unpack_text({data, size}, with, kTextMax);
        if (!text) continue;
        COURTYARD_CHECK(text->size() <= kTextMax);
        const base::Bytes packed = seal::pack_text(base::as_text(*text), with);
        const base::Result<base::Bytes> again = seal::unpack_text(packed, with, kTextMax);
        COURTYARD_CHECK(again && *again == *text);
    }
    return 0;
}
