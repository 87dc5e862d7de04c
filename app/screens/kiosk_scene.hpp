// What every kiosk screen is handed, and the parts they share: header, the four fixed buttons, the page between them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/screens/kiosk_view.hpp"
#include "app/screens/ui.hpp"
#include "app/screens/widgets.hpp"

namespace courtyard::screens {

struct Scene {
    Ui& ui;
    const KioskState& state;
    const KioskWorld& world;
    const KioskSink& send;

    [[nodiscard]] const flow::Session& session() const { return state.session; }
    [[nodiscard]] const pack::Pack& pack() const { return *world.pack; }
};

enum class Back : std::uint8_t { none, offered };

// Header with the court's name on home, with title and way back elsewhere; returns what is left between header and
// fixed buttons.
Rect home_frame(Scene& scene);
Rect page_frame(Scene& scene, std::string_view title, std::string_view subtitle = {}, Back back = Back::offered);

// The row of the page's own buttons, cut off its bottom. `next` is the loud one; empty labels are left out.
struct NavLook {
    std::string back, side, next;
    const char* next_icon = nullptr;
    const char* side_icon = nullptr;
    Tone next_tone = Tone::go;
};
struct NavPress {
    bool back = false, side = false, next = false;
};
NavPress nav_row(Scene& scene, Rect& body, const NavLook& look);

// Question in large letters with its hint; returns the height used.
float heading(Ui& ui, const Rect& rect, std::string_view title, std::string_view hint = {});
[[nodiscard]] float heading_tall(const Ui& ui, float width, std::string_view title, std::string_view hint = {});

// Style shorthands on the present palette.
[[nodiscard]] Style body_text(const Ui& ui);
[[nodiscard]] Style soft_text(const Ui& ui);
[[nodiscard]] Style strong_text(const Ui& ui, Type type = Type::lead);

// A heading above a group of things.
float section_title(Ui& ui, const Rect& rect, std::string_view text);

// Things of different height under each other, in one or two columns of a scrolled page.
class Flow {
public:
    Flow(Rect room, int columns, float gap);
    // Where the next thing of this height goes: the column that is shorter so far.
    Rect place(float height);
    [[nodiscard]] float column_width() const { return width_; }
    [[nodiscard]] float full_width() const { return room_.w; }
    // Up to the last thing's end and kEndAir below it.
    static constexpr float kEndAir = 12;
    [[nodiscard]] float used() const;
    // Both columns go on below what is there.
    void level();
    // A thing as wide as all columns.
    Rect across(float height);

private:
    Rect room_;
    float width_ = 0;
    float gap_ = 0;
    std::vector<float> ends_;
};

// The clock as people read it: "15:04" and the date in words of the pack.
[[nodiscard]] std::string clock_text(base::Instant now);
[[nodiscard]] std::string date_text(const Ui& ui, domain::Date date);
[[nodiscard]] std::string moment_text(const Ui& ui, base::Instant at);

}  // namespace courtyard::screens
