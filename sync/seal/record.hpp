// The sealed record: the only thing that leaves a machine. Byte for byte in FORMAT.md, section 2.
#pragma once

#include <array>
#include <functional>
#include <optional>

#include "sync/base/ids.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/body.hpp"
#include "sync/seal/dictionary.hpp"
#include "sync/seal/keys.hpp"
#include "sync/seal/sign.hpp"

namespace courtyard::seal {

// Suite 1: RFC 9180 base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; Ed25519. Suite 2 (SM2, SM3, SM4)
// is kept free.
enum class Suite : std::uint8_t { X25519Aes256Gcm = 1 };

// Whole length of a record. Few and fixed, so that a length tells next to nothing: an application told in one's own
// words takes 512 bytes, whoever tells it and whatever befell them; one with a page of rare characters 560 or 608.
enum class SizeClass : std::uint8_t { B512 = 1, B560, B608, B768, K1, B1536, K2, K4, K16, K64, K256, M1 };
inline constexpr std::array<std::size_t, 12> kSizeClassBytes = {512,  560,  608,   768,   1024,   1536,
                                                                2048, 4096, 16384, 65536, 262144, 1048576};
[[nodiscard]] constexpr std::size_t bytes_of(SizeClass size_class) {
    return kSizeClassBytes[static_cast<std::size_t>(size_class) - 1];
}

inline constexpr std::size_t kHeaderSize = 32;
inline constexpr std::size_t kRecordSizeMax = 1048576;

// What everybody on the way can see.
struct Header {
    Suite suite = Suite::X25519Aes256Gcm;
    SizeClass size_class = SizeClass::B512;
    base::KeyId recipient;
    base::RecordId id;
    friend bool operator==(const Header&, const Header&) = default;
};

struct SealRequest {
    base::RecordId id;  // made, and made durable, before anything is sealed
    const Recipient& recipient;
    const Body& body;
    const SigningKey& author;              // the private half of body.author's key
    const Dictionary* dictionary;          // nullptr: none
    SizeClass smallest = SizeClass::B512;  // the record gets the smallest class from here up that holds it
};

// Checks on the way in: encode_body's errors, "record.too_large", "record.recipient_key" for a weak public key.
[[nodiscard]] base::Result<base::Bytes> seal(const SealRequest& request, base::Random& random);

// All that can be checked without a key; `record` must be exactly one record.
// "record.short", "record.magic", "record.version", "record.suite", "record.size_class", "record.reserved",
// "record.length".
[[nodiscard]] base::Result<Header> parse_header(base::ByteView record);

// The key of an author in the roster, also of a revoked one (what to do about revocation is the caller's decision).
using AuthorKeys = std::function<std::optional<VerifyKey>(const Author&)>;

struct Opened {
    Header header;
    Body body;
    DictionaryId dictionary = 0;
    Signature signature;
    base::Bytes signed_body;  // the JSON text as it was signed
};

// parse_header's errors, then: "record.recipient" (sealed to another key), "record.seal" (damaged, or not for this
// key), "record.method", "record.frame", "record.padding", "record.dictionary", "record.packing", "record.inflated",
// parse_body's errors, "record.author" (not in the roster), "record.signature".
[[nodiscard]] base::Result<Opened> open(base::ByteView record, const RecipientKey& key, const AuthorKeys& authors,
                                        const Dictionaries& dictionaries);

// For Body::previous of the author's next record.
[[nodiscard]] RecordHash record_hash(base::ByteView record);

// Which context signs a kind: notices have their own.
[[nodiscard]] Context signature_context(std::string_view kind);

}  // namespace courtyard::seal
