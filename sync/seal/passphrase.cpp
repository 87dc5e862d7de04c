#include "sync/seal/passphrase.hpp"

#include <algorithm>

#include "sync/seal/openssl.hpp"

namespace courtyard::seal {
namespace {

// 0 magic CYPW · 4 format 1 · 5 kdf 1 (scrypt) · 6 log2 N · 7 r · 8 p · 9 zero (3) · 12 salt 16 · 28 nonce 12 · 40 key
// 32 · 72 tag 16
constexpr std::string_view kMagic = "CYPW";
constexpr std::uint8_t kFormat = 1;
constexpr std::uint8_t kScrypt = 1;
constexpr std::uint8_t kR = 8;
constexpr std::uint8_t kP = 1;
constexpr int kLog2Min = 15;
constexpr int kLog2Max = 20;
constexpr std::size_t kHeadSize = 40;
constexpr std::size_t kFileSize = 88;
constexpr std::size_t kPassphraseMax = 1024;

// Argument errors are ruled out before, so only memory can fail here; the limit of OpenSSL's own is raised (32 MiB).
base::Result<Secret<32>> stretch(base::ByteView passphrase, base::ByteView salt, int log2_n) {
    const std::uint64_t n = std::uint64_t{1} << log2_n;
    const std::uint64_t memory_max = 128 * n * kR + (std::uint64_t{1} << 20);
    Secret<32> key;
    if (EVP_PBE_scrypt(reinterpret_cast<const char*>(passphrase.data()), passphrase.size(), salt.data(), salt.size(), n,
                       kR, kP, memory_max, key.fill().data(), Secret<32>::kSize) != 1) {
        return base::fail("passphrase.memory", "there is not enough memory to try a passphrase: close other programs");
    }
    return key;
}

}  // namespace

base::Result<base::Bytes> wrap_with_passphrase(const Secret<32>& key, base::ByteView passphrase, base::Random& random,
                                               ScryptCost cost) {
    COURTYARD_CHECK(cost.log2_n >= kLog2Min && cost.log2_n <= kLog2Max);
    if (passphrase.empty()) return base::fail("passphrase.empty", "the passphrase is empty: choose one");
    if (passphrase.size() > kPassphraseMax)
        return base::fail("passphrase.size", "the passphrase is longer than 1,024 bytes");
    base::Bytes file = base::to_bytes(kMagic);
    for (const std::uint8_t byte : {kFormat, kScrypt, static_cast<std::uint8_t>(cost.log2_n), kR, kP})
        file.push_back(byte);
    file.resize(kFileSize);
    const std::span<std::uint8_t> all(file);
    random.fill(all.subspan(12, 28));

    const Secret<32> kek = TRY(stretch(passphrase, all.subspan(12, 16), cost.log2_n));
    const openssl::CipherContext cipher(EVP_CIPHER_CTX_new());
    int size = 0;
    COURTYARD_CHECK(cipher &&
                    EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, kek.view().data(), &file[28]) == 1);
    COURTYARD_CHECK(EVP_EncryptUpdate(cipher.get(), nullptr, &size, file.data(), static_cast<int>(kHeadSize)) == 1);
    COURTYARD_CHECK(EVP_EncryptUpdate(cipher.get(), &file[kHeadSize], &size, key.view().data(), 32) == 1 && size == 32);
    COURTYARD_CHECK(EVP_EncryptFinal_ex(cipher.get(), &file[72], &size) == 1 && size == 0);
    COURTYARD_CHECK(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, 16, &file[72]) == 1);
    return file;
}

base::Result<Secret<32>> unwrap_with_passphrase(base::ByteView file, base::ByteView passphrase) {
    if (file.size() != kFileSize || base::as_text(file.first(kMagic.size())) != kMagic || file[4] != kFormat ||
        file[5] != kScrypt) {
        return base::fail("passphrase.file", "this is no wrapped store key of a kind that this program knows");
    }
    if (file[6] < kLog2Min || file[6] > kLog2Max || file[7] != kR || file[8] != kP) {
        return base::fail("passphrase.cost", "a wrapped store key asks for a cost outside the accepted bounds");
    }
    if (file[9] != 0 || file[10] != 0 || file[11] != 0) {
        return base::fail("passphrase.file", "a wrapped store key has reserved bytes that are not zero");
    }
    if (passphrase.empty()) return base::fail("passphrase.empty", "the passphrase is empty");
    if (passphrase.size() > kPassphraseMax)
        return base::fail("passphrase.size", "the passphrase is longer than 1,024 bytes");

    const Secret<32> kek = TRY(stretch(passphrase, file.subspan(12, 16), file[6]));
    const openssl::CipherContext cipher(EVP_CIPHER_CTX_new());
    base::Bytes tag(file.begin() + 72, file.end());
    Secret<32> key;
    int size = 0;
    COURTYARD_CHECK(cipher &&
                    EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, kek.view().data(), &file[28]) == 1);
    COURTYARD_CHECK(EVP_DecryptUpdate(cipher.get(), nullptr, &size, file.data(), static_cast<int>(kHeadSize)) == 1);
    COURTYARD_CHECK(EVP_DecryptUpdate(cipher.get(), key.fill().data(), &size, &file[kHeadSize], 32) == 1 && size == 32);
    COURTYARD_CHECK(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, 16, tag.data()) == 1);
    std::array<std::uint8_t, 16> rest{};
    if (EVP_DecryptFinal_ex(cipher.get(), rest.data(), &size) != 1) {
        return base::fail("passphrase.wrong", "the passphrase is wrong, or the wrapped store key is damaged");
    }
    return key;
}

}  // namespace courtyard::seal
