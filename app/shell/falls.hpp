// Counts a process's falls: five within ten minutes are too many.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>

namespace courtyard::shell {

class Falls {
public:
    Falls(std::size_t max, std::int64_t within_ms) : max_(max), within_ms_(within_ms) {}

    void note(std::int64_t now_ms) {
        at_ms_.push_back(now_ms);
        if (at_ms_.size() > max_) at_ms_.pop_front();
    }
    // Monotonic ms until the process may be tried again; 0: it may.
    [[nodiscard]] std::int64_t wait_ms(std::int64_t now_ms) const {
        if (at_ms_.size() < max_) return 0;
        return std::max<std::int64_t>(at_ms_.front() + within_ms_ - now_ms, 0);
    }

private:
    std::size_t max_;
    std::int64_t within_ms_;
    std::deque<std::int64_t> at_ms_;
};

}  // namespace courtyard::shell
