// A document that the court's root key vouches for: roster, keyset, pack. FORMAT.md, section 5.
#pragma once

#include <cstdint>

#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/sign.hpp"

namespace courtyard::seal {

enum class DocumentKind : std::uint8_t { Roster = 1, Keyset = 2, Pack = 3 };

struct SignedDocument {
    static constexpr std::size_t kPayloadMax = 64 * 1024 * 1024;
    DocumentKind kind = DocumentKind::Roster;
    std::uint32_t version = 1;  // from 1; a holder refuses a lower one than it has (that check is the holder's)
    base::Instant issued_at;    // by the signer's clock: a machine may raise its time floor to it
    base::Bytes payload;        // meaning is the kind's own
    friend bool operator==(const SignedDocument&, const SignedDocument&) = default;
};

// "document.size", "document.version".
[[nodiscard]] base::Result<base::Bytes> sign_document(const SignedDocument& document, const SigningKey& root);

// The whole file must be one document of this kind, signed by this root.
// "document.short", "document.magic", "document.format", "document.kind", "document.version", "document.length",
// "document.signer" (another court's), "document.signature".
[[nodiscard]] base::Result<SignedDocument> open_document(base::ByteView file, DocumentKind kind, const VerifyKey& root);

// Without checking the signature: for naming a file only, never for using it.
struct DocumentLabel {
    DocumentKind kind = DocumentKind::Roster;
    std::uint32_t version = 0;
    base::Instant issued_at;
    base::KeyId signer;
    std::size_t payload_size = 0;
};
[[nodiscard]] base::Result<DocumentLabel> label_of(base::ByteView file);

}  // namespace courtyard::seal
