// What one frame put on the screen, as values: text goldens, the layout lint and reading aloud read it. In production
// it is kept only for the frames that are read aloud.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/screens/geometry.hpp"
#include "app/screens/theme.hpp"

namespace courtyard::screens {

enum class DrawnKind : std::uint8_t { text, icon, target };

// What a thing is to somebody who listens.
enum class Ear : std::uint8_t {
    title,     // of the page: read first
    page,      // read in the order of drawing
    alert,     // the same, and by itself when it appears on a page that was read already
    nav,       // the page's own buttons: read last
    control,   // not read, but said when it is touched: fixed buttons, keys
    discreet,  // not read, and a knock when it is touched: keys that write what bystanders must not hear
    hushed,    // neither: clock, decoration
    secret,    // instead of the text the pack's word that it is not read aloud
};

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
    Ear ear = Ear::page;
    std::string heard{};  // of a text: what is read instead, empty: the text itself
};

struct DrawLog {
    std::vector<Drawn> things;               // in drawing order
    std::vector<std::string> missing_words;  // keys the pack does not have
    std::vector<std::string> unfilled;       // texts in which a {place} was left
    void clear() { *this = {}; }
};

}  // namespace courtyard::screens
