// HPKE, RFC 9180, base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and one of three AEADs, over OpenSSL's EVP.
// Used by record.cpp and keys.cpp only; other rooms seal records and wrap keys, not messages.
#pragma once

#include <cstdint>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/keys.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::seal::hpke {

// RFC 9180, section 7.3. The product uses Aes256Gcm; the others let the published vectors A.1 and A.2 run.
enum class Aead : std::uint16_t { Aes128Gcm = 1, Aes256Gcm = 2, ChaCha20Poly1305 = 3 };

inline constexpr std::size_t kEncSize = 32;
inline constexpr std::size_t kTagSize = 16;

// One direction of encryption: a key, a base nonce and a count of messages.
class Context {
public:
    // Each call uses the next sequence number. open: "hpke.open" for anything that was not sealed so.
    [[nodiscard]] base::Result<base::Bytes> seal(base::ByteView aad, base::ByteView plain);
    [[nodiscard]] base::Result<SecretBytes> open(base::ByteView aad, base::ByteView sealed);

    [[nodiscard]] base::ByteView key() const { return key_.view().subspan(0, key_size_); }    // for vectors
    [[nodiscard]] base::ByteView base_nonce() const { return base_nonce_.view(); }            // for vectors
    [[nodiscard]] base::ByteView exporter_secret() const { return exporter_secret_.view(); }  // for vectors

private:
    friend Context key_schedule(Aead aead, base::ByteView shared_secret, base::ByteView info);
    Context() = default;
    [[nodiscard]] Secret<12> next_nonce();

    Aead aead_ = Aead::Aes256Gcm;
    std::size_t key_size_ = 32;
    Secret<32> key_;
    Secret<12> base_nonce_;
    Secret<32> exporter_secret_;
    std::uint64_t sequence_ = 0;
};

struct Sender {
    SealPublicKey enc;  // the encapsulated key, to be sent along
    Context context;
};

// `ephemeral` must be fresh for every message. "hpke.weak_key": the shared secret would be all zeros (RFC 9180, 7.1.4).
[[nodiscard]] base::Result<Sender> setup_sender(Aead aead, const SealPublicKey& to, base::ByteView info,
                                                const SealSecretKey& ephemeral);
[[nodiscard]] base::Result<Context> setup_receiver(Aead aead, const SealPublicKey& enc, const SealSecretKey& key,
                                                   base::ByteView info);

}  // namespace courtyard::seal::hpke
