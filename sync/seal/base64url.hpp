// Base64url without padding (RFC 4648, section 5), strict: the spare bits of the last character must be zero.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::seal {

[[nodiscard]] std::string base64url(base::ByteView bytes);
[[nodiscard]] base::Result<base::Bytes> unbase64url(std::string_view text);  // "base64url.text"

}  // namespace courtyard::seal
