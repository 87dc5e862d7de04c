#include "sync/seal/sign.hpp"

#include <algorithm>

#include "sync/seal/openssl.hpp"

namespace courtyard::seal {
namespace {

base::Bytes message_of(Context context, std::initializer_list<base::ByteView> parts) {
    base::Bytes message = base::to_bytes("courtyard/1/");
    const std::string_view name = context_name(context);
    message.insert(message.end(), name.begin(), name.end());
    message.push_back(0);
    for (const base::ByteView part : parts)
        message.insert(message.end(), part.begin(), part.end());
    return message;
}

}  // namespace

std::string_view context_name(Context context) {
    switch (context) {
        case Context::Record: return "record";
        case Context::Notice: return "notice";
        case Context::Ack: return "ack";
        case Context::Durable: return "durable";
        case Context::Time: return "time";
        case Context::Roster: return "roster";
        case Context::Keyset: return "keyset";
        case Context::Pack: return "pack";
        case Context::Bundle: return "bundle";
        case Context::AuditHead: return "audit-head";
    }
    COURTYARD_CHECK(false);
    return {};
}

base::Result<Signature> Signature::from(base::ByteView view) {
    if (view.size() != kSize) return base::fail("sign.size", "a signature is 64 bytes long");
    Signature signature;
    std::copy(view.begin(), view.end(), signature.bytes.begin());
    return signature;
}

Signature sign(const SigningKey& key, Context context, std::initializer_list<base::ByteView> parts) {
    base::Bytes message = message_of(context, parts);
    const openssl::Key secret(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, key.secret().data(), key.secret().size()));
    const openssl::DigestContext digest(EVP_MD_CTX_new());
    Signature signature;
    std::size_t size = Signature::kSize;
    COURTYARD_CHECK(secret && digest &&
                    EVP_DigestSignInit(digest.get(), nullptr, nullptr, nullptr, secret.get()) == 1 &&
                    EVP_DigestSign(digest.get(), signature.bytes.data(), &size, message.data(), message.size()) == 1 &&
                    size == Signature::kSize);
    base::wipe(message);
    return signature;
}

bool verify(const VerifyKey& key, Context context, std::initializer_list<base::ByteView> parts,
            const Signature& signature) {
    base::Bytes message = message_of(context, parts);
    const openssl::Key known(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.bytes.data(), key.bytes.size()));
    const openssl::DigestContext digest(EVP_MD_CTX_new());
    COURTYARD_CHECK(known && digest && EVP_DigestVerifyInit(digest.get(), nullptr, nullptr, nullptr, known.get()) == 1);
    const bool good = EVP_DigestVerify(digest.get(), signature.bytes.data(), signature.bytes.size(), message.data(),
                                       message.size()) == 1;
    base::wipe(message);
    return good;
}

}  // namespace courtyard::seal
