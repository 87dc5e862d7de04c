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
constexpr float kTool = 76;
constexpr float kToolGap = 10;

using KeyKind = KeyPress::Kind;

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
    const float em = ui.em(Type::label);
    const float width = ui.wide(label, {Type::label, Weight::strong, ink});
    if (glyph && touch.rect.w > std::max(170.0F, em * 1.3F + 14 + width + 20)) {
        const float left = touch.rect.middle_x() - (em * 1.3F + 14 + width) / 2;
        ui.icon({left, touch.rect.y, em * 1.3F, touch.rect.h}, glyph, em * 1.3F, ink);
        ui.line({left + em * 1.3F + 14, touch.rect.y, width + 4, touch.rect.h}, label,
                {Type::label, Weight::strong, ink});
    } else if (glyph && touch.rect.w > std::max(170.0F, width + 20) && touch.rect.h > em * 2.5F) {
        // Large letters: the word goes under its sign.
        const float top = touch.rect.middle_y() - em * 1.2F;
        ui.icon({touch.rect.x, top, touch.rect.w, em * 1.2F}, glyph, em * 1.2F, ink);
        ui.line({touch.rect.x, top + em * 1.3F, touch.rect.w, em}, label,
                {Type::label, Weight::strong, ink, Align::centre});
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
            if (key(ui, {x, one.y, one.w, one.h}, label, nullptr, Tone::plain)) press = {KeyKind::text, label};
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
            if (key(ui, strip.cut_left(width, kKeyGap), word, nullptr, Tone::quiet)) press = {KeyKind::text, word};
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
    if (key(ui, wide(6, 3), ui.say("keys.code_point"), nullptr, Tone::quiet)) press = {KeyKind::code_point, {}};
    if (newline == Newline::offered) {
        if (key(ui, wide(9, 2), ui.say("keys.blank"), icon::kSpaceBar, Tone::plain)) press = {KeyKind::text, " "};
        if (key(ui, wide(11, 2), ui.say("keys.newline"), icon::kKeyboardReturn, Tone::plain))
            press = {KeyKind::text, "\n"};
    } else if (key(ui, wide(9, 4), ui.say("keys.blank"), icon::kSpaceBar, Tone::plain)) {
        press = {KeyKind::text, " "};
    }
    if (key(ui, wide(13, 2), ui.say("keys.left"), icon::kChevronLeft, Tone::quiet)) press = {KeyKind::left, {}};
    if (key(ui, wide(15, 2), ui.say("keys.right"), icon::kChevronRight, Tone::quiet)) press = {KeyKind::right, {}};
    if (key(ui, wide(17, 3), ui.say("keys.erase"), icon::kBackspace, Tone::help)) press = {KeyKind::erase, {}};
    return press;
}

