// What the receipt and the ticket show alike: symbols to be photographed, and a code to be copied by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/screens/kiosk_scene.hpp"

namespace courtyard::screens {

// The symbol of a text, filling `rect` with whole pixels per module.
void symbol(Ui& ui, const Rect& rect, const std::string& text);

// Groups in two rows of four, each on its own tile, so that a code can be copied without losing the place.
float code_tiles_tall(const Ui& ui, std::string_view code);
float code_tiles(Ui& ui, const Rect& at, std::string_view code);  // returns the height used

// The code that is being typed, in groups of four; an empty tile for what is still to come.
[[nodiscard]] float code_boxes_tall(const Ui& ui);
void code_boxes(Scene& scene, const Rect& area);
// Where the keys for such a code go: beside the page, or under it, as large as `page_needs` leaves room for.
[[nodiscard]] Rect cut_code_pad(const Ui& ui, Rect& body, float page_needs);

// What is said around a large symbol: the way back, the key of "n of all", and what is in it.
struct SymbolWords {
    std::string back;
    std::string_view count_key;
    std::string text;
};
// One large symbol out of several, with the ways to the others; `shown` from 1. Returns which is asked for next, 0 the
// page before; -1: none.
[[nodiscard]] int large_symbols(Scene& scene, Rect body, const std::vector<std::string>& symbols, int shown,
                                const SymbolWords& words);

}  // namespace courtyard::screens
