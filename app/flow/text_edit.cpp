#include "app/flow/text_edit.hpp"

#include <optional>

#include "app/domain/text.hpp"

namespace courtyard::flow {
namespace {

bool is_lead(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t before(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    do
        --at;
    while (at > 0 && !is_lead(text[at]));
    return at;
}

std::size_t after(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    do
        ++at;
    while (at < text.size() && !is_lead(text[at]));
    return at;
}

std::optional<char32_t> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<char32_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<char32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<char32_t>(c - 'A' + 10);
    return std::nullopt;
}

bool may_be_written(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    const bool private_use = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
    const bool not_a_character = (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF);
    return !control && !surrogate && !private_use && !not_a_character;
}

}  // namespace

TextEdit edit_of(std::string text) {
    const std::size_t end = text.size();
    return {std::move(text), end};
}

std::size_t characters(std::string_view utf8) {
    std::size_t count = 0;
    for (const char c : utf8)
        count += is_lead(c) ? 1 : 0;
    return count;
}

void type(TextEdit& edit, std::string_view utf8, std::size_t characters_max, Lines lines) {
    const auto points = domain::code_points(utf8);
    if (!points) return;
    std::size_t room = characters_max - std::min(characters_max, characters(edit.text));
    std::u32string kept;
    for (const char32_t c : *points) {
        const bool line_feed = c == U'\n' && lines == Lines::Many;
        if (room == 0 || (!line_feed && (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF))) continue;
        kept.push_back(c);
        --room;
    }
    const std::string inserted = domain::utf8(kept);
    edit.text.insert(edit.caret, inserted);
    edit.caret += inserted.size();
}

void erase_before(TextEdit& edit) {
    const std::size_t from = before(edit.text, edit.caret);
    edit.text.erase(from, edit.caret - from);
    edit.caret = from;
}

void erase_after(TextEdit& edit) { edit.text.erase(edit.caret, after(edit.text, edit.caret) - edit.caret); }

void move_caret(TextEdit& edit, CaretMove move) {
    switch (move) {
        case CaretMove::Left: edit.caret = before(edit.text, edit.caret); break;
        case CaretMove::Right: edit.caret = after(edit.text, edit.caret); break;
        case CaretMove::Start: edit.caret = 0; break;
        case CaretMove::End: edit.caret = edit.text.size(); break;
    }
}

void place_caret(TextEdit& edit, std::size_t byte_offset) {
    edit.caret = std::min(byte_offset, edit.text.size());
    while (edit.caret > 0 && edit.caret < edit.text.size() && !is_lead(edit.text[edit.caret]))
        --edit.caret;
}

bool code_point_before(TextEdit& edit) {
    std::size_t from = edit.caret;
    while (from > 0 && edit.caret - from < 6 && hex_digit(edit.text[from - 1]))
        --from;
    if (from == edit.caret) return false;
    char32_t value = 0;
    for (std::size_t i = from; i < edit.caret; ++i)
        value = value * 16 + *hex_digit(edit.text[i]);
    if (value > 0x10FFFF || !may_be_written(value)) return false;
    if (from >= 2 && (edit.text[from - 2] == 'U' || edit.text[from - 2] == 'u') && edit.text[from - 1] == '+')
        from -= 2;
    const std::string character = domain::utf8(std::u32string(1, value));
    edit.text.replace(from, edit.caret - from, character);
    edit.caret = from + character.size();
    return true;
}

}  // namespace courtyard::flow
