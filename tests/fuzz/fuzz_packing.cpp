// Links: seal
// Packed text, mixed or deflated, with a dictionary and without: bounded, and what comes out packs and unpacks again.
// Mixed, it packs to the very same bytes.
#include <algorithm>

#include "sync/seal/text_packing.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t kTextMax = 100'000;
    static const seal::Dictionary dictionary{
        1, base::to_bytes("{\"by\":\"m.\xFB\",\"seq\":1,\"kind\":\"application\",\"data\":{}}")};
    for (const seal::Dictionary* with : {static_cast<const seal::Dictionary*>(nullptr), &dictionary}) {
        for (const seal::Packing packing : {seal::Packing::Deflate, seal::Packing::Mix}) {
            const base::Result<base::Bytes> text = seal::unpack_text(packing, {data, size}, with, kTextMax);
            if (!text) continue;
            COURTYARD_CHECK(text->size() <= kTextMax);
            const seal::PackedText packed = seal::pack_text(base::as_text(*text), with);
            if (packing == seal::Packing::Mix) {
                COURTYARD_CHECK(packed.packing == packing &&
                                std::equal(packed.bytes.begin(), packed.bytes.end(), data, data + size));
            }
            const base::Result<base::Bytes> again = seal::unpack_text(packed.packing, packed.bytes, with, kTextMax);
            COURTYARD_CHECK(again && *again == *text);
        }
    }
    return 0;
}
