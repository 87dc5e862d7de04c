// The hub's diary: when, how bad, a code, and ids. Never content, and never how much a machine sent: a count is a
// secret here.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "sync/base/instant.hpp"

namespace courtyard::hub {

enum class Level { Info, Warning, Error };

class Log {
public:
    using Sink = std::function<void(std::string_view line)>;
    explicit Log(Sink sink) : sink_(std::move(sink)) {}

    // One line: 2026-11-23T07:00:00Z warning hub.revoked machine=00112233aabbccdd
    // Of one code at most kLinesPerMinute: who knocks a million times must not fill the disk. How many were left out is
    // told.
    void write(base::Instant at, Level level, std::string_view code, std::string_view ids);

    static constexpr unsigned kLinesPerMinute = 60;

private:
    struct Told {
        std::int64_t minute = 0;
        unsigned lines = 0;
        unsigned left_out = 0;
    };
    std::mutex mutex_;
    Sink sink_;
    std::map<std::string, Told, std::less<>> told_;  // by code: those of our own source, so few
};

}  // namespace courtyard::hub
