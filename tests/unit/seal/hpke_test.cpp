#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "sync/seal/hpke.hpp"

using namespace courtyard;
using namespace courtyard::seal;

namespace {

// RFC 9180, appendix A: plain text, info, and "Count-<n>" as additional data are the same in all of them.
constexpr std::string_view kInfo = "4f6465206f6e2061204772656369616e2055726e";
constexpr std::string_view kPlain = "4265617574792069732074727574682c20747275746820626561757479";

struct Vector {
    hpke::Aead aead;
    std::string_view ephemeral_secret, ephemeral_public, receiver_secret, receiver_public, key, base_nonce,
        exporter_secret;
    std::vector<std::pair<int, std::string_view>> encryptions;  // sequence number, cipher text
};

// A.1.1 DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode.
const Vector kA11 = {
    hpke::Aead::Aes128Gcm,
    "52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736",
    "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431",
    "4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8",
    "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d",
    "4531685d41d65f03dc48f6b8302c05b0",
    "56d890e5accaaf011cff4b7d",
    "45ff1c2e220db587171952c0592d5f5ebe103f1561a2614e38f2ffd47e99e3f8",
    {{0, "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a"},
     {1, "af2d7e9ac9ae7e270f46ba1f975be53c09f8d875bdc8535458c2494e8a6eab251c03d0c22a56b8ca42c2063b84"},
     {2, "498dfcabd92e8acedc281e85af1cb4e3e31c7dc394a1ca20e173cb72516491588d96a19ad4a683518973dcc180"},
     {4, "583bd32bc67a5994bb8ceaca813d369bca7b2a42408cddef5e22f880b631215a09fc0012bc69fccaa251c0246d"},
     {255, "7175db9717964058640a3a11fb9007941a5d1757fda1a6935c805c21af32505bf106deefec4a49ac38d71c9e0a"},
     {256, "957f9800542b0b8891badb026d79cc54597cb2d225b54c00c5238c25d05c30e3fbeda97d2e0e1aba483a2df9f2"}}};

// A.2.1 DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305, base mode.
const Vector kA21 = {
    hpke::Aead::ChaCha20Poly1305,
    "f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600",
    "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
    "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb",
    "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a",
    "ad2744de8e17f4ebba575b3f5f5a8fa1f69c2a07f6e7500bc60ca6e3e3ec1c91",
    "5c4d98150661b848853b547f",
    "a3b010d4994890e2c6968a36f64470d3c824c8f5029942feb11e7a74b2921922",
    {{0, "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"},
     {1, "6b53c051e4199c518de79594e1c4ab18b96f081549d45ce015be002090bb119e85285337cc95ba5f59992dc98c"},
     {2, "71146bd6795ccc9c49ce25dda112a48f202ad220559502cef1f34271e0cb4b02b4f10ecac6f48c32f878fae86b"},
     {4, "63357a2aa291f5a4e5f27db6baa2af8cf77427c7c1a909e0b37214dd47db122bb153495ff0b02e9e54a50dbe16"},
     {255, "18ab939d63ddec9f6ac2b60d61d36a7375d2070c9b683861110757062c52b8880a5f6b3936da9cd6c23ef2a95c"},
     {256, "7a4a13e9ef23978e2c520fd4d2e757514ae160cd0cd05e556ef692370ca53076214c0c40d4c728d6ed9e727a5b"}}};

base::Bytes raw(std::string_view hex) { return *base::unhex(hex); }
SealSecretKey secret(std::string_view hex) { return SealSecretKey::from(*Secret<32>::from(raw(hex))); }
SealPublicKey public_key(std::string_view hex) { return *SealPublicKey::from(raw(hex)); }

void check(const Vector& vector) {
    CHECK(base::hex(secret(vector.ephemeral_secret).public_key().view()) == vector.ephemeral_public);
    CHECK(base::hex(secret(vector.receiver_secret).public_key().view()) == vector.receiver_public);
    base::Result<hpke::Sender> sender = hpke::setup_sender(vector.aead, public_key(vector.receiver_public), raw(kInfo),
                                                           secret(vector.ephemeral_secret));
    REQUIRE(sender.has_value());
    base::Result<hpke::Context> receiver =
        hpke::setup_receiver(vector.aead, sender->enc, secret(vector.receiver_secret), raw(kInfo));
    REQUIRE(receiver.has_value());
    CHECK(base::hex(sender->enc.view()) == vector.ephemeral_public);
    for (const hpke::Context* context : {&sender->context, &*receiver}) {
        CHECK(base::hex(context->key()) == vector.key);
        CHECK(base::hex(context->base_nonce()) == vector.base_nonce);
        CHECK(base::hex(context->exporter_secret()) == vector.exporter_secret);
    }
    int sequence = 0;
    for (const auto& [wanted, cipher_text] : vector.encryptions) {
        for (; sequence < wanted; ++sequence) {  // the contexts count by themselves
            const base::Bytes aside = *sender->context.seal({}, {});
            REQUIRE(receiver->open({}, aside).has_value());
        }
        const std::string aad = "Count-" + std::to_string(sequence++);
        const base::Bytes sealed = *sender->context.seal(base::as_bytes(aad), raw(kPlain));
        CHECK(base::hex(sealed) == cipher_text);
        CHECK(base::hex(receiver->open(base::as_bytes(aad), sealed)->view()) == kPlain);
    }
}

}  // namespace

