// Where in a text the next byte stands: which character, which key and value of JSON. What mixing draws its contexts
// from; any bytes at all may come, JSON or not. FORMAT.md, section 4.
#pragma once

#include <cstdint>

namespace courtyard::seal {

class TextPlace {
public:
    void take(std::uint8_t byte);

    // Characters. A marker of digits counts as one.
    std::uint32_t last_bytes = 0;  // the last four, the newest lowest
    std::uint32_t character = 0;   // the bytes of the last whole character
    std::uint32_t before_it = 0;   // and of the one before
    std::uint32_t part = 0;        // the bytes so far of a character that is not yet whole
    std::uint32_t missing = 0;     // bytes that it still wants, 0 to 3

    // JSON.
    bool in_string = false;
    bool is_value = false;       // after a key's colon
    std::uint32_t since = 0;     // hash of what came since the string or the gap between strings began
    std::uint32_t position = 0;  // characters since then
    std::uint32_t key = 0;       // hash of the last key
    std::uint32_t key_before = 0;
    std::uint32_t depth = 0;  // open braces
    bool has_closed = false;  // the last byte closed the first brace: a text of JSON ends here

    // 0 outside strings, 1 in a key; in a value 2 in the middle of a character, else by the last byte: 3 a digit, 4 not
    // ASCII, 5 a to f, 6 any other.
    [[nodiscard]] std::uint32_t kind() const;
    [[nodiscard]] std::uint32_t string_state() const { return (in_string ? 2U : 0U) + (is_value ? 1U : 0U); }

private:
    void take_in_string(std::uint8_t byte);
    void take_outside(std::uint8_t byte);
    void begin(std::uint32_t seed);

    bool is_escaped_ = false;
    bool in_array_ = false;
    std::uint32_t last_string_ = 0;  // hash of the last string that may be a key
};

}  // namespace courtyard::seal
