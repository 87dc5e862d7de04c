#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

struct FuzzTarget {
    const char* name;
    int (*run)(const std::uint8_t* data, std::size_t size);
};
std::vector<FuzzTarget> fuzz_targets();
