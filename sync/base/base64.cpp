#include "sync/base/base64.hpp"

#include <algorithm>
#include <array>

namespace courtyard::base {

namespace {
constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::int8_t, 256> values() {
    std::array<std::int8_t, 256> table{};
    for (auto& value : table)
        value = -1;
    for (std::size_t i = 0; i < kDigits.size(); ++i)
        table[static_cast<std::uint8_t>(kDigits[i])] = static_cast<std::int8_t>(i);
    return table;
}
constexpr std::array<std::int8_t, 256> kValues = values();

tl::unexpected<Error> wrong() { return fail("encoding.base64", "a text is no Base64 of RFC 4648, section 4"); }
}  // namespace

void base64(ByteView bytes, std::string& out) {
    out.reserve(out.size() + (bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8U | (k < count ? bytes[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += k <= count ? kDigits[group >> (18 - 6 * k) & 63U] : '=';
    }
}

Result<Bytes> unbase64(std::string_view text) {
    if (text.size() % 4 != 0) return wrong();
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const bool last = i + 4 == text.size();
        const std::size_t padding = !last ? 0 : (text[i + 3] != '=' ? 0 : (text[i + 2] != '=' ? 1 : 2));
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const int value = k < 4 - padding ? kValues[static_cast<std::uint8_t>(text[i + k])] : 0;
            if (value < 0) return wrong();
            group = group << 6U | static_cast<std::uint32_t>(value);
        }
        if ((padding == 1 && (group & 0xFFU) != 0) || (padding == 2 && (group & 0xFFFFU) != 0)) return wrong();
        for (std::size_t k = 0; k < 3 - padding; ++k)
            bytes.push_back(static_cast<std::uint8_t>(group >> (16 - 8 * k)));
    }
    return bytes;
}

}  // namespace courtyard::base
