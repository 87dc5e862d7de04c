// A file by which one office tells another whom it helps for which case, in tokens that say nothing to anybody else.
// Byte for byte: sync/seal/FORMAT.md, section 11.
#pragma once

#include <string>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/instant.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/double_token.hpp"

namespace courtyard::worker {

inline constexpr std::size_t kTokensMin = 1'024;  // of a list, chance ones included: a power of two
inline constexpr std::size_t kTokensMax = 262'144;
inline constexpr std::size_t kTokenListBytesMax = 256 + kTokensMax * seal::DoubleToken::kSize;

// A person and an original case in the one spelling of domain/double_aid.hpp.
struct AidedPair {
    std::string person, original_case;
    friend bool operator==(const AidedPair&, const AidedPair&) = default;
};

struct TokenList {
    std::string where;  // the office that wrote it, for people: 1 to 120 bytes of UTF-8
    base::Instant made;
    seal::TokenSalt salt;
    std::vector<seal::DoubleToken> tokens;  // rising

    [[nodiscard]] bool has(const seal::DoubleToken& token) const;
};

// Filled up with chance tokens, so that the length does not tell how many are helped. "tokens.many" above kTokensMax.
[[nodiscard]] base::Result<base::Bytes> print_token_list(const std::string& where, base::Instant made,
                                                         const std::vector<AidedPair>& pairs,
                                                         const seal::Secret<32>& county, base::Random& random);
// "tokens.file" no such file, or damaged; "tokens.key" written with another county's key, or changed since.
[[nodiscard]] base::Result<TokenList> open_token_list(base::ByteView file, const seal::Secret<32>& county);

}  // namespace courtyard::worker
