// The pieces from which every screen is built, on the kiosk and on the laptop. They draw and report presses; they
// decide nothing. Heights that depend on the text are asked first with the function of the same name ending in _tall.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/flow/text_edit.hpp"
#include "app/screens/ui.hpp"

namespace courtyard::screens {

// What a button or panel is for. Never the only sign: an icon or a word says it, too.
enum class Tone : std::uint8_t { plain, go, quiet, navy, help };

struct ButtonLook {
    Tone tone = Tone::plain;
    const char* icon = nullptr;  // before the label
    Type type = Type::label;
    bool icon_above = false;
};
bool button(Ui& ui, const Rect& rect, std::string_view label, const ButtonLook& look = {}, int salt = 0);

// A card of the home page: icon on a tinted disc, title, one line, arrow.
struct CardLook {
    const char* icon = nullptr;
    Tone tone = Tone::navy;
};
// Whether its words leave room for an icon; cards that stand together have all of them one, or none.
[[nodiscard]] bool card_has_room_for_icon(const Ui& ui, const Rect& rect, std::string_view title,
                                          std::string_view text);
bool card(Ui& ui, const Rect& rect, std::string_view title, std::string_view text, const CardLook& look, int salt = 0);
// The one loud card of a page.
// The least that it needs for its words.
[[nodiscard]] float loud_card_tall(const Ui& ui, float width, std::string_view text);
bool loud_card(Ui& ui, const Rect& rect, std::string_view title, std::string_view text, const char* icon);

// A row that opens something: icon, title, text under it, arrow.
float entry_tall(const Ui& ui, float width, std::string_view title, std::string_view text);
bool entry(Ui& ui, const Rect& rect, std::string_view title, std::string_view text, const char* icon, int salt = 0);

// One answer out of several.
enum class Mark : std::uint8_t { one_off, one_on, many_off, many_on };
float choice_tall(const Ui& ui, float width, std::string_view label, std::string_view help = {});
// What each of `count` choices, `needed` tall together, may grow where there is room: a shaking finger hits the larger
// box.
[[nodiscard]] float choice_growth(float needed, float room, std::size_t count);
bool choice(Ui& ui, const Rect& rect, std::string_view label, std::string_view help, Mark mark, int salt = 0);

// A quiet panel with an icon: hints, warnings, good news. Tone::help is for what must be mended.
float notice_tall(const Ui& ui, float width, std::string_view text, Type type = Type::body);
float notice(Ui& ui, const Rect& rect, std::string_view text, Tone tone, const char* icon, Type type = Type::body);

void panel(Ui& ui, const Rect& rect, float radius = measure::kCardRadius);  // white, shadow
void step_bar(Ui& ui, const Rect& rect, std::size_t step, std::size_t steps);
void icon_disc(Ui& ui, const Rect& rect, const char* icon, Tone tone);

// The text field: draws text and caret, keeps the caret in sight, returns where a finger asked the caret to stand.
struct FieldLook {
    Type type = Type::title;
    bool many_lines = false;
    bool trouble = false;  // red frame; the sentence stands beside it
    std::string_view placeholder;
    bool discreet = false;     // what stands in it is not read aloud
    std::string_view heard{};  // said when it is touched, else what stands in it
    float tools = 0;           // kept free at the right, inside the frame
};
std::optional<std::size_t> text_field(Ui& ui, const Rect& rect, const flow::TextEdit& edit, const FieldLook& look,
                                      std::string_view label);

// Keys of an on-screen keyboard or pad: what was pressed.
struct KeyPress {
    enum class Kind : std::uint8_t { none, text, erase, remove, code_point, left, right, myriad } kind = Kind::none;
    std::string text;
};
// What stands in the tools of a field: the caret one to the left or right, and what is before or after it deleted.
enum class Tools : std::uint8_t { arrows, all };  // arrows: where a pad beside it has a key to delete
[[nodiscard]] float field_tools_wide(const Ui& ui, const flow::TextEdit& edit, Tools tools);

KeyPress field_tools(Ui& ui, const Rect& rect, const flow::TextEdit& edit, Tools tools);
enum class Pad : std::uint8_t { number, identity, phone, money };
KeyPress number_pad(Ui& ui, const Rect& rect, Pad pad);
// One key for each character of an alphabet, and one to erase: receipt codes.
KeyPress alphabet_pad(Ui& ui, const Rect& rect, std::string_view alphabet);
// Letters for typing by sound, a border of syllables, a blank that takes the first candidate, digits and usual marks
// where texts are written.
enum class Letters : std::uint8_t { of_names, of_texts, of_stories };  // stories: marks, but no row of digits
KeyPress sound_keyboard(Ui& ui, const Rect& rect, Letters letters);
[[nodiscard]] float sound_keyboard_tall(const Ui& ui, Letters letters);
// Letters, digits and marks on pages of their own. `ready` are words of the pack for this question, separated by
// blanks.
enum class Newline : std::uint8_t { none, offered };
KeyPress keyboard(Ui& ui, const Rect& rect, std::string_view ready, Newline newline);
[[nodiscard]] float keyboard_tall(const Ui& ui, std::string_view ready);

// A wheel of whole numbers: turned with a finger, glides and stops at a number; a touch on a number brings it to the
// middle; two buttons step, and go on stepping while they are held. Returns the number that was picked.
struct WheelLook {
    int first = 0;
    int last = 0;
    std::optional<int> value;  // nothing: not picked yet, then `start` stands in the middle, pale
    int start = 0;
    std::string unit;                // behind each number
    std::string less_say, more_say;  // what the buttons are called
};
std::optional<int> wheel(Ui& ui, const Rect& rect, std::string_view id, const WheelLook& look);

// Grey line under content: label left, value right or below.
float fact_tall(const Ui& ui, float width, std::string_view label, std::string_view value);
void fact(Ui& ui, const Rect& rect, std::string_view label, std::string_view value);

}  // namespace courtyard::screens
