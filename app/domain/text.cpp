#include "app/domain/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "sync/base/result.hpp"

namespace courtyard::domain {

namespace {

constexpr bool is_scalar(char32_t point) { return point <= 0x10FFFF && !(point >= 0xD800 && point <= 0xDFFF); }

struct Decoded {
    char32_t point = 0;
    std::size_t size = 0;  // 0: not UTF-8
};

// One code point of strict UTF-8 (RFC 3629, section 4).
Decoded decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
    if (size == 0 || text.size() < size) return {};
    constexpr std::array<std::uint8_t, 5> kLeadMask{0, 0, 0x1F, 0x0F, 0x07};
    constexpr std::array<char32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    char32_t point = lead & kLeadMask[size];
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {};
        point = (point << 6) | (byte(i) & 0x3F);
    }
    if (point < kSmallest[size] || !is_scalar(point)) return {};
    return {point, size};
}

void append(std::string& out, char32_t point) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<std::uint8_t>(byte))); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

// Bytes of the white space at an end; 0 where there is none.
std::size_t white_space_at_start(std::string_view text) {
    if (text.empty()) return 0;
    const Decoded first = decode(text);
    return first.size != 0 && is_one_of(white_space(), first.point) ? first.size : 0;
}

std::size_t white_space_at_end(std::string_view text) {
    constexpr std::size_t kSizeMax = 4;
    for (std::size_t size = 1; size <= kSizeMax && size <= text.size(); ++size) {
        const Decoded last = decode(text.substr(text.size() - size));
        if (last.size == size) return is_one_of(white_space(), last.point) ? size : 0;
    }
    return 0;
}

}  // namespace

std::optional<std::u32string> code_points(std::string_view utf8) {
    std::u32string points;
    points.reserve(utf8.size());
    while (!utf8.empty()) {
        const Decoded decoded = decode(utf8);
        if (decoded.size == 0) return std::nullopt;
        points.push_back(decoded.point);
        utf8.remove_prefix(decoded.size);
    }
    return points;
}

std::string utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (const char32_t point : text) {
        COURTYARD_CHECK(is_scalar(point));
        append(out, point);
    }
    return out;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = decode(text).size;
        if (size == 0) return false;
        text.remove_prefix(size);
    }
    return true;
}

std::string_view trim(std::string_view text) {
    while (const std::size_t size = white_space_at_start(text))
        text.remove_prefix(size);
    while (const std::size_t size = white_space_at_end(text))
        text.remove_suffix(size);
    return text;
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

bool has_one_of(CharacterTable table, std::string_view utf8) {
    const std::optional<std::u32string> points = code_points(utf8);
    return points &&
           std::any_of(points->begin(), points->end(), [&](char32_t point) { return is_one_of(table, point); });
}

std::string half_width(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) {
        const Decoded decoded = decode(utf8);
        const std::size_t size = decoded.size == 0 ? 1 : decoded.size;
        if (decoded.size == 3 && decoded.point >= 0xFF01 && decoded.point <= 0xFF5E) {
            out.push_back(static_cast<char>(decoded.point - 0xFF01 + 0x21));
        } else if (decoded.size == 3 && decoded.point == 0x3000) {
            out.push_back(' ');
        } else {
            out.append(utf8.substr(0, size));
        }
        utf8.remove_prefix(size);
    }
    return out;
}

bool is_plain(std::u32string_view text, Lines lines) {
    return std::none_of(text.begin(), text.end(), [&](char32_t point) {
        return is_one_of(not_plain(), point) && !(point == U'\n' && lines == Lines::Many);
    });
}

}  // namespace courtyard::domain
