// What one frame put on the screen, as values: text goldens and the layout lint read it. Nothing is logged in
// production.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/screens/geometry.hpp"
#include "app/screens/theme.hpp"

namespace courtyard::screens {

enum class DrawnKind : std::uint8_t { text, icon, target };

struct Drawn {
    DrawnKind kind = DrawnKind::text;
    Rect rect;         // what is covered, layout units
    Rect room;         // what it should stay in
    Rect clip;         // what can be seen
    std::string text;  // of a target: its label
    float em = 0;      // layout units, text and icons
    Colour ink{};
    Colour ground{};           // what it stands on
    bool small_print = false;  // text of type note
    bool rolls = false;        // inside a scrolled area
};

struct DrawLog {
    std::vector<Drawn> things;               // in drawing order
    std::vector<std::string> missing_words;  // keys the pack does not have
    std::vector<std::string> unfilled;       // texts in which a {place} was left
    void clear() { *this = {}; }
};

}  // namespace courtyard::screens
