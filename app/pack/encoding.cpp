#include "app/pack/encoding.hpp"

#include <cstddef>
#include <cstdint>

#include "app/domain/text.hpp"

namespace courtyard::pack {

namespace {

std::uint8_t byte_at(std::string_view bytes, std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); }

bool is_within(std::uint8_t byte, std::uint8_t first, std::uint8_t last) { return byte >= first && byte <= last; }

// GB 18030 by the form of its bytes: one below 0x80, two of 81-FE 40-FE (not 7F), or four of 81-FE 30-39 81-FE 30-39.
bool looks_like_gb18030(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        if (byte_at(bytes, i) < 0x80) {
            ++i;
            continue;
        }
        if (!is_within(byte_at(bytes, i), 0x81, 0xFE) || i + 1 == bytes.size()) return false;
        const std::uint8_t second = byte_at(bytes, i + 1);
        if (is_within(second, 0x40, 0xFE) && second != 0x7F) {
            i += 2;
            continue;
        }
        if (i + 3 >= bytes.size() || !is_within(second, 0x30, 0x39) || !is_within(byte_at(bytes, i + 2), 0x81, 0xFE) ||
            !is_within(byte_at(bytes, i + 3), 0x30, 0x39))
            return false;
        i += 4;
    }
    return true;
}

bool looks_like_utf16(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
    return bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0');
}

}  // namespace

std::string why_not_utf8(std::string_view bytes) {
    constexpr std::string_view kSave = "; save it as UTF-8";
    if (looks_like_utf16(bytes)) return "is not UTF-8 but looks like UTF-16" + std::string(kSave);
    if (domain::is_utf8(bytes)) return {};
    if (looks_like_gb18030(bytes)) return "is not UTF-8 but looks like GB 18030 (GBK)" + std::string(kSave);
    return "is not UTF-8" + std::string(kSave);
}

}  // namespace courtyard::pack
