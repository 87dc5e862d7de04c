// A text being typed: the characters and where the caret stands. Own, because ImGui's field loses focus to an on-screen
// key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace courtyard::flow {

struct TextEdit {
    std::string text;       // UTF-8
    std::size_t caret = 0;  // byte offset, always between two characters
    friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

enum class CaretMove : std::uint8_t { Left, Right, Start, End };
enum class Lines : std::uint8_t { One, Many };

[[nodiscard]] TextEdit edit_of(std::string text);  // caret at the end

// Inserts at the caret what is plain text (control characters and broken UTF-8 are dropped; a line feed only where many
// lines are allowed) as long as the whole stays within `characters_max` characters.
void type(TextEdit& edit, std::string_view utf8, std::size_t characters_max, Lines lines = Lines::One);
void erase_before(TextEdit& edit);
void erase_after(TextEdit& edit);
void move_caret(TextEdit& edit, CaretMove move);
void place_caret(TextEdit& edit, std::size_t byte_offset);  // moved to the nearest boundary before it
// "2B5AF" before the caret becomes the character of that code point: one to six hexadecimal digits, with or without
// "U+". False and unchanged when there are none, or the code point is no character that can be written.
bool code_point_before(TextEdit& edit);

[[nodiscard]] std::size_t characters(std::string_view utf8);

}  // namespace courtyard::flow
