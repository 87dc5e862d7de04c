#include "app/speech/points.hpp"

namespace courtyard::speech {
namespace {

constexpr char32_t kBroken = 0xFFFD;

char32_t next(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    if (first < 0x80) return first;
    const int more = first >= 0xF0 && first < 0xF5 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
    if (more == 0 || first >= 0xF5) return kBroken;
    char32_t point = first & (0x3FU >> static_cast<unsigned>(more));
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (byte(at) & 0xC0U) != 0x80U) return kBroken;
        point = point << 6U | (byte(at++) & 0x3FU);
    }
    return point;
}

char32_t plain(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + '!';
    if (c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) || c == '\t' || c == '\r') return ' ';
    if (c == 0xFFE5) return 0x00A5;                             // the sign of the yuan
    if (c == 0x2212 || c == 0x2010 || c == 0x2011) return '-';  // minus and hyphens
    return c;
}

}  // namespace

std::u32string points_of(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size() / 2);
    for (std::size_t at = 0; at < utf8.size();)
        out.push_back(plain(next(utf8, at)));
    return out;
}

std::string utf8_of(std::u32string_view points) {
    std::string out;
    for (const char32_t c : points) {
        if (c < 0x80) {
            out.push_back(static_cast<char>(c));
        } else if (c < 0x800) {
            out.push_back(static_cast<char>(0xC0U | c >> 6U));
            out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
        } else if (c < 0x10000) {
            out.push_back(static_cast<char>(0xE0U | c >> 12U));
            out.push_back(static_cast<char>(0x80U | (c >> 6U & 0x3FU)));
            out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
        } else {
            out.push_back(static_cast<char>(0xF0U | c >> 18U));
            out.push_back(static_cast<char>(0x80U | (c >> 12U & 0x3FU)));
            out.push_back(static_cast<char>(0x80U | (c >> 6U & 0x3FU)));
            out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
        }
    }
    return out;
}

bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace courtyard::speech
