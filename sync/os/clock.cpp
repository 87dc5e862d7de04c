#include "sync/os/clock.hpp"

#include <sys/random.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "sync/base/result.hpp"

namespace courtyard::os {

base::Instant now() {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

std::int64_t monotonic_us() {
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

void pause(std::int64_t ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

std::int64_t monotonic_ms() { return monotonic_us() / 1000; }

void OsRandom::fill(std::span<std::uint8_t> out) {
    while (!out.empty()) {
        const ssize_t got = getrandom(out.data(), out.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        COURTYARD_CHECK(got > 0);
        out = out.subspan(static_cast<std::size_t>(got));
    }
}

}  // namespace courtyard::os
