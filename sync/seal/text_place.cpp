#include "sync/seal/text_place.hpp"

#include "sync/seal/mixing_numbers.hpp"

namespace courtyard::seal {

void TextPlace::take(std::uint8_t byte) {
    last_bytes = last_bytes << 8 | byte;
    has_closed = false;
    if (missing == 0 && byte >= 0xC0 && byte < 0xF8) {
        missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
        part = byte;
    } else {
        part = missing == 0 ? byte : part << 8 | byte;
        if (missing > 0) --missing;
        if (missing == 0) {
            before_it = character;
            character = part;
            part = 0;
            ++position;
        }
    }
    if (in_string) {
        take_in_string(byte);
    } else {
        take_outside(byte);
    }
}

void TextPlace::take_in_string(std::uint8_t byte) {
    if (!is_escaped_ && byte == '"') {
        if (!is_value) last_string_ = since;
        in_string = false;
        begin(stir(1, is_value ? 1 : 0));
        return;
    }
    is_escaped_ = !is_escaped_ && byte == '\\';
    since = stir(since, byte);
}

void TextPlace::take_outside(std::uint8_t byte) {
    if (byte == '"') {
        in_string = true;
        begin(0);
        return;
    }
    since = stir(since, byte);
    if (byte == ':') {
        key_before = key;
        key = last_string_;
        is_value = true;
        begin(0);
    } else if (byte == '{') {
        ++depth;
        is_value = false;
        in_array_ = false;
    } else if (byte == ',' && !in_array_) {
        is_value = false;
    } else if (byte == '[' || byte == ']') {
        in_array_ = byte == '[';
    } else if (byte == '}' && depth > 0) {
        has_closed = --depth == 0;
    }
}

void TextPlace::begin(std::uint32_t seed) {
    since = seed;
    position = 0;
}

std::uint32_t TextPlace::kind() const {
    if (!in_string) return 0;
    if (!is_value) return 1;
    if (missing > 0) return 2;
    const std::uint32_t last = last_bytes & 0xFF;
    if (last >= '0' && last <= '9') return 3;
    if (last >= 0x80) return 4;
    return last >= 'a' && last <= 'f' ? 5 : 6;
}

}  // namespace courtyard::seal
