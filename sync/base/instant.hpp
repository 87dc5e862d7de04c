// A moment as a value. Pure rooms take `Instant now` as an argument; only sync/os reads clocks.
#pragma once

#include <compare>
#include <cstdint>

namespace courtyard::base {

// Milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted. May be negative on a kiosk whose clock fell back.
struct Instant {
    std::int64_t ms = 0;
    friend auto operator<=>(const Instant&, const Instant&) = default;
    friend constexpr Instant operator+(Instant at, std::int64_t after_ms) { return {at.ms + after_ms}; }
    friend constexpr std::int64_t operator-(Instant a, Instant b) { return a.ms - b.ms; }
};

}  // namespace courtyard::base
