// SHA-256 and what is built on it: HMAC, HKDF (RFC 5869), and a hash chain for logs.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/ids.hpp"
#include "sync/seal/secret.hpp"

namespace courtyard::seal {

[[nodiscard]] base::Digest sha256(base::ByteView bytes);
[[nodiscard]] base::Digest sha256(std::initializer_list<base::ByteView> parts);  // of the parts, one after another

[[nodiscard]] Secret<32> hmac_sha256(base::ByteView key, std::initializer_list<base::ByteView> parts);

// A keyed lookup value for a column that must be searchable but not guessable without the key (a plain hash of an
// identity number can be tried out in minutes). Truncated to 16 bytes.
using LookupTag = base::Id<struct LookupTagTag, 16>;
[[nodiscard]] LookupTag lookup_tag(base::ByteView key, std::string_view column, base::ByteView value);

// HKDF-SHA256, RFC 5869. `out` is at most 255 * 32 bytes.
[[nodiscard]] Secret<32> hkdf_extract(base::ByteView salt, std::initializer_list<base::ByteView> ikm);
void hkdf_expand(base::ByteView prk, base::ByteView info, std::span<std::uint8_t> out);

// Head of a hash chain after one more item: SHA-256("courtyard/1/chain" 00 | head | SHA-256(item)). The first head is
// zeros.
[[nodiscard]] base::Digest chain(const base::Digest& head, base::ByteView item);

}  // namespace courtyard::seal
