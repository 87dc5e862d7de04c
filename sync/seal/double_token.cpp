#include "sync/seal/double_token.hpp"

#include <algorithm>
#include <array>

#include "sync/seal/hash.hpp"
#include "sync/seal/openssl.hpp"

namespace courtyard::seal {

namespace {

constexpr std::string_view kTokenLabel = "courtyard/1/double-token";
constexpr std::string_view kListLabel = "courtyard/1/double-list";
constexpr std::size_t kBlock = 64;  // of SHA-256
constexpr std::size_t kTextMax = 1'000;

base::Bytes info(std::string_view label, base::ByteView salt) {
    base::Bytes out = base::to_bytes(label);
    out.push_back(0);
    out.insert(out.end(), salt.begin(), salt.end());
    return out;
}

Secret<32> derive(const Secret<32>& county, std::string_view label, base::ByteView salt) {
    Secret<32> key;
    hkdf_expand(county.view(), info(label, salt), key.fill());
    return key;
}

// SHA-256 after the first block of HMAC: the key, padded with zeros, each byte xor `pad`.
openssl::DigestContext begun(const Secret<32>& key, std::uint8_t pad) {
    std::array<std::uint8_t, kBlock> block{};
    std::copy(key.view().begin(), key.view().end(), block.begin());
    for (std::uint8_t& byte : block)
        byte = static_cast<std::uint8_t>(byte ^ pad);
    openssl::DigestContext context(EVP_MD_CTX_new());
    COURTYARD_CHECK(context && EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1 &&
                    EVP_DigestUpdate(context.get(), block.data(), block.size()) == 1);
    base::wipe(block.data(), block.size());
    return context;
}

base::Digest finish(EVP_MD_CTX* work, const EVP_MD_CTX* from, std::initializer_list<base::ByteView> parts) {
    COURTYARD_CHECK(EVP_MD_CTX_copy_ex(work, from) == 1);
    for (const base::ByteView part : parts)
        COURTYARD_CHECK(EVP_DigestUpdate(work, part.data(), part.size()) == 1);
    base::Digest digest;
    COURTYARD_CHECK(EVP_DigestFinal_ex(work, digest.bytes.data(), nullptr) == 1);
    return digest;
}

}  // namespace

struct TokenKey::State {
    openssl::DigestContext inner, outer, work;
};

TokenKey::TokenKey(std::unique_ptr<State> state) : state_(std::move(state)) {}
TokenKey::~TokenKey() = default;
TokenKey::TokenKey(TokenKey&&) noexcept = default;

TokenKey TokenKey::of(const Secret<32>& county, const TokenSalt& salt) {
    constexpr std::uint8_t kInner = 0x36, kOuter = 0x5c;  // RFC 2104
    const Secret<32> key = derive(county, kTokenLabel, salt.view());
    auto state = std::make_unique<State>();
    state->inner = begun(key, kInner);
    state->outer = begun(key, kOuter);
    state->work.reset(EVP_MD_CTX_new());
    COURTYARD_CHECK(state->work != nullptr);
    return TokenKey(std::move(state));
}

DoubleToken TokenKey::token(std::string_view person, std::string_view original_case) const {
    COURTYARD_CHECK(person.size() <= kTextMax && original_case.size() <= kTextMax);
    const std::array<std::uint8_t, 2> size{static_cast<std::uint8_t>(person.size() >> 8),
                                           static_cast<std::uint8_t>(person.size())};
    const base::Digest inner =
        finish(state_->work.get(), state_->inner.get(), {size, base::as_bytes(person), base::as_bytes(original_case)});
    const base::Digest whole = finish(state_->work.get(), state_->outer.get(), {inner.view()});
    DoubleToken token;
    std::copy_n(whole.bytes.begin(), DoubleToken::kSize, token.bytes.begin());
    return token;
}

base::Digest token_list_mac(const Secret<32>& county, base::ByteView list) {
    const Secret<32> key = derive(county, kListLabel, {});
    const Secret<32> mac = hmac_sha256(key.view(), {list});
    return base::Digest::from(mac.view()).value();
}

}  // namespace courtyard::seal
