// The one drawing surface of all screens: layout units in, ImGui draw commands out. Everything shown passes through
// write(), line(), icon() and touch(), so that tests, read-aloud and the layout lint hear of it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "app/flow/photo.hpp"
#include "app/screens/geometry.hpp"
#include "app/screens/line_breaker.hpp"
#include "app/screens/theme.hpp"
#include "app/screens/view.hpp"

struct ImDrawList;

namespace courtyard::screens {

enum class Weight : std::uint8_t { text, strong, title };
enum class Align : std::uint8_t { left, centre, right };
enum class Fit : std::uint8_t { as_is, shrink };     // one line that is too long: leave it, or go down the type scale
enum class Balance : std::uint8_t { ragged, even };  // several lines: fill each, or make them equally long

struct Style {
    Type type = Type::body;
    Weight weight = Weight::text;
    Colour ink{};  // must be given: see ui.ink(), ui.soft() …
    Align align = Align::left;
    Balance balance = Balance::ragged;
    float leading = measure::kLine;
};

struct Look {
    TextSize text_size = TextSize::Normal;
    flow::Contrast contrast = flow::Contrast::Calm;
    Density density = Density::kiosk;
};

struct Touch {
    bool pressed = false;  // the finger went down and up on it
    bool held = false;     // the finger is down on it
    Rect rect;             // where to draw it: 4 units lower while held
};

// A finger or a mouse that draws, from where it came down inside a rectangle until it lifts, wherever it goes.
struct Pen {
    bool pressed = false;
    bool lifted = false;
    std::vector<ImVec2> along;  // layout units; every place since the last frame, not only the last one
};

// A finger that signs: where it is, of the box's width and height.
struct Stylus {
    bool went_down = false;  // in the box, in this frame
    bool is_down = false;    // anywhere
    bool went_up = false;
    float x = 0, y = 0;
};

// As large as fits into `room`, in the middle, sides in proportion.
[[nodiscard]] Rect fitted(const Rect& room, int width, int height);

class Ui {
public:
    // Opens the full-screen window of this frame; `place` names what is shown, scrolls start anew when it changes.
    Ui(View& view, Look look, std::string_view place);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    [[nodiscard]] Rect page() const { return page_; }
    // A band that is not the page's own any more.
    Rect take_band(float height) { return page_.cut_top(height); }
    [[nodiscard]] bool portrait() const { return page_.h > page_.w; }
    [[nodiscard]] const Look& look() const { return look_; }
    [[nodiscard]] const Palette& palette() const { return palette_; }
    [[nodiscard]] float em(Type type) const;  // layout units, as it will be drawn

    // Words. say() logs keys that the pack lacks and shows the key itself.
    [[nodiscard]] std::string say(std::string_view key) const;
    [[nodiscard]] std::string say(std::string_view key, std::initializer_list<Fill> values) const;
    [[nodiscard]] bool knows(std::string_view key) const;

    // Text. write() breaks lines from the top of `box` and returns the height used; line() centres one line in `box`.
    float write(const Rect& box, std::string_view text, const Style& style);
    float line(const Rect& box, std::string_view text, const Style& style, Fit fit = Fit::shrink);
    [[nodiscard]] float tall(std::string_view text, float width, const Style& style) const;
    [[nodiscard]] float wide(std::string_view text, const Style& style) const;
    [[nodiscard]] Advance advance(const Style& style) const;  // layout units per character
    void icon(const Rect& box, const char* glyph, float em, Colour ink);

    // Shapes.
    void fill(const Rect& rect, Colour colour, float radius = 0);
    void frame(const Rect& rect, Colour colour, float thickness, float radius = 0);
    void sweep(const Rect& rect, Colour left, Colour right, float radius = 0);  // gradient from left to right
    void disc(float x, float y, float radius, Colour colour);
    void ring(float x, float y, float radius, float thickness, Colour colour);
    void stroke(float x1, float y1, float x2, float y2, float thickness, Colour colour);
    void shadow(const Rect& rect, float strength = 1);
    void squares(const Rect& rect, int side, const base::Bytes& dark,
                 Colour colour);  // a QR symbol, on whole pixels

    // A photo, stretched to `rect`. Its texture goes with the first frame in which it is not drawn.
    void picture(const Rect& rect, const flow::PixelsRef& pixels);

    // What text stands on from now on: for the contrast check only.
    Colour ground(Colour colour);  // returns the one before

    // What follows is for the ear. Screens need neither: headings, texts and choices are read as they are drawn.
    Ear hear(Ear ear);                // until it is changed back; returns the one before
    void hear_as(std::string words);  // the next text is read so

    // Touch. `label` is what a person would call it; `salt` tells equal labels apart.
    Touch touch(const Rect& rect, std::string_view label, int salt = 0);

    Pen pen(const Rect& rect, std::string_view label);
    Stylus stylus(const Rect& rect, std::string_view label);
    // One stroke of a round pen through all points, smooth between them; a dot for a single one.
    void ink(const std::vector<ImVec2>& points, float thickness, Colour colour);

    // Hides everything outside until end_clip().
    void begin_clip(const Rect& rect);
    void end_clip();

    // A part of the page that scrolls by finger, wheel and buttons when its content is taller. Draw between the two,
    // starting at the returned rectangle's top; tell the height that was used.
    Rect begin_roll(const Rect& rect, std::string_view id);
    void end_roll(float used_height);
    // Moves the roll that is open so that this part of its content can be seen, and no line of text above it is cut
    // where that can be helped.
    void reveal(const Rect& part);

    [[nodiscard]] View& view() { return view_; }

private:
    struct Span {
        float top = 0, bottom = 0;
    };
    struct Roll {
        Rect rect;   // all of it
        Rect sight;  // where the content shows
        std::uint32_t id = 0;
        Colour ground{};          // that its content stands on
        std::size_t clips = 0;    // that are open while nothing in it is clipped once more
        std::vector<Span> lines;  // of text, where they were drawn
    };
    void forget_pictures();               // that the frame before did not draw
    void keep_line(float top, float em);  // of the roll that is open
    void fade_cut_lines(const Roll& roll);
    // One of the two that turn a roll's page.
    bool turn_button(const Rect& rect, const char* glyph, std::string_view word, int salt, bool worded);
    [[nodiscard]] float px(float units) const;
    [[nodiscard]] ImVec2 at(float x, float y) const;
    [[nodiscard]] ImFont* font(Weight weight) const;
    [[nodiscard]] int pixels(Type type) const;
    float write_px(const Rect& box, std::string_view text, const Style& style, int size, bool one_line);
    void log_text(std::string_view text, const Rect& rect, const Rect& room, int size, const Style& style);
    [[nodiscard]] Rect clip() const;

    View& view_;
    Look look_;
    const Palette& palette_;
    Rect page_;
    float unit_ = 1;  // pixels per layout unit
    ImDrawList* list_ = nullptr;
    Colour ground_{};
    Ear ear_ = Ear::page;
    std::string heard_as_;
    std::vector<Rect> clips_;
    std::vector<Roll> rolls_;
};

}  // namespace courtyard::screens
