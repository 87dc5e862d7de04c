// Base64 (RFC 4648, section 4, with padding), for files inside JSON.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::base {

// Appended to `out`, which is reserved first: no growth, so that no half copy escapes a wipe.
void base64(ByteView bytes, std::string& out);
// Strict: whole groups, padding where it belongs, unused bits zero; so text and bytes are a bijection.
// "encoding.base64"
[[nodiscard]] Result<Bytes> unbase64(std::string_view text);

}  // namespace courtyard::base
