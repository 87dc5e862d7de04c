// Chance that repeats itself: the same seed writes the same characters on every machine (SplitMix64; no library
// distribution, which each library makes otherwise).
#pragma once

#include <cstddef>
#include <cstdint>

namespace courtyard::handwriting_training {

class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t mixed = (state_ += 0x9E37'79B9'7F4A'7C15U);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58'476D'1CE4'E5B9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0'49BB'1331'11EBU;
        return mixed ^ (mixed >> 31);
    }
    // 0 to below 1.
    float share() { return static_cast<float>(next() >> 40) / 16'777'216.0F; }
    float between(float low, float high) { return low + (high - low) * share(); }
    // About normal: mean 0, deviation 1, never beyond 3.5.
    float spread() { return (share() + share() + share() + share() - 2) * 1.7320508F; }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    bool happens(float probability) { return share() < probability; }

private:
    std::uint64_t state_;
};

}  // namespace courtyard::handwriting_training
