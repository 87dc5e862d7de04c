// When to try again after a failure: full jitter, rand(0, min(15 min, 5 s * 2^n)), so that thousands of kiosks that
// return at once do not return together. A Retry-After of the hub is a floor under the draw.
#pragma once

#include <cstdint>

#include "sync/base/instant.hpp"
#include "sync/base/random.hpp"

namespace courtyard::mail {

inline constexpr std::int64_t kRetryFirstMs = 5'000;
inline constexpr std::int64_t kRetryMostMs = 15 * 60 * 1000;
inline constexpr std::int64_t kRetryAfterMostMs = 6 * 60 * 60 * 1000;  // a hub cannot silence a kiosk for longer

class Backoff {
public:
    void succeeded() { failures_ = 0, until_ = {}, waiting_ = false; }
    void failed(base::Instant now, std::int64_t retry_after_ms, base::Random& random);

    // Whether to hold still at `now`. A clock that was put back so far that the wait would exceed the longest one does
    // not hold.
    [[nodiscard]] bool holds(base::Instant now) const;
    [[nodiscard]] base::Instant until() const { return until_; }
    [[nodiscard]] unsigned failures() const { return failures_; }

private:
    unsigned failures_ = 0;
    base::Instant until_;
    base::Instant since_;
    bool waiting_ = false;
};

}  // namespace courtyard::mail
