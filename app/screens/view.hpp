// What the screens keep between frames: nothing a person typed, only how far a page is scrolled. One per window.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <imgui.h>

#include "app/flow/photo.hpp"
#include "app/platform/texture.hpp"
#include "app/screens/draw_log.hpp"
#include "app/screens/symbol.hpp"
#include "app/screens/theme.hpp"
#include "app/screens/wedge.hpp"
#include "app/screens/wording.hpp"

namespace courtyard::screens {

struct ScrollPlace {
    float offset = 0;   // layout units
    float speed = 0;    // units per second, after the finger has left
    float content = 0;  // height measured in the last frame
    bool dragging = false;
};

// Called with every text drawn, boxes in pixels: the recorder of tests and of read-aloud listens here.
using HearText =
    std::function<void(std::string_view text, ImVec2 min, ImVec2 max, float size, ImVec2 room_min, ImVec2 room_max)>;

// A wheel of numbers between frames: where it stands while it turns.
struct WheelPlace {
    float at = 0;     // the number in the middle; between two while it moves
    float speed = 0;  // numbers per second
    bool known = false;
    bool dragging = false;
    bool gliding = false;
    float held = 0;  // seconds that a step button has been held
};

// A photo on the screen and its texture, which must not outlive a frame in which it is not drawn.
struct ShownPicture {
    flow::PixelsRef pixels;
    std::unique_ptr<platform::Texture> texture;
    bool is_drawn = false;
};

struct View {
    Fonts fonts;
    Theme theme;
    FindWord find_word;
    HearText hear_text;        // may be empty
    DrawLog* log = nullptr;    // may be null
    bool moving = true;        // inertia; pictures are taken with false
    bool wants_frame = false;  // out: something still moves, draw again at once

    std::unordered_map<std::uint32_t, ScrollPlace> scrolls;
    std::unordered_map<std::uint32_t, WheelPlace> wheels;
    std::uint32_t place = 0;  // of the last frame: another place forgets the scrolls
    enum class Keys : std::uint8_t { letters, capitals, marks } keys = Keys::letters;  // page of the on-screen keyboard
    bool unfolded = false;           // a choice that is rarely needed was asked for
    std::size_t written = 0;         // how much was written in the last frame
    int revealing = 0;               // frames for which the field is still brought into sight
    bool shows_masked = false;       // numbers in full, on the page where it was asked for
    std::unique_ptr<Symbol> symbol;  // the one drawn last; goes with the session
    std::vector<ShownPicture> pictures;
    Wedge wedge;           // a scanner that types like a keyboard
    int shadow_rect = -1;  // of the font atlas

    // Reading aloud: what was touched in this frame, and what of the page was read already (page_reading.hpp).
    struct Listening {
        bool on = false;
        std::optional<std::string> touched;  // words; empty: a knock
        std::uint32_t place = 0;             // that was read
        std::uint64_t asked = 0;             // request that was answered
        std::vector<std::string> alerts;     // that stood there
    } listening;
};

}  // namespace courtyard::screens
