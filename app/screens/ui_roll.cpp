// Scrolling: a finger drags, lets go and the page glides on; a wheel and two buttons do the same for a mouse, and for
// whoever does not know that a page can be dragged. The buttons have a place of their own, so that they never cover
// what can be pressed: words in a strip under a tall page, arrows in a gutter beside a short one, of which a strip
// would take too much.
#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui_internal.h>

#include "app/screens/icons.hpp"
#include "app/screens/ui.hpp"

namespace courtyard::screens {
namespace {

constexpr float kFriction = 3.5F;  // speed falls by e^-3.5 in a second
constexpr float kStill = 24;       // units per second: slower is standing
constexpr float kWheelStep = 120;  // units per notch
constexpr float kArrow = 84;       // side of the arrow buttons in a gutter
constexpr float kGutter = kArrow + 20;
constexpr float kStrip = 76;  // height of the buttons in a strip
constexpr float kStripGap = 18;
constexpr float kStripFrom = 480;    // rolls at least this tall have a strip
constexpr float kKeptInSight = 120;  // of the old page when an arrow turns it
constexpr float kAbove = 10;         // seen above a roll: or the shadows of its cards would be cut off
constexpr float kAir = 0.12F;        // of an em, above and below the strokes of a character

}  // namespace

Rect Ui::begin_roll(const Rect& rect, std::string_view id) {
    const std::uint32_t key = ImHashStr(id.data(), id.size());
    ScrollPlace& place = view_.scrolls[key];
    const ImGuiIO& io = ImGui::GetIO();
    Roll roll{rect, rect, key, ground_, clips_.size() + 1, {}};
    const bool overflows = place.content > rect.h + 1;
    if (overflows && rect.h >= kStripFrom) roll.sight.h -= kStrip + kStripGap;
    const float hidden = std::max(0.0F, place.content - roll.sight.h);
    const auto inside = [&](ImVec2 p) {
        return p.x >= px(rect.x) && p.x < px(rect.right()) && p.y >= px(roll.sight.y) && p.y < px(roll.sight.bottom());
    };
    const bool mine = io.MouseDown[0] && inside(io.MouseClickedPos[0]) && hidden > 0;
    if (mine && !place.dragging && std::fabs(io.MousePos.y - io.MouseClickedPos[0].y) > px(measure::kDragStart)) {
        place.dragging = true;
        ImGui::ClearActiveID();  // it was no press
    }
    if (place.dragging && io.MouseDown[0]) {
        const float moved = io.MouseDelta.y / unit_;
        place.offset -= moved;
        const float seconds = std::max(io.DeltaTime, 0.001F);
        place.speed = 0.6F * place.speed + 0.4F * (-moved / seconds);
        ImGui::ClearActiveID();
    } else {
        place.dragging = false;
        if (view_.moving && std::fabs(place.speed) > kStill) {
            place.offset += place.speed * io.DeltaTime;
            place.speed *= std::exp(-kFriction * io.DeltaTime);
            view_.wants_frame = true;
        } else {
            place.speed = 0;
        }
    }
    if (io.MouseWheel != 0 && inside(io.MousePos)) place.offset -= io.MouseWheel * kWheelStep;
    if (place.offset < 0 || place.offset > hidden) place.speed = 0;
    place.offset = std::clamp(place.offset, 0.0F, hidden);
    // A little wider than the content, or the shadows of its cards would be cut off.
    begin_clip({rect.x - 34, rect.y - kAbove, rect.w + 68, roll.sight.h + (roll.sight.h < rect.h ? 12.0F : 16.0F)});
    const float gutter = overflows && rect.h < kStripFrom ? kGutter : 0;
    const Rect content{rect.x, rect.y - place.offset, rect.w - gutter, roll.sight.h};
    rolls_.push_back(std::move(roll));
    return content;
}

void Ui::keep_line(float top, float em) {
    if (rolls_.empty() || clips_.size() != rolls_.back().clips) return;
    rolls_.back().lines.push_back({top + em * kAir, top + em * (1 - kAir)});
}

void Ui::reveal(const Rect& part) {
    if (rolls_.empty()) return;
    const Roll& roll = rolls_.back();
    ScrollPlace& place = view_.scrolls[roll.id];
    if (place.dragging || place.speed != 0) return;
    float by = 0;
    if (part.bottom() > roll.sight.bottom()) by += part.bottom() - roll.sight.bottom();
    if (part.y - by < roll.sight.y) by -= roll.sight.y - (part.y - by);
    // On by what is left of a line that the upper edge would cut through.
    const float edge = roll.sight.y - kAbove + by;
    float rest = 0;
    for (const Span& line : roll.lines)
        if (by > 0 && line.top < edge && line.bottom > edge) rest = std::max(rest, line.bottom - edge);
    if (part.y - by - rest >= roll.sight.y) by += rest;
    place.offset += by;
}

// What the edges cut through fades towards them, so that half a line is seen to go on and is not read as a whole one.
void Ui::fade_cut_lines(const Roll& roll) {
    const Rect seen = clip();
    float above = 0;
    float below = 0;
    for (const Span& line : roll.lines) {
        if (line.top < seen.y && line.bottom > seen.y) above = std::max(above, line.bottom - seen.y);
        if (line.top < seen.bottom() && line.bottom > seen.bottom()) below = std::max(below, seen.bottom() - line.top);
    }
    const ImU32 full =
        IM_COL32(roll.ground.rgba >> 24U, (roll.ground.rgba >> 16U) & 0xFFU, (roll.ground.rgba >> 8U) & 0xFFU, 0xFF);
    const ImU32 none = full & ~IM_COL32_A_MASK;
    if (above > 0)
        list_->AddRectFilledMultiColor(at(seen.x, seen.y), at(seen.right(), seen.y + above), full, full, none, none);
    if (below > 0)
        list_->AddRectFilledMultiColor(at(seen.x, seen.bottom() - below), at(seen.right(), seen.bottom()), none, none,
                                       full, full);
}

void Ui::end_roll(float used_height) {
    const Roll roll = std::move(rolls_.back());
    rolls_.pop_back();
    fade_cut_lines(roll);
    end_clip();
    ScrollPlace& place = view_.scrolls[roll.id];
    if (std::fabs(place.content - used_height) > 0.5F) {
        place.content = used_height;
        view_.wants_frame = true;  // the arrows may have to come or go
    }
    if (used_height <= roll.rect.h + 1) return;
    const Ear before = hear(Ear::control);  // where the page goes on is for the eye; the ear gets all of it
    const bool strip = roll.rect.h >= kStripFrom;
    const float hidden = std::max(0.0F, used_height - roll.sight.h);
    const float page = std::max(roll.sight.h - kKeptInSight, roll.sight.h / 2);
    const bool more_above = place.offset > 1;
    const bool more_below = place.offset < hidden - 1;
    Rect up{roll.rect.right() - kArrow - 6, roll.rect.y + 6, kArrow, kArrow};
    Rect down{up.x, roll.rect.bottom() - kArrow - 6, kArrow, kArrow};
    if (strip) {
        // "Down" keeps its place on the right: whoever presses on and on never meets the other button there.
        const float y = roll.rect.bottom() - kStrip;
        up = {roll.rect.x, y, (roll.rect.w - kStripGap) / 2, kStrip};
        down = {up.right() + kStripGap, y, up.w, kStrip};
        if (!more_above) down = {roll.rect.x, y, roll.rect.w, kStrip};
        if (!more_below) line(down, say("roll.end"), {Type::body, Weight::text, palette_.soft_ink, Align::centre});
    }
    float by = 0;
    if (more_below && turn_button(down, icon::kExpandMore, "roll.down", static_cast<int>(roll.id), strip)) by = page;
    if (more_above && turn_button(up, icon::kExpandLess, "roll.up", static_cast<int>(roll.id), strip)) by = -page;
    hear(before);
    if (by != 0) {
        place.offset = std::clamp(place.offset + by, 0.0F, hidden);
        place.speed = 0;
        view_.wants_frame = true;
    }
}

bool Ui::turn_button(const Rect& rect, const char* glyph, std::string_view word, int salt, bool worded) {
    const Touch press = touch(rect, say(word), salt);
    if (!worded) shadow(press.rect, press.held ? 0.4F : 0.8F);
    const Colour face = worded ? palette_.navy_tint : palette_.navy;
    const Colour ink = worded ? palette_.navy_deep : palette_.on_dark;
    fill(press.rect, face, worded ? measure::kButtonRadius : kArrow / 2);
    if (worded && look_.contrast == flow::Contrast::High) frame(press.rect, palette_.ink, 3, measure::kButtonRadius);
    const Colour before = ground(face);
    if (worded) {
        constexpr float kIcon = 48;
        const Style style{Type::label, Weight::strong, ink, Align::left};
        const float width = wide(say(word), style);
        const float x = press.rect.middle_x() - (width + kIcon + 6) / 2;
        line({x, press.rect.y, width + 2, press.rect.h}, say(word), style);
        icon({x + width + 6, press.rect.y, kIcon, press.rect.h}, glyph, kIcon, ink);
    } else {
        icon(press.rect, glyph, 56, ink);
    }
    ground(before);
    return press.pressed;
}

}  // namespace courtyard::screens
