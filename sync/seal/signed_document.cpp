#include "sync/seal/signed_document.hpp"

#include <algorithm>

namespace courtyard::seal {
namespace {

constexpr std::string_view kMagic = "CYSD";
constexpr std::uint8_t kFormat = 1;
constexpr std::size_t kHeadSize = 32;

// 0 magic · 4 format · 5 kind · 6 zero (2) · 8 signer · 16 version · 20 issued at · 28 payload length · 32 payload ·
// signature
void put(base::Bytes& out, std::uint64_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(value >> shift));
}
std::uint64_t get(base::ByteView bytes) {
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes)
        value = value << 8 | byte;
    return value;
}

Context context_of(DocumentKind kind) {
    switch (kind) {
        case DocumentKind::Roster: return Context::Roster;
        case DocumentKind::Keyset: return Context::Keyset;
        case DocumentKind::Pack: return Context::Pack;
    }
    COURTYARD_CHECK(false);
    return Context::Roster;
}

}  // namespace

base::Result<base::Bytes> sign_document(const SignedDocument& document, const SigningKey& root) {
    if (document.payload.size() > SignedDocument::kPayloadMax) {
        return base::fail("document.size", "a document to be signed is larger than 64 MiB");
    }
    if (document.version == 0) return base::fail("document.version", "a document's version starts from 1");
    base::Bytes file = base::to_bytes(kMagic);
    file.reserve(kHeadSize + document.payload.size() + Signature::kSize);
    file.push_back(kFormat);
    file.push_back(static_cast<std::uint8_t>(document.kind));
    put(file, 0, 2);
    const base::KeyId signer = key_id(root.public_key());
    file.insert(file.end(), signer.bytes.begin(), signer.bytes.end());
    put(file, document.version, 4);
    put(file, static_cast<std::uint64_t>(document.issued_at.ms), 8);
    put(file, document.payload.size(), 4);
    file.insert(file.end(), document.payload.begin(), document.payload.end());
    const Signature signature = sign(root, context_of(document.kind), {file});
    file.insert(file.end(), signature.bytes.begin(), signature.bytes.end());
    return file;
}

base::Result<DocumentLabel> label_of(base::ByteView file) {
    if (file.size() < kHeadSize + Signature::kSize)
        return base::fail("document.short", "a signed document is cut short");
    if (base::as_text(file.first(kMagic.size())) != kMagic) {
        return base::fail("document.magic", "this is no signed document: it does not start with CYSD");
    }
    if (file[4] != kFormat || file[6] != 0 || file[7] != 0) {
        return base::fail("document.format", "a signed document has a format that this program does not know");
    }
    if (file[5] < 1 || file[5] > static_cast<std::uint8_t>(DocumentKind::Pack)) {
        return base::fail("document.kind", "a signed document is of a kind that this program does not know");
    }
    DocumentLabel label;
    label.kind = static_cast<DocumentKind>(file[5]);
    label.signer = TRY(base::KeyId::from(file.subspan(8, base::KeyId::kSize)));
    label.version = static_cast<std::uint32_t>(get(file.subspan(16, 4)));
    if (label.version == 0)
        return base::fail("document.version", "a signed document has version 0, which no document has");
    label.issued_at.ms = static_cast<std::int64_t>(get(file.subspan(20, 8)));
    label.payload_size = static_cast<std::size_t>(get(file.subspan(28, 4)));
    if (label.payload_size > SignedDocument::kPayloadMax ||
        label.payload_size != file.size() - kHeadSize - Signature::kSize) {
        return base::fail("document.length", "a signed document is not as long as it says: it was cut or joined");
    }
    return label;
}

base::Result<SignedDocument> open_document(base::ByteView file, DocumentKind kind, const VerifyKey& root) {
    const DocumentLabel label = TRY(label_of(file));
    if (label.kind != kind)
        return base::fail("document.kind", "a signed document is of another kind than is wanted here");
    if (label.signer != key_id(root))
        return base::fail("document.signer", "a document is signed by another court's key");
    const Signature signature = TRY(Signature::from(file.last(Signature::kSize)));
    if (!verify(root, context_of(kind), {file.first(file.size() - Signature::kSize)}, signature)) {
        return base::fail("document.signature", "a document's signature is not the court's: it was changed");
    }
    const base::ByteView payload = file.subspan(kHeadSize, label.payload_size);
    return SignedDocument{label.kind, label.version, label.issued_at, base::Bytes(payload.begin(), payload.end())};
}

}  // namespace courtyard::seal
