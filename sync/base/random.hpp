// Chance as an argument. sync/os has the real one; tests give a seeded one and print the seed.
#pragma once

#include <cstdint>
#include <span>

namespace courtyard::base {

class Random {
public:
    virtual ~Random() = default;
    // Fills all of `out`. The operating system's generator aborts the process rather than give weak bytes.
    virtual void fill(std::span<std::uint8_t> out) = 0;

    std::uint64_t next() {
        std::uint64_t value = 0;
        fill({reinterpret_cast<std::uint8_t*>(&value), sizeof value});
        return value;
    }
};

// SplitMix64: for tests and simulations only, never for keys.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::uint8_t> out) override;

private:
    std::uint64_t state_;
};

}  // namespace courtyard::base