KeyPress number_pad(Ui& ui, const Rect& rect, Pad pad) {
    KeyPress press;
    static constexpr std::array<const char*, 9> kDigits{"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    const bool money = pad == Pad::money;
    const int columns = money ? 4 : 3;
    const auto at = [&](int column, int row, int span = 1) {
        return rect.cell(column, row, columns, 4, kKeyGap, span);
    };
    for (int i = 0; i < 9; ++i)
        if (key(ui, at(i % 3, i / 3), kDigits[static_cast<std::size_t>(i)], nullptr, Tone::plain))
            press = {KeyKind::text, kDigits[static_cast<std::size_t>(i)]};
    const char* left = pad == Pad::identity ? "X" : money ? "." : pad == Pad::phone ? "-" : nullptr;
    if (left && key(ui, at(0, 3), left, nullptr, Tone::plain)) press = {KeyKind::text, left};
    if (key(ui, at(left ? 1 : 0, 3, left ? 1 : 2), "0", nullptr, Tone::plain)) press = {KeyKind::text, "0"};
    if (money) {
        // Amounts are round: hundreds and ten thousands have keys of their own.
        if (key(ui, at(2, 3), "00", nullptr, Tone::plain)) press = {KeyKind::text, "00"};
        if (key(ui, at(3, 2, 1), ui.say("money.myriad"), nullptr, Tone::quiet)) press = {KeyKind::myriad, {}};
        if (key(ui, at(3, 3), "000", nullptr, Tone::plain)) press = {KeyKind::text, "000"};
        const Rect top = at(3, 0);
        const Rect low = at(3, 1);
        if (key(ui, {top.x, top.y, top.w, low.bottom() - top.y}, ui.say("keys.erase"), icon::kBackspace, Tone::help))
            press = {KeyKind::erase, {}};
    } else if (key(ui, at(2, 3), ui.say("keys.erase"), icon::kBackspace, Tone::help)) {
        press = {KeyKind::erase, {}};
    }
    return press;
}

namespace {

int arrows_in(const flow::TextEdit& edit, Tools tools) {
    return tools == Tools::all && edit.caret < edit.text.size() ? 3 : 2;
}

float erase_wide(const Ui& ui) {
    // In narrow columns the sign alone, or nothing would be left of the field.
    if (!ui.portrait()) return 120;
    return ui.wide(ui.say("keys.erase"), {Type::label, Weight::strong, {}}) + ui.em(Type::label) * 1.3F + 62;
}

}  // namespace

float field_tools_wide(const Ui& ui, const flow::TextEdit& edit, Tools tools) {
    const auto arrows = static_cast<float>(arrows_in(edit, tools));
    return arrows * (kTool + kToolGap) + (tools == Tools::all ? erase_wide(ui) : -kToolGap) + 24;
}

KeyPress field_tools(Ui& ui, const Rect& rect, const flow::TextEdit& edit, Tools tools) {
    constexpr int kSalt = 1;  // the pad beside it may have the same keys
    KeyPress press;
    const float tall = std::min(rect.h - 24, 112.0F);
    const float width = field_tools_wide(ui, edit, tools) - 24;
    Rect row{rect.right() - width - 12, rect.middle_y() - tall / 2, width, tall};
    if (key(ui, row.cut_left(kTool, kToolGap), ui.say("keys.left"), icon::kChevronLeft, Tone::quiet, kSalt))
        press = {KeyKind::left, {}};
    if (key(ui, row.cut_left(kTool, kToolGap), ui.say("keys.right"), icon::kChevronRight, Tone::quiet, kSalt))
        press = {KeyKind::right, {}};
    if (arrows_in(edit, tools) == 3 &&
        key(ui, row.cut_left(kTool, kToolGap), ui.say("keys.remove"), icon::kClose, Tone::help, kSalt))
        press = {KeyKind::remove, {}};
    if (tools == Tools::all && key(ui, row, ui.say("keys.erase"), icon::kBackspace, Tone::help, kSalt))
        press = {KeyKind::erase, {}};
    return press;
}

float sound_keyboard_tall(const Ui& ui, Letters letters) {
    const int rows = letters == Letters::of_texts ? 5 : 4;
    return static_cast<float>(rows) * (ui.portrait() ? 98.0F : 102.0F) + static_cast<float>(rows - 1) * kKeyGap;
}

KeyPress sound_keyboard(Ui& ui, const Rect& rect, Letters letters) {
    KeyPress press;
    std::vector<std::vector<std::string>> keys;
    if (letters == Letters::of_texts) keys.push_back(characters("1234567890"));
    for (const char* row : {"qwertyuiop", "asdfghjkl", "zxcvbnm"})
        keys.push_back(characters(row));
    const int rows = static_cast<int>(keys.size()) + 1;
    rows_of_keys(ui, rect, rows, keys, press);
    const auto at = [&](int column, int span) { return rect.cell(column, rows - 1, 20, rows, kKeyGap, span); };
    if (key(ui, at(0, 4), ui.say("writing.separate"), nullptr, Tone::quiet)) press = {KeyKind::text, "'"};
    int column = 4;
    if (letters != Letters::of_names) {
        for (const std::string& mark : characters(ui.say("writing.marks"))) {
            if (column > 6) break;
            if (key(ui, at(column, 2), mark, nullptr, Tone::quiet)) press = {KeyKind::text, mark};
            column += 2;
        }
    }
    if (key(ui, at(column, 15 - column), ui.say("writing.first"), icon::kSpaceBar, Tone::plain))
        press = {KeyKind::text, " "};
    if (key(ui, at(15, 5), ui.say("keys.erase"), icon::kBackspace, Tone::help)) press = {KeyKind::erase, {}};
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
            press = {KeyKind::text, keys[i]};
    }
    const int from = static_cast<int>(keys.size()) % columns;
    if (key(ui, rect.cell(from, rows - 1, columns, rows, kKeyGap, columns - from), ui.say("keys.erase"),
            icon::kBackspace, Tone::help))
        press = {KeyKind::erase, {}};
    ui.hear(ear);
    return press;
}

}  // namespace courtyard::screens
