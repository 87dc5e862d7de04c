// Text forms of bytes: hexadecimal, and Base45 (RFC 9285) for QR symbols in alphanumeric mode.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::base {

[[nodiscard]] std::string hex(ByteView bytes);
[[nodiscard]] Result<Bytes> unhex(std::string_view text);  // both cases accepted; "encoding.hex"

[[nodiscard]] std::string base45(ByteView bytes);
[[nodiscard]] Result<Bytes> unbase45(std::string_view text);  // strict: canonical length and range; "encoding.base45"

}  // namespace courtyard::base
