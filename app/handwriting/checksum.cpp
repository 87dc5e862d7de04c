#include "app/handwriting/checksum.hpp"

#include <array>

namespace courtyard::handwriting {

std::uint32_t checksum(base::ByteView bytes) {
    static constexpr auto kTable = [] {
        std::array<std::uint32_t, 256> table{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            table[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                table[i] = (table[i] >> 1) ^ ((table[i] & 1) != 0 ? 0xEDB8'8320 : 0);
        }
        return table;
    }();
    std::uint32_t sum = 0xFFFF'FFFF;
    for (const std::uint8_t byte : bytes)
        sum = (sum >> 8) ^ kTable[(sum ^ byte) & 0xFF];
    return ~sum;
}

}  // namespace courtyard::handwriting
