// A laptop's store key behind a passphrase: scrypt (RFC 7914) N=2^17 r=8 p=1, about 128 MiB and 0.3 s per guess.
#pragma once

#include "sync/base/random.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::seal {

struct ScryptCost {
    int log2_n = 17;  // 15 to 20 are accepted from a file; r = 8 and p = 1 always
};

// The file store.key.wrapped: 88 bytes, FORMAT.md section 6. The passphrase is taken as the bytes that were typed, 1 to
// 1,024. "passphrase.empty", "passphrase.size".
[[nodiscard]] base::Result<base::Bytes> wrap_with_passphrase(const Secret<32>& key, base::ByteView passphrase,
                                                             base::Random& random, ScryptCost cost = {});
// "passphrase.file" (not such a file), "passphrase.cost" (outside the bounds), "passphrase.memory", "passphrase.wrong".
[[nodiscard]] base::Result<Secret<32>> unwrap_with_passphrase(base::ByteView file, base::ByteView passphrase);

}  // namespace courtyard::seal
