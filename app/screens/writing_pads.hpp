// The pads with which words are entered: by hand, by sound, by radical, and marks. Drawn beside the text field.
#pragma once

#include "app/screens/kiosk_scene.hpp"

namespace courtyard::screens {

// Which way to write.
[[nodiscard]] float writing_tabs_tall(const Ui& ui);
void writing_tabs(Scene& scene, const Rect& rect);

// What the ink or the letters may be; a touch puts it into the text. Only for writing by hand and by sound.
[[nodiscard]] bool has_offers_row(const flow::WritingWork& work);
// While nothing is written, `ready` words of the pack stand there, several separated by blanks.
void writing_offers(Scene& scene, const Rect& rect, std::string_view ready);

// The grid or the keys themselves. `ready` are words of the pack for this question, separated by blanks.
struct BoardLook {
    std::string_view ready;
    bool many_lines = false;
    bool is_story = false;  // its field needs a good part of the screen
};
void writing_board(Scene& scene, const Rect& rect, const BoardLook& look);

// One of each, for writing_board.
void hand_board(Scene& scene, Rect rect, const BoardLook& look);
void sound_board(Scene& scene, Rect rect, const BoardLook& look);
void radical_board(Scene& scene, Rect rect);

// A candidate as a key; `first` is the likeliest one.
bool offer_key(Ui& ui, const Rect& rect, std::string_view text, bool first, int salt);
[[nodiscard]] float offer_wide(const Ui& ui, std::string_view text);

}  // namespace courtyard::screens
