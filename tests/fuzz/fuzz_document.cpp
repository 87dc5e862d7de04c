// Links: seal
// A signed document as it comes from anywhere.
#include "sync/base/random.hpp"
#include "sync/seal/signed_document.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView file(data, size);
    const base::Result<seal::DocumentLabel> label = seal::label_of(file);
    base::SeededRandom random(1);
    const seal::VerifyKey root = seal::SigningKey::make(random).public_key();
    for (const seal::DocumentKind kind :
         {seal::DocumentKind::Roster, seal::DocumentKind::Keyset, seal::DocumentKind::Pack}) {
        const base::Result<seal::SignedDocument> document = seal::open_document(file, kind, root);
        COURTYARD_CHECK(!document || (label && label->payload_size == document->payload.size()));
    }
    return 0;
}
