#include "sync/seal/hpke.hpp"

#include <array>

#include "sync/seal/hash.hpp"
#include "sync/seal/openssl.hpp"

namespace courtyard::seal::hpke {
namespace {

constexpr std::string_view kVersion = "HPKE-v1";
constexpr std::array<std::uint8_t, 5> kKemSuite = {'K', 'E', 'M', 0x00, 0x20};  // DHKEM(X25519, HKDF-SHA256)
constexpr std::size_t kAadMax = 64 * 1024;
constexpr std::size_t kPlainMax = 2 * 1024 * 1024;

struct AeadFacts {
    const EVP_CIPHER* cipher;
    std::size_t key_size;
};
AeadFacts facts(Aead aead) {
    switch (aead) {
        case Aead::Aes128Gcm: return {EVP_aes_128_gcm(), 16};
        case Aead::Aes256Gcm: return {EVP_aes_256_gcm(), 32};
        case Aead::ChaCha20Poly1305: return {EVP_chacha20_poly1305(), 32};
    }
    COURTYARD_CHECK(false);
    return {};
}

// RFC 9180, section 4: LabeledExtract and LabeledExpand.
Secret<32> labeled_extract(base::ByteView salt, base::ByteView suite, std::string_view label, base::ByteView ikm) {
    return hkdf_extract(salt, {base::as_bytes(kVersion), suite, base::as_bytes(label), ikm});
}
void labeled_expand(base::ByteView prk, base::ByteView suite, std::string_view label, base::ByteView info,
                    std::span<std::uint8_t> out) {
    base::Bytes labeled = {static_cast<std::uint8_t>(out.size() >> 8), static_cast<std::uint8_t>(out.size())};
    for (const base::ByteView part : {base::as_bytes(kVersion), suite, base::as_bytes(label), info}) {
        labeled.insert(labeled.end(), part.begin(), part.end());
    }
    hkdf_expand(prk, labeled, out);
}

// X25519. RFC 9180, section 7.1.4: an all-zero result is refused.
base::Result<Secret<32>> agree(const SealSecretKey& own, const SealPublicKey& other) {
    const openssl::Key mine(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nullptr, own.secret().data(), own.secret().size()));
    const openssl::Key theirs(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, other.bytes.data(), other.bytes.size()));
    COURTYARD_CHECK(mine && theirs);
    const openssl::KeyContext context(EVP_PKEY_CTX_new(mine.get(), nullptr));
    COURTYARD_CHECK(context && EVP_PKEY_derive_init(context.get()) == 1);
    Secret<32> shared;
    std::size_t size = Secret<32>::kSize;
    const bool done = EVP_PKEY_derive_set_peer(context.get(), theirs.get()) == 1 &&
                      EVP_PKEY_derive(context.get(), shared.fill().data(), &size) == 1 && size == Secret<32>::kSize;
    if (!done || same_secret(shared.view(), Secret<32>().view())) {
        return base::fail("hpke.weak_key", "a public key gives no shared secret: it was not made by X25519");
    }
    return shared;
}

// RFC 9180, section 4.1: ExtractAndExpand over enc and the receiver's public key.
Secret<32> extract_and_expand(base::ByteView dh, const SealPublicKey& enc, const SealPublicKey& receiver) {
    base::Bytes kem_context(enc.bytes.begin(), enc.bytes.end());
    kem_context.insert(kem_context.end(), receiver.bytes.begin(), receiver.bytes.end());
    const Secret<32> prk = labeled_extract({}, kKemSuite, "eae_prk", dh);
    Secret<32> shared;
    labeled_expand(prk.view(), kKemSuite, "shared_secret", kem_context, shared.fill());
    return shared;
}

}  // namespace

// RFC 9180, section 5.1, mode_base: no PSK.
Context key_schedule(Aead aead, base::ByteView shared_secret, base::ByteView info) {
    const auto id = static_cast<std::uint16_t>(aead);
    const std::array<std::uint8_t, 10> suite = {
        'H', 'P', 'K', 'E', 0x00, 0x20, 0x00, 0x01, static_cast<std::uint8_t>(id >> 8), static_cast<std::uint8_t>(id)};
    base::Bytes schedule = {0x00};
    const Secret<32> psk_id_hash = labeled_extract({}, suite, "psk_id_hash", {});
    const Secret<32> info_hash = labeled_extract({}, suite, "info_hash", info);
    for (const base::ByteView part : {psk_id_hash.view(), info_hash.view()}) {
        schedule.insert(schedule.end(), part.begin(), part.end());
    }
    const Secret<32> secret = labeled_extract(shared_secret, suite, "secret", {});

    Context context;
    context.aead_ = aead;
    context.key_size_ = facts(aead).key_size;
    labeled_expand(secret.view(), suite, "key", schedule,
                   std::span<std::uint8_t>(context.key_.fill()).first(context.key_size_));
    labeled_expand(secret.view(), suite, "base_nonce", schedule, context.base_nonce_.fill());
    labeled_expand(secret.view(), suite, "exp", schedule, context.exporter_secret_.fill());
    return context;
}

