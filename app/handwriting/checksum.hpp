// CRC-32 as in ISO 3309, zip and PNG: finds damage, not malice.
#pragma once

#include <cstdint>

#include "sync/base/bytes.hpp"

namespace courtyard::handwriting {

[[nodiscard]] std::uint32_t checksum(base::ByteView bytes);

}  // namespace courtyard::handwriting
