#include "sync/base/encoding.hpp"

#include <algorithm>

namespace courtyard::base {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kBase45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string hex(ByteView bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += kHex[byte >> 4];
        text += kHex[byte & 15];
    }
    return text;
}

Result<Bytes> unhex(std::string_view text) {
    if (text.size() % 2 != 0) return fail("encoding.hex", "a hexadecimal text has an odd length");
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hex_value(text[i]);
        const int low = hex_value(text[i + 1]);
        if (high < 0 || low < 0) return fail("encoding.hex", "a hexadecimal text has another character in it");
        bytes.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return bytes;
}

std::string base45(ByteView bytes) {
    std::string text;
    text.reserve((bytes.size() * 3 + 1) / 2);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        const bool pair = i + 1 < bytes.size();
        unsigned value = pair ? bytes[i] * 256U + bytes[i + 1] : bytes[i];
        for (int digit = 0; digit < (pair ? 3 : 2); ++digit) {
            text += kBase45[value % 45];
            value /= 45;
        }
    }
    return text;
}

Result<Bytes> unbase45(std::string_view text) {
    if (text.size() % 3 == 1) return fail("encoding.base45", "a Base45 text has an impossible length");
    Bytes bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (std::size_t i = 0; i < text.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, text.size() - i);
        unsigned value = 0;
        unsigned weight = 1;
        for (std::size_t k = 0; k < count; ++k, weight *= 45) {
            const std::size_t digit = kBase45.find(text[i + k]);
            if (digit == std::string_view::npos)
                return fail("encoding.base45", "a Base45 text has another character in it");
            value += static_cast<unsigned>(digit) * weight;
        }
        if (value > (count == 3 ? 0xFFFFU : 0xFFU)) return fail("encoding.base45", "a Base45 group is out of range");
        if (count == 3) bytes.push_back(static_cast<std::uint8_t>(value >> 8));
        bytes.push_back(static_cast<std::uint8_t>(value));
    }
    return bytes;
}

}  // namespace courtyard::base
