// Tokens by which offices of one county see that they help the same person for the same case, without showing each
// other whom they help. Whoever lacks the county's key learns nothing from them, not even whether two lists share one:
// every list has a salt of its own. FORMAT.md, section 11.
#pragma once

#include <memory>
#include <string_view>

#include "sync/base/ids.hpp"
#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::seal {

using DoubleToken = base::Id<struct DoubleTokenTag, 16>;
using TokenSalt = base::Id<struct TokenSaltTag, 16>;

// The key of one list, made from the county's. Its first block is hashed once: a list of a hundred thousand is quick.
class TokenKey {
public:
    static TokenKey of(const Secret<32>& county, const TokenSalt& salt);
    ~TokenKey();
    TokenKey(TokenKey&&) noexcept;
    TokenKey& operator=(TokenKey&&) = delete;
    TokenKey(const TokenKey&) = delete;

    // Texts in the one spelling that all offices use: domain/double_aid.hpp. CHECKs that each is at most 1,000 bytes.
    [[nodiscard]] DoubleToken token(std::string_view person, std::string_view original_case) const;

private:
    struct State;
    explicit TokenKey(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// HMAC-SHA256 over a list's bytes under a key of its own made from the county's: who may write lists.
[[nodiscard]] base::Digest token_list_mac(const Secret<32>& county, base::ByteView list);

}  // namespace courtyard::seal