TEST_CASE("HPKE gives RFC 9180's vectors A.1.1, AES-128-GCM") { check(kA11); }
TEST_CASE("HPKE gives RFC 9180's vectors A.2.1, ChaCha20-Poly1305") { check(kA21); }

TEST_CASE("HPKE opens nothing that differs in a single part") {
    base::SeededRandom random(9180);
    const SealSecretKey key = SealSecretKey::make(random);
    const SealSecretKey other = SealSecretKey::make(random);
    hpke::Sender sender = *hpke::setup_sender(hpke::Aead::Aes256Gcm, key.public_key(), base::as_bytes("info"),
                                              SealSecretKey::make(random));
    const base::Bytes sealed = *sender.context.seal(base::as_bytes("aad"), base::as_bytes("plain"));
    const auto opens = [&](const SealPublicKey& enc, const SealSecretKey& with, std::string_view info,
                           std::string_view aad, base::ByteView text) {
        base::Result<hpke::Context> context =
            hpke::setup_receiver(hpke::Aead::Aes256Gcm, enc, with, base::as_bytes(info));
        return context && context->open(base::as_bytes(aad), text).has_value();
    };
    CHECK(opens(sender.enc, key, "info", "aad", sealed));  // the control: only the part under test makes it fail
    CHECK_FALSE(opens(sender.enc, other, "info", "aad", sealed));
    CHECK_FALSE(opens(key.public_key(), key, "info", "aad", sealed));
    CHECK_FALSE(opens(sender.enc, key, "Info", "aad", sealed));
    CHECK_FALSE(opens(sender.enc, key, "info", "AAD", sealed));
    CHECK_FALSE(opens(sender.enc, key, "info", "aad", base::ByteView(sealed).first(sealed.size() - 1)));
    CHECK_FALSE(opens(sender.enc, key, "info", "aad", base::ByteView(sealed).first(15)));
    CHECK_FALSE(opens(sender.enc, key, "info", "aad", {}));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        base::Bytes bent = sealed;
        bent[i] ^= 1;
        CHECK_FALSE(opens(sender.enc, key, "info", "aad", bent));
    }
}

TEST_CASE("HPKE refuses a public key that gives an all-zero secret") {
    base::SeededRandom random(25519);
    const SealSecretKey key = SealSecretKey::make(random);
    // Points of small order (RFC 7748, section 6.1; the list of libsodium), encoded canonically and not.
    for (const std::string_view weak : {"0000000000000000000000000000000000000000000000000000000000000000",
                                        "0100000000000000000000000000000000000000000000000000000000000000",
                                        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                                        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                                        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"}) {
        CHECK(hpke::setup_sender(hpke::Aead::Aes256Gcm, public_key(weak), {}, key).error().code == "hpke.weak_key");
        CHECK(hpke::setup_receiver(hpke::Aead::Aes256Gcm, public_key(weak), key, {}).error().code == "hpke.weak_key");
    }
}
