// Moments as people in China read them, and as machines do.
#pragma once

#include <string>

#include "sync/base/instant.hpp"

namespace courtyard::worker {

[[nodiscard]] std::string china_time(base::Instant at);  // "2026-11-23 15:04", UTC+8
[[nodiscard]] std::string utc_time(base::Instant at);    // "2026-11-23T07:04:05Z"

}  // namespace courtyard::worker