base::Result<Sender> setup_sender(Aead aead, const SealPublicKey& to, base::ByteView info,
                                  const SealSecretKey& ephemeral) {
    const Secret<32> dh = TRY(agree(ephemeral, to));
    const Secret<32> shared = extract_and_expand(dh.view(), ephemeral.public_key(), to);
    return Sender{ephemeral.public_key(), key_schedule(aead, shared.view(), info)};
}

base::Result<Context> setup_receiver(Aead aead, const SealPublicKey& enc, const SealSecretKey& key,
                                     base::ByteView info) {
    const Secret<32> dh = TRY(agree(key, enc));
    const Secret<32> shared = extract_and_expand(dh.view(), enc, key.public_key());
    return key_schedule(aead, shared.view(), info);
}

Secret<12> Context::next_nonce() {
    COURTYARD_CHECK(sequence_ < UINT64_MAX);
    Secret<12> nonce = base_nonce_.clone();
    const auto bytes = nonce.fill();
    for (std::size_t i = 0; i < 8; ++i)
        bytes[11 - i] ^= static_cast<std::uint8_t>(sequence_ >> (8 * i));
    ++sequence_;
    return nonce;
}

base::Result<base::Bytes> Context::seal(base::ByteView aad, base::ByteView plain) {
    COURTYARD_CHECK(aad.size() <= kAadMax && plain.size() <= kPlainMax);
    const Secret<12> nonce = next_nonce();
    const openssl::CipherContext cipher(EVP_CIPHER_CTX_new());
    base::Bytes sealed(plain.size() + kTagSize);
    int size = 0;
    COURTYARD_CHECK(cipher && EVP_EncryptInit_ex(cipher.get(), facts(aead_).cipher, nullptr, key_.view().data(),
                                                 nonce.view().data()) == 1);
    COURTYARD_CHECK(EVP_EncryptUpdate(cipher.get(), nullptr, &size, aad.data(), static_cast<int>(aad.size())) == 1);
    COURTYARD_CHECK(
        EVP_EncryptUpdate(cipher.get(), sealed.data(), &size, plain.data(), static_cast<int>(plain.size())) == 1 &&
        static_cast<std::size_t>(size) == plain.size());
    COURTYARD_CHECK(EVP_EncryptFinal_ex(cipher.get(), sealed.data() + size, &size) == 1 && size == 0);
    COURTYARD_CHECK(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(kTagSize),
                                        sealed.data() + plain.size()) == 1);
    return sealed;
}

base::Result<SecretBytes> Context::open(base::ByteView aad, base::ByteView sealed) {
    if (sealed.size() < kTagSize || sealed.size() > kPlainMax + kTagSize) {
        return base::fail("hpke.open", "a sealed message has an impossible length");
    }
    COURTYARD_CHECK(aad.size() <= kAadMax);
    const Secret<12> nonce = next_nonce();
    const base::ByteView text = sealed.first(sealed.size() - kTagSize);
    base::Bytes tag(sealed.end() - static_cast<std::ptrdiff_t>(kTagSize), sealed.end());
    const openssl::CipherContext cipher(EVP_CIPHER_CTX_new());
    SecretBytes plain(text.size());
    int size = 0;
    COURTYARD_CHECK(cipher && EVP_DecryptInit_ex(cipher.get(), facts(aead_).cipher, nullptr, key_.view().data(),
                                                 nonce.view().data()) == 1);
    COURTYARD_CHECK(EVP_DecryptUpdate(cipher.get(), nullptr, &size, aad.data(), static_cast<int>(aad.size())) == 1);
    COURTYARD_CHECK(
        EVP_DecryptUpdate(cipher.get(), plain.fill().data(), &size, text.data(), static_cast<int>(text.size())) == 1);
    COURTYARD_CHECK(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(kTagSize), tag.data()) ==
                    1);
    // The plain text is used only after this has said yes; otherwise it is wiped with its owner.
    std::array<std::uint8_t, 16> rest{};
    if (EVP_DecryptFinal_ex(cipher.get(), rest.data(), &size) != 1) {
        return base::fail("hpke.open", "a sealed message is damaged, or sealed to another key");
    }
    return plain;
}

}  // namespace courtyard::seal::hpke
