// Bytes and text encodings of bytes. Values only; nothing here does I/O.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace courtyard::base {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline ByteView as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view as_text(ByteView bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
inline Bytes to_bytes(std::string_view text) {
    const ByteView view = as_bytes(text);
    return {view.begin(), view.end()};
}

// Overwrites memory in a way that the compiler may not leave out.
void wipe(void* data, std::size_t size) noexcept;
inline void wipe(Bytes& bytes) noexcept { wipe(bytes.data(), bytes.size()); }
inline void wipe(std::string& text) noexcept { wipe(text.data(), text.size()); }

}  // namespace courtyard::base
