// The on-screen keyboard and pads. They are plain: handwriting and pinyin come on top of the same text field.
#include <algorithm>
#include <array>

#include "app/screens/icons.hpp"
#include "app/screens/widgets.hpp"

namespace courtyard::screens {
namespace {

constexpr float kKeyGap = 12;
constexpr float kReadyTall = 84;
constexpr int kRows = 5;

using Kind = KeyPress::Kind;

// One key. `label` is what tests and read-aloud call it.
bool key(Ui& ui, const Rect& rect, std::string_view label, const char* glyph, Tone tone, int salt = 0) {
    // A screen whose field is nobody's business has said so already.
    const Ear ear = ui.hear(Ear::control);
    ui.hear(ear == Ear::discreet && label.size() <= 4 ? Ear::discreet : Ear::control);
    const Touch touch = ui.touch(rect, label, salt);
    const Palette& p = ui.palette();
    const Colour ground = tone == Tone::help ? p.red_tint : tone == Tone::quiet ? p.sand : p.card;
    const Colour ink = tone == Tone::help ? p.red : p.ink;
    ui.shadow(touch.rect, touch.held ? 0.2F : 0.5F);
    ui.fill(touch.rect, ground, 16);
    if (ui.look().contrast == flow::Contrast::High) ui.frame(touch.rect, p.ink, 3, 16);
    const Colour before = ui.ground(ground);
    const Style style{label.size() > 4 ? Type::label : Type::card, Weight::strong, ink, Align::centre};
    if (glyph && touch.rect.w > 170) {
        const float em = ui.em(Type::label);
        const float width = ui.wide(label, {Type::label, Weight::strong, ink});
        const float left = touch.rect.middle_x() - (em * 1.3F + 14 + width) / 2;
        ui.icon({left, touch.rect.y, em * 1.3F, touch.rect.h}, glyph, em * 1.3F, ink);
        ui.line({left + em * 1.3F + 14, touch.rect.y, width + 4, touch.rect.h}, label,
                {Type::label, Weight::strong, ink});
    } else if (glyph) {
        ui.icon(touch.rect, glyph, 46, ink);
    } else {
        ui.line(touch.rect.inset(6, 0), label, style);
    }
    ui.hear(ear);
    ui.ground(before);
    return touch.pressed;
}

std::vector<std::string> split(std::string_view words) {
    std::vector<std::string> out;
    while (!words.empty()) {
        const auto blank = words.find(' ');
        if (blank != 0) out.emplace_back(words.substr(0, blank));
        words = blank == std::string_view::npos ? std::string_view{} : words.substr(blank + 1);
    }
    return out;
}

std::vector<std::string> characters(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        static_cast<void>(next_character(text, at));
        out.emplace_back(text.substr(begin, at - begin));
    }
    return out;
}

// Rows of letter keys, each row centred in a grid of ten.
void rows_of_keys(Ui& ui, const Rect& rect, int rows, const std::vector<std::vector<std::string>>& keys,
                  KeyPress& press) {
    for (std::size_t row = 0; row < keys.size(); ++row) {
        const Rect one = rect.cell(0, static_cast<int>(row), 10, rows, kKeyGap);
        const auto count = static_cast<float>(keys[row].size());
        float x = rect.middle_x() - (count * one.w + (count - 1) * kKeyGap) / 2;
        for (const std::string& label : keys[row]) {
            if (key(ui, {x, one.y, one.w, one.h}, label, nullptr, Tone::plain)) press = {Kind::text, label};
            x += one.w + kKeyGap;
        }
    }
}

}  // namespace

float keyboard_tall(const Ui& ui, std::string_view ready) {
    const float rows = kRows * (ui.portrait() ? 96.0F : 100.0F) + (kRows - 1) * kKeyGap;
    return rows + (ready.empty() ? 0 : kReadyTall + kKeyGap);
}

