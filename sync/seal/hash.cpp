#include "sync/seal/hash.hpp"

#include <algorithm>

#include <openssl/hmac.h>

#include "sync/seal/openssl.hpp"

namespace courtyard::seal {
namespace {

base::Bytes join(std::initializer_list<base::ByteView> parts) {
    std::size_t size = 0;
    for (const base::ByteView part : parts)
        size += part.size();
    base::Bytes joined;
    joined.reserve(size);  // no growth: a freed half copy would escape the wipe
    for (const base::ByteView part : parts)
        joined.insert(joined.end(), part.begin(), part.end());
    return joined;
}

constexpr std::string_view kChainLabel = "courtyard/1/chain";
constexpr std::string_view kLookupLabel = "courtyard/1/lookup";
constexpr std::array<std::uint8_t, 1> kZero = {0};

}  // namespace

bool same_secret(base::ByteView a, base::ByteView b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

base::Digest sha256(base::ByteView bytes) { return sha256({bytes}); }

base::Digest sha256(std::initializer_list<base::ByteView> parts) {
    const openssl::DigestContext context(EVP_MD_CTX_new());
    COURTYARD_CHECK(context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1);
    for (const base::ByteView part : parts) {
        COURTYARD_CHECK(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1);
    }
    base::Digest digest;
    unsigned size = 0;
    COURTYARD_CHECK(EVP_DigestFinal_ex(context.get(), digest.bytes.data(), &size) == 1 && size == base::Digest::kSize);
    return digest;
}

Secret<32> hmac_sha256(base::ByteView key, std::initializer_list<base::ByteView> parts) {
    base::Bytes message = join(parts);
    static constexpr std::uint8_t kNothing = 0;  // HMAC() takes a null key to mean "as before"
    Secret<32> out;
    unsigned size = 0;
    COURTYARD_CHECK(HMAC(EVP_sha256(), key.empty() ? &kNothing : key.data(), static_cast<int>(key.size()),
                         message.data(), message.size(), out.fill().data(), &size) != nullptr &&
                    size == 32);
    base::wipe(message);
    return out;
}

LookupTag lookup_tag(base::ByteView key, std::string_view column, base::ByteView value) {
    const Secret<32> mac =
        hmac_sha256(key, {base::as_bytes(kLookupLabel), kZero, base::as_bytes(column), kZero, value});
    LookupTag tag;
    std::copy_n(mac.view().begin(), LookupTag::kSize, tag.bytes.begin());
    return tag;
}

Secret<32> hkdf_extract(base::ByteView salt, std::initializer_list<base::ByteView> ikm) {
    return hmac_sha256(salt, ikm);
}

void hkdf_expand(base::ByteView prk, base::ByteView info, std::span<std::uint8_t> out) {
    COURTYARD_CHECK(out.size() <= 255 * 32);
    Secret<32> block;
    base::ByteView previous;
    for (std::size_t done = 0, count = 1; done < out.size(); ++count) {
        const std::array<std::uint8_t, 1> counter = {static_cast<std::uint8_t>(count)};
        block = hmac_sha256(prk, {previous, info, counter});
        previous = block.view();
        const std::size_t take = std::min(out.size() - done, previous.size());
        std::copy_n(previous.begin(), take, out.begin() + static_cast<std::ptrdiff_t>(done));
        done += take;
    }
}

base::Digest chain(const base::Digest& head, base::ByteView item) {
    return sha256({base::as_bytes(kChainLabel), kZero, head.view(), sha256(item).view()});
}

}  // namespace courtyard::seal
