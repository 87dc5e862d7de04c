// Links: seal
// A certificate, in PEM or in DER.
#include "sync/seal/tls_identity.hpp"

using namespace courtyard;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::ByteView bytes(data, size);
    const base::Result<seal::CertificateFacts> facts = seal::inspect_certificate(base::as_text(bytes));
    const base::Result<base::Digest> pin = seal::spki_sha256(base::as_text(bytes));
    COURTYARD_CHECK(!facts || (pin && *pin == facts->spki_sha256));
    const base::Result<base::Digest> of_der = seal::spki_sha256_of_der(bytes);
    COURTYARD_CHECK(!of_der || of_der->bytes.size() == base::Digest::kSize);
    return 0;
}
