#include "app/worker/token_list.hpp"

#include <algorithm>
#include <bit>

namespace courtyard::worker {

namespace {

using base::ByteView;
using seal::DoubleToken;

constexpr std::string_view kListMagic = "CYTL";
constexpr std::uint8_t kListVersion = 1;
constexpr std::size_t kWhereMax = 120;
constexpr std::int64_t kLastMs = 253'402'300'799'999;  // the end of the year 9999

void put(base::Bytes& out, std::uint64_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(value >> shift));
}

std::uint64_t number(ByteView bytes) {
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes)
        value = value << 8 | byte;
    return value;
}

tl::unexpected<base::Error> no_list() {
    return base::fail("tokens.file", "the file is no list of tokens, or was damaged: have it written anew");
}

}  // namespace

bool TokenList::has(const DoubleToken& token) const { return std::binary_search(tokens.begin(), tokens.end(), token); }

base::Result<base::Bytes> print_token_list(const std::string& where, base::Instant made,
                                           const std::vector<AidedPair>& pairs, const seal::Secret<32>& county,
                                           base::Random& random) {
    COURTYARD_CHECK(!where.empty() && where.size() <= kWhereMax);
    const auto salt = seal::TokenSalt::random(random);
    const seal::TokenKey key = seal::TokenKey::of(county, salt);
    std::vector<DoubleToken> tokens;
    for (const AidedPair& pair : pairs)
        tokens.push_back(key.token(pair.person, pair.original_case));
    std::sort(tokens.begin(), tokens.end());
    tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
    const std::size_t wanted = std::max(kTokensMin, std::bit_ceil(tokens.size()));
    if (wanted > kTokensMax) return base::fail("tokens.many", "a list holds at most 262,144 cases");
    while (tokens.size() < wanted)
        tokens.push_back(DoubleToken::random(random));
    std::sort(tokens.begin(), tokens.end());

    base::Bytes out = base::to_bytes(kListMagic);
    const auto add = [&out](ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); };
    out.push_back(kListVersion);
    put(out, where.size(), 1);
    add(base::as_bytes(where));
    put(out, static_cast<std::uint64_t>(made.ms), 8);
    add(salt.view());
    put(out, tokens.size(), 4);
    for (const DoubleToken& token : tokens)
        add(token.view());
    add(seal::token_list_mac(county, out).view());
    return out;
}

base::Result<TokenList> open_token_list(ByteView file, const seal::Secret<32>& county) {
    const auto take = [&file](std::size_t size) {
        const ByteView taken = file.first(size);
        file = file.subspan(size);
        return taken;
    };
    constexpr std::size_t kStart = 4 + 1 + 1, kMiddle = 8 + seal::TokenSalt::kSize + 4, kMac = base::Digest::kSize;
    if (file.size() < kStart + kMiddle + kMac || base::as_text(file.first(4)) != kListMagic || file[4] != kListVersion)
        return no_list();
    const ByteView whole = file.first(file.size() - kMac), mac = file.last(kMac);
    TokenList list;
    (void)take(kStart - 1);
    const std::size_t where_size = take(1).front();
    if (where_size == 0 || where_size > kWhereMax || file.size() < where_size + kMiddle + kMac) return no_list();
    list.where = base::as_text(take(where_size));
    const std::uint64_t made = number(take(8));
    if (made > static_cast<std::uint64_t>(kLastMs)) return no_list();
    list.made = {static_cast<std::int64_t>(made)};
    list.salt = TRY(seal::TokenSalt::from(take(seal::TokenSalt::kSize)));
    const std::uint64_t count = number(take(4));
    if (count < kTokensMin || count > kTokensMax || file.size() != count * DoubleToken::kSize + kMac) return no_list();
    if (!seal::same_secret(seal::token_list_mac(county, whole).view(), mac))
        return base::fail("tokens.key",
                          "the list was written with another county's key, or somebody changed it: nothing of it was "
                          "taken");
    list.tokens.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i)
        list.tokens.push_back(TRY(DoubleToken::from(take(DoubleToken::kSize))));
    if (!std::is_sorted(list.tokens.begin(), list.tokens.end())) return no_list();
    return list;
}

}  // namespace courtyard::worker
