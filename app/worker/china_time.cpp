#include "app/worker/china_time.hpp"

#include <cstdio>
#include <ctime>

namespace courtyard::worker {

namespace {

constexpr std::int64_t kChinaMs = 8 * 3'600'000;

std::tm parts_of(base::Instant at) {
    const std::time_t seconds = static_cast<std::time_t>(at.ms >= 0 ? at.ms / 1000 : (at.ms - 999) / 1000);
    std::tm parts{};
    if (::gmtime_r(&seconds, &parts) == nullptr) parts = {};
    return parts;
}

std::string printed(const char* format, const std::tm& parts) {
    char text[64];
    return {text, std::strftime(text, sizeof text, format, &parts)};
}

}  // namespace

std::string china_time(base::Instant at) { return printed("%Y-%m-%d %H:%M", parts_of(at + kChinaMs)); }
std::string utc_time(base::Instant at) { return printed("%Y-%m-%dT%H:%M:%SZ", parts_of(at)); }

}  // namespace courtyard::worker
