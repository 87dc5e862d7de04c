#include "sync/mail/backoff.hpp"

#include <algorithm>

namespace courtyard::mail {

void Backoff::failed(base::Instant now, std::int64_t retry_after_ms, base::Random& random) {
    const unsigned doublings = std::min(failures_, 20u);
    const std::int64_t most = std::min(kRetryMostMs, kRetryFirstMs << doublings);
    const auto draw = static_cast<std::int64_t>(random.next() % static_cast<std::uint64_t>(most + 1));
    const std::int64_t asked = std::clamp<std::int64_t>(retry_after_ms, 0, kRetryAfterMostMs);
    // Come back in the time asked for, spread over one more draw: else all kiosks return in the same second.
    const std::int64_t wait = asked > 0 ? asked + std::min(draw, kRetryFirstMs) : draw;
    if (failures_ < 1000) ++failures_;
    since_ = now;
    until_ = now + wait;
    waiting_ = true;
}

bool Backoff::holds(base::Instant now) const { return waiting_ && now >= since_ && now < until_; }

}  // namespace courtyard::mail
