#include "sync/seal/keys.hpp"

#include "sync/seal/hash.hpp"
#include "sync/seal/hpke.hpp"
#include "sync/seal/openssl.hpp"

namespace courtyard::seal {
namespace {

constexpr std::string_view kKeyIdLabel = "courtyard/1/key-id";
constexpr std::string_view kWrapInfo = "courtyard/1/wrap";
constexpr std::size_t kWrapSecretMax = 4096;
constexpr std::uint8_t kTypeSeal = 1;
constexpr std::uint8_t kTypeVerify = 2;

base::KeyId named(std::uint8_t type, base::ByteView key) {
    const std::array<std::uint8_t, 2> separator = {0, type};
    const base::Digest digest = sha256({base::as_bytes(kKeyIdLabel), separator, key});
    base::KeyId id;
    std::copy_n(digest.bytes.begin(), base::KeyId::kSize, id.bytes.begin());
    return id;
}

// Both curves turn any 32 bytes into a key, so nothing here can fail but memory.
std::array<std::uint8_t, 32> public_half(int type, base::ByteView secret) {
    const openssl::Key key(EVP_PKEY_new_raw_private_key(type, nullptr, secret.data(), secret.size()));
    std::array<std::uint8_t, 32> out{};
    std::size_t size = out.size();
    COURTYARD_CHECK(key && EVP_PKEY_get_raw_public_key(key.get(), out.data(), &size) == 1 && size == out.size());
    return out;
}

}  // namespace

template <class Tag>
std::string PublicKey<Tag>::text() const {
    return base::hex(bytes);
}

template <class Tag>
base::Result<PublicKey<Tag>> PublicKey<Tag>::from(base::ByteView view) {
    if (view.size() != kSize) return base::fail("key.size", "a public key is 32 bytes long");
    PublicKey key;
    std::copy(view.begin(), view.end(), key.bytes.begin());
    return key;
}

template <class Tag>
base::Result<PublicKey<Tag>> PublicKey<Tag>::parse(std::string_view text) {
    const base::Result<base::Bytes> raw = base::unhex(text);
    if (!raw || raw->size() != kSize || base::hex(*raw) != text) {
        return base::fail("key.text", "a public key is written as 64 characters of lower-case hexadecimal");
    }
    return from(*raw);
}

template struct PublicKey<struct SealTag>;
template struct PublicKey<struct VerifyTag>;

SealSecretKey SealSecretKey::make(base::Random& random) { return from(Secret<32>::random(random)); }

SealSecretKey SealSecretKey::from(Secret<32> raw) {
    SealSecretKey key;
    key.secret_ = std::move(raw);
    key.public_.bytes = public_half(EVP_PKEY_X25519, key.secret_.view());
    return key;
}

SigningKey SigningKey::make(base::Random& random) { return from(Secret<32>::random(random)); }

SigningKey SigningKey::from(Secret<32> seed) {
    SigningKey key;
    key.seed_ = std::move(seed);
    key.public_.bytes = public_half(EVP_PKEY_ED25519, key.seed_.view());
    return key;
}

base::KeyId key_id(const SealPublicKey& key) { return named(kTypeSeal, key.view()); }
base::KeyId key_id(const VerifyKey& key) { return named(kTypeVerify, key.view()); }

base::Result<base::Bytes> wrap(base::ByteView secret, const SealPublicKey& to, std::string_view purpose,
                               base::Random& random) {
    if (secret.empty() || secret.size() > kWrapSecretMax) {
        return base::fail("wrap.size", "a secret to be wrapped has 1 to 4,096 bytes");
    }
    hpke::Sender sender =
        TRY(hpke::setup_sender(hpke::Aead::Aes256Gcm, to, base::as_bytes(kWrapInfo), SealSecretKey::make(random)));
    const base::Bytes sealed = TRY(sender.context.seal(base::as_bytes(purpose), secret));
    base::Bytes wrapped(sender.enc.bytes.begin(), sender.enc.bytes.end());
    wrapped.insert(wrapped.end(), sealed.begin(), sealed.end());
    return wrapped;
}

base::Result<SecretBytes> unwrap(base::ByteView wrapped, const SealSecretKey& key, std::string_view purpose) {
    const std::size_t overhead = hpke::kEncSize + hpke::kTagSize;
    if (wrapped.size() <= overhead || wrapped.size() > overhead + kWrapSecretMax) {
        return base::fail("wrap.size", "a wrapped secret has an impossible length");
    }
    const SealPublicKey enc = TRY(SealPublicKey::from(wrapped.first(hpke::kEncSize)));
    base::Result<hpke::Context> context =
        hpke::setup_receiver(hpke::Aead::Aes256Gcm, enc, key, base::as_bytes(kWrapInfo));
    if (!context) return base::fail("wrap.open", "a wrapped secret is damaged");
    base::Result<SecretBytes> secret = context->open(base::as_bytes(purpose), wrapped.subspan(hpke::kEncSize));
    if (!secret) return base::fail("wrap.open", "a wrapped secret is damaged, for another key or for another purpose");
    return secret;
}

}  // namespace courtyard::seal
