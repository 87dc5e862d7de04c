#include "sync/hub/rates.hpp"

#include <algorithm>
#include <cmath>

namespace courtyard::hub {

namespace {

constexpr double kMinuteMs = 60'000;

}  // namespace

std::uint64_t Rates::take(const base::MachineId& machine, std::size_t records, base::Instant now) {
    const std::lock_guard guard(mutex_);
    const auto [at, is_new] = buckets_.try_emplace(machine, Bucket{requests_most_, records_most_, now});
    Bucket& bucket = at->second;
    const double passed = std::clamp(static_cast<double>(now - bucket.filled), 0.0, kMinuteMs) / kMinuteMs;
    bucket.requests = std::min(requests_most_, bucket.requests + passed * requests_most_);
    bucket.records = std::min(records_most_, bucket.records + passed * records_most_);
    bucket.filled = now;
    // A batch larger than a whole bucket waits for a full one.
    const double wanted = std::min(static_cast<double>(records), records_most_);
    const double minutes = std::max((1 - bucket.requests) / requests_most_, (wanted - bucket.records) / records_most_);
    if (minutes > 0) return static_cast<std::uint64_t>(std::ceil(minutes * 60));
    bucket.requests -= 1;
    bucket.records -= wanted;
    return 0;
}

}  // namespace courtyard::hub
