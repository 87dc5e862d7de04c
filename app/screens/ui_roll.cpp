// Scrolling: a finger drags, lets go and the page glides on; a wheel and two large arrows do the same for a mouse.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/screens/icons.hpp"
#include "app/screens/ui.hpp"

namespace courtyard::screens {
namespace {

constexpr float kFriction = 3.5F;    // speed falls by e^-3.5 in a second
constexpr float kStill = 24;         // units per second: slower is standing
constexpr float kWheelStep = 120;    // units per notch
constexpr float kArrow = 84;         // side of the arrow buttons
constexpr float kKeptInSight = 120;  // of the old page when an arrow turns it

}  // namespace

Rect Ui::begin_roll(const Rect& rect, std::string_view id) {
    const std::uint32_t key = ImHashStr(id.data(), id.size());
    ScrollPlace& place = view_.scrolls[key];
    const ImGuiIO& io = ImGui::GetIO();
    const float hidden = std::max(0.0F, place.content - rect.h);
    const auto inside = [&](ImVec2 p) {
        return p.x >= px(rect.x) && p.x < px(rect.right()) && p.y >= px(rect.y) && p.y < px(rect.bottom());
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
    begin_clip({rect.x - 34, rect.y - 10, rect.w + 68, rect.h + 16});
    rolls_.push_back({rect, key, std::string(id)});
    // The arrows have a gutter of their own, so that they never cover what can be pressed.
    const float gutter = hidden > 1 ? kArrow + 20 : 0;
    return {rect.x, rect.y - place.offset, rect.w - gutter, rect.h};
}

void Ui::reveal(const Rect& part) {
    if (rolls_.empty()) return;
    const Roll& roll = rolls_.back();
    ScrollPlace& place = view_.scrolls[roll.id];
    if (place.dragging || place.speed != 0) return;
    if (part.bottom() > roll.rect.bottom()) place.offset += part.bottom() - roll.rect.bottom();
    if (part.y < roll.rect.y) place.offset -= roll.rect.y - part.y;
}

void Ui::end_roll(float used_height) {
    const Roll roll = rolls_.back();
    rolls_.pop_back();
    end_clip();
    ScrollPlace& place = view_.scrolls[roll.id];
    if (std::fabs(place.content - used_height) > 0.5F) {
        place.content = used_height;
        view_.wants_frame = true;  // the arrows may have to come or go
    }
    const float hidden = used_height - roll.rect.h;
    if (hidden <= 1) return;
    const auto arrow = [&](const Rect& rect, const char* glyph, std::string_view word, float by) {
        const Touch press = touch(rect, say(word), static_cast<int>(roll.id));
        shadow(press.rect, press.held ? 0.4F : 0.8F);
        fill(press.rect, palette_.navy, kArrow / 2);
        const Colour before = ground(palette_.navy);
        icon(press.rect, glyph, 56, palette_.on_dark);
        ground(before);
        if (press.pressed) {
            place.offset = std::clamp(place.offset + by, 0.0F, hidden);
            place.speed = 0;
            view_.wants_frame = true;
        }
    };
    const float page = std::max(roll.rect.h - kKeptInSight, roll.rect.h / 2);
    const float x = roll.rect.right() - kArrow - 6;
    if (place.offset < hidden - 1)
        arrow({x, roll.rect.bottom() - kArrow - 6, kArrow, kArrow}, icon::kExpandMore, "roll.down", page);
    if (place.offset > 1) arrow({x, roll.rect.y + 6, kArrow, kArrow}, icon::kExpandLess, "roll.up", -page);
}

}  // namespace courtyard::screens
