// The two kinds of asymmetric key, each half a type of its own, and the names by which records call them.
//
// Who holds what: root = SigningKey offline at the court; intake = SealSecretKey, one per epoch, on staff laptops;
// person = SealSecretKey + SigningKey on a laptop; machine = SigningKey + a TLS identity (tls_identity.hpp).
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sync/base/ids.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::seal {

// A public key: 32 bytes, text of 64 hexadecimal characters. Tags keep "seal to" and "verify with" apart.
template <class Tag>
struct PublicKey {
    static constexpr std::size_t kSize = 32;
    std::array<std::uint8_t, kSize> bytes{};
    friend auto operator<=>(const PublicKey&, const PublicKey&) = default;

    [[nodiscard]] base::ByteView view() const { return bytes; }
    [[nodiscard]] std::string text() const;
    static base::Result<PublicKey> from(base::ByteView view);     // "key.size"
    static base::Result<PublicKey> parse(std::string_view text);  // "key.text"
};
using SealPublicKey = PublicKey<struct SealTag>;  // X25519
using VerifyKey = PublicKey<struct VerifyTag>;    // Ed25519
extern template struct PublicKey<struct SealTag>;
extern template struct PublicKey<struct VerifyTag>;

// X25519 private key (RFC 7748): opens what was sealed to its public half.
class SealSecretKey {
public:
    static SealSecretKey make(base::Random& random);
    static SealSecretKey from(Secret<32> raw);
    [[nodiscard]] SealPublicKey public_key() const { return public_; }
    [[nodiscard]] base::ByteView secret() const { return secret_.view(); }  // 32 bytes, for the store only
    [[nodiscard]] SealSecretKey clone() const { return from(secret_.clone()); }

private:
    SealSecretKey() = default;
    Secret<32> secret_;
    SealPublicKey public_;
};

// Ed25519 private key (RFC 8032), kept as its 32-byte seed. Signing itself is in sign.hpp.
class SigningKey {
public:
    static SigningKey make(base::Random& random);
    static SigningKey from(Secret<32> seed);
    [[nodiscard]] VerifyKey public_key() const { return public_; }
    [[nodiscard]] base::ByteView secret() const { return seed_.view(); }
    [[nodiscard]] SigningKey clone() const { return from(seed_.clone()); }

private:
    SigningKey() = default;
    Secret<32> seed_;
    VerifyKey public_;
};

// First 8 bytes of SHA-256("courtyard/1/key-id" 00 | type | public key), type 01 = X25519, 02 = Ed25519.
// A receipt's locator is not made this way: see receipt.hpp.
[[nodiscard]] base::KeyId key_id(const SealPublicKey& key);
[[nodiscard]] base::KeyId key_id(const VerifyKey& key);

// To whom a record is sealed, and who can open it.
struct Recipient {
    base::KeyId id;
    SealPublicKey key;
    static Recipient of(const SealPublicKey& key) { return {key_id(key), key}; }
    friend bool operator==(const Recipient&, const Recipient&) = default;
};
struct RecipientKey {
    base::KeyId id;
    SealSecretKey key;
    static RecipientKey of(SealSecretKey key) { return {key_id(key.public_key()), std::move(key)}; }
    [[nodiscard]] RecipientKey clone() const { return {id, key.clone()}; }
};

// A secret of 1 to 4,096 bytes for one person (an intake epoch, later a case key): HPKE with info "courtyard/1/wrap"
// and `purpose` as additional data, so that a wrap made for one purpose cannot be used for another. Adds 48 bytes.
// unwrap: "wrap.size", "wrap.open".
[[nodiscard]] base::Result<base::Bytes> wrap(base::ByteView secret, const SealPublicKey& to, std::string_view purpose,
                                             base::Random& random);
[[nodiscard]] base::Result<SecretBytes> unwrap(base::ByteView wrapped, const SealSecretKey& key,
                                               std::string_view purpose);

}  // namespace courtyard::seal
