// One QR symbol as modules: alphanumeric text only, error correction M (facts/ui.md, section 7).
#pragma once

#include <string>
#include <vector>

#include "sync/base/result.hpp"

namespace courtyard::paper {

inline constexpr int kQuietModules = 4;  // ISO/IEC 18004 9.1

// Row by row, true = dark, without quiet zone. "paper.symbol": no alphanumeric text, or too long for version 20.
struct Modules {
    int size = 0;
    std::vector<bool> dark;

    [[nodiscard]] bool at(int row, int column) const { return dark[static_cast<std::size_t>(row * size + column)]; }
    [[nodiscard]] int with_quiet() const { return size + 2 * kQuietModules; }
};
[[nodiscard]] base::Result<Modules> encode_symbol(const std::string& text);

}  // namespace courtyard::paper