KeyPress keyboard(Ui& ui, const Rect& rect, std::string_view ready, Newline newline) {
    using Keys = View::Keys;
    KeyPress press;
    Rect room = rect;
    if (!ready.empty()) {
        Rect strip = room.cut_top(kReadyTall, kKeyGap);
        const Style style{Type::label, Weight::strong, {}};
        for (const std::string& word : split(ready)) {
            const float width = std::max(84.0F, ui.wide(word, style) + 44);
            if (strip.w < width) break;
            if (key(ui, strip.cut_left(width, kKeyGap), word, nullptr, Tone::quiet)) press = {Kind::text, word};
        }
    }
    Keys& page = ui.view().keys;
    const int rows = kRows;
    std::vector<std::vector<std::string>> keys;
    const auto add = [&keys, &ui](std::string_view word) { keys.push_back(characters(ui.say(word))); };
    keys.push_back(characters("1234567890"));
    if (page == Keys::letters)
        for (const char* row : {"qwertyuiop", "asdfghjkl", "zxcvbnm"})
            keys.push_back(characters(row));
    if (page == Keys::capitals)
        for (const char* row : {"QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"})
            keys.push_back(characters(row));
    if (page == Keys::marks) {
        add("keys.marks_1");
        add("keys.marks_2");
        add("keys.marks_3");
    }
    rows_of_keys(ui, room, rows, keys, press);
    // Last row: capitals, marks, character of a code point, blank, caret, new line, erase.
    const int last = rows - 1;
    const auto wide = [&](int column, int span) { return room.cell(column, last, 20, rows, kKeyGap, span); };
    const bool marks = page == Keys::marks;
    if (key(ui, wide(0, 3), ui.say(page == Keys::capitals ? "keys.small" : "keys.capital"), nullptr, Tone::quiet))
        page = page == Keys::capitals ? Keys::letters : Keys::capitals;
    if (key(ui, wide(3, 3), ui.say(marks ? "keys.letters" : "keys.marks"), nullptr, Tone::quiet))
        page = marks ? Keys::letters : Keys::marks;
    if (key(ui, wide(6, 3), ui.say("keys.code_point"), nullptr, Tone::quiet)) press = {Kind::code_point, {}};
    if (newline == Newline::offered) {
        if (key(ui, wide(9, 2), ui.say("keys.blank"), icon::kSpaceBar, Tone::plain)) press = {Kind::text, " "};
        if (key(ui, wide(11, 2), ui.say("keys.newline"), icon::kKeyboardReturn, Tone::plain))
            press = {Kind::text, "\n"};
    } else if (key(ui, wide(9, 4), ui.say("keys.blank"), icon::kSpaceBar, Tone::plain)) {
        press = {Kind::text, " "};
    }
    if (key(ui, wide(13, 2), ui.say("keys.left"), icon::kChevronLeft, Tone::quiet)) press = {Kind::left, {}};
    if (key(ui, wide(15, 2), ui.say("keys.right"), icon::kChevronRight, Tone::quiet)) press = {Kind::right, {}};
    if (key(ui, wide(17, 3), ui.say("keys.erase"), icon::kBackspace, Tone::help)) press = {Kind::erase, {}};
    return press;
}

KeyPress number_pad(Ui& ui, const Rect& rect, Pad pad) {
    KeyPress press;
    static constexpr std::array<const char*, 9> kDigits{"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    for (int i = 0; i < 9; ++i)
        if (key(ui, rect.cell(i % 3, i / 3, 3, 4, kKeyGap), kDigits[static_cast<std::size_t>(i)], nullptr, Tone::plain))
            press = {Kind::text, kDigits[static_cast<std::size_t>(i)]};
    const char* left = pad == Pad::identity ? "X" : pad == Pad::money ? "." : pad == Pad::phone ? "-" : nullptr;
    if (left && key(ui, rect.cell(0, 3, 3, 4, kKeyGap), left, nullptr, Tone::plain)) press = {Kind::text, left};
    if (key(ui, rect.cell(left ? 1 : 0, 3, 3, 4, kKeyGap, left ? 1 : 2), "0", nullptr, Tone::plain))
        press = {Kind::text, "0"};
    if (key(ui, rect.cell(2, 3, 3, 4, kKeyGap), ui.say("keys.erase"), icon::kBackspace, Tone::help))
        press = {Kind::erase, {}};
    return press;
}

KeyPress alphabet_pad(Ui& ui, const Rect& rect, std::string_view alphabet) {
    KeyPress press;
    const Ear ear = ui.hear(Ear::discreet);  // codes that open something
    const int columns = ui.portrait() ? 6 : 8;
    const std::vector<std::string> keys = characters(alphabet);
    const int cells = static_cast<int>(keys.size()) + 1;
    const int rows = (cells + columns - 1) / columns;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const int cell = static_cast<int>(i);
        if (key(ui, rect.cell(cell % columns, cell / columns, columns, rows, kKeyGap), keys[i], nullptr, Tone::plain))
            press = {Kind::text, keys[i]};
    }
    const int from = static_cast<int>(keys.size()) % columns;
    if (key(ui, rect.cell(from, rows - 1, columns, rows, kKeyGap, columns - from), ui.say("keys.erase"),
            icon::kBackspace, Tone::help))
        press = {Kind::erase, {}};
    ui.hear(ear);
    return press;
}

}  // namespace courtyard::screens
