#include "sync/seal/base64url.hpp"

namespace courtyard::seal {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string base64url(base::ByteView bytes) {
    std::string text;
    text.reserve((bytes.size() * 4 + 2) / 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const std::uint8_t byte : bytes) {
        bits = (bits << 8 | byte) & 0xFFFFU;
        count += 8;
        while (count >= 6) {
            count -= 6;
            text.push_back(kAlphabet[bits >> count & 63U]);
        }
    }
    if (count > 0) text.push_back(kAlphabet[bits << (6 - count) & 63U]);
    return text;
}

base::Result<base::Bytes> unbase64url(std::string_view text) {
    if (text.size() % 4 == 1) return base::fail("base64url.text", "a base64url text has an impossible length");
    base::Bytes bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char character : text) {
        const std::size_t value = kAlphabet.find(character);
        if (value == std::string_view::npos) return base::fail("base64url.text", "a base64url text has a foreign character");
        bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFU;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<std::uint8_t>(bits >> count & 0xFFU));
        }
    }
    if ((bits & ((1U << count) - 1U)) != 0) return base::fail("base64url.text", "a base64url text has spare bits set");
    return bytes;
}

}  // namespace courtyard::seal
