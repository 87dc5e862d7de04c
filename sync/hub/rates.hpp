// How much one machine may ask of the hub: a bucket of requests and one of records, each refilled evenly over a minute.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>

#include "sync/base/ids.hpp"
#include "sync/base/instant.hpp"

namespace courtyard::hub {

class Rates {
public:
    Rates(unsigned requests_per_minute, unsigned records_per_minute)
        : requests_most_(requests_per_minute), records_most_(records_per_minute) {}

    // 0: go on. Otherwise the seconds after which to come back. From any thread.
    [[nodiscard]] std::uint64_t take(const base::MachineId& machine, std::size_t records, base::Instant now);

private:
    struct Bucket {
        double requests = 0;
        double records = 0;
        base::Instant filled;
    };
    double requests_most_;
    double records_most_;
    std::mutex mutex_;
    std::map<base::MachineId, Bucket> buckets_;  // no more than the rosters have machines
};

}  // namespace courtyard::hub
