// The real clock and the real chance of this machine: the only place below the shells that reads either.
#pragma once

#include "sync/base/instant.hpp"
#include "sync/base/random.hpp"

namespace courtyard::os {

[[nodiscard]] base::Instant now();          // wall clock, UTC
[[nodiscard]] std::int64_t monotonic_ms();  // since an unknown start; never goes back
[[nodiscard]] std::int64_t monotonic_us();
void pause(std::int64_t ms);  // of programs that have nothing else to wait on

// getrandom(2); aborts when the kernel gives none.
class OsRandom final : public base::Random {
public:
    void fill(std::span<std::uint8_t> out) override;
};

}  // namespace courtyard::os
