// A wheel of numbers, as on old adding machines: turned, stepped, or touched where the wanted number shows.
#include <algorithm>
#include <cmath>

#include <imgui_internal.h>

#include "app/screens/icons.hpp"
#include "app/screens/widgets.hpp"

namespace courtyard::screens {

namespace {

constexpr float kButton = 92;
constexpr float kWheelGap = 12;
constexpr float kRow = 96;
constexpr float kWheelFriction = 3.0F;  // speed falls by e^-3 in a second
constexpr float kSlow = 1.2F;           // numbers per second: slower than this it falls into place
constexpr float kSpring = 14;           // share of the way to its place that it goes in a second
constexpr float kHoldFirst = 0.45F;     // seconds until a held button steps again …
constexpr float kHoldNext = 0.11F;      // … and again

// A button that goes on while it is held: how many steps now.
int steps(Ui& ui, const Rect& rect, const std::string& label, const char* glyph, WheelPlace& place, float& held) {
    const Touch touch = ui.touch(rect, label);
    const Palette& p = ui.palette();
    ui.shadow(touch.rect, touch.held ? 0.2F : 0.5F);
    ui.fill(touch.rect, p.card, 20);
    if (ui.look().contrast == flow::Contrast::High) ui.frame(touch.rect, p.ink, 3, 20);
    const Colour before = ui.ground(p.card);
    ui.icon(touch.rect, glyph, 56, p.navy);
    ui.ground(before);
    if (touch.held) {
        const float earlier = held;
        held += ImGui::GetIO().DeltaTime;
        if (ui.view().moving) ui.view().wants_frame = true;
        const auto count = [](float seconds) {
            return seconds < kHoldFirst ? 0 : 1 + static_cast<int>((seconds - kHoldFirst) / kHoldNext);
        };
        if (const int more = count(held) - count(earlier); more > 0) {
            place.gliding = false;
            return more;
        }
        return 0;
    }
    const bool had_repeated = held >= kHoldFirst;
    held = 0;
    return touch.pressed && !had_repeated ? 1 : 0;
}

int nearest_of(const WheelPlace& place, const WheelLook& look) {
    return std::clamp(static_cast<int>(std::lround(place.at)), look.first, look.last);
}

}  // namespace

std::optional<int> wheel(Ui& ui, const Rect& rect, std::string_view id, const WheelLook& look) {
    const std::uint32_t key = ImHashStr(id.data(), id.size());
    WheelPlace& place = ui.view().wheels[key];
    WheelPlace& more_held = ui.view().wheels[key + 1];
    const Palette& p = ui.palette();
    const ImGuiIO& io = ImGui::GetIO();
    const float unit = io.DisplaySize.y / ui.page().h;
    const int target = std::clamp(look.value.value_or(look.start), look.first, look.last);
    std::optional<int> picked;

    Rect band = rect;
    const Rect less = band.cut_top(kButton, kWheelGap);
    const Rect more = band.cut_bottom(kButton, kWheelGap);
    if (const int by = steps(ui, less, look.less_say, icon::kExpandLess, place, place.held); by > 0)
        picked = std::max(look.first, target - (look.value ? by : 0));
    if (const int by = steps(ui, more, look.more_say, icon::kExpandMore, place, more_held.held); by > 0)
        picked = std::min(look.last, target + (look.value ? by : 0));

    // Turning.
    const auto inside = [&](ImVec2 at) {
        return at.x >= band.x * unit && at.x < band.right() * unit && at.y >= band.y * unit &&
               at.y < band.bottom() * unit;
    };
    const float row = std::min(kRow, band.h / 3);
    if (!place.known) {
        place.at = static_cast<float>(target);
        place.known = true;
    }
    const bool mine = io.MouseDown[0] && inside(io.MouseClickedPos[0]);
    if (mine && !place.dragging && std::fabs(io.MousePos.y - io.MouseClickedPos[0].y) > measure::kDragStart * unit) {
        place.dragging = true;
        place.gliding = true;
        ImGui::ClearActiveID();
    }
    if (place.dragging && io.MouseDown[0]) {
        const float moved = -io.MouseDelta.y / (row * unit);
        place.at += moved;
        place.speed = 0.6F * place.speed + 0.4F * moved / std::max(io.DeltaTime, 0.001F);
        picked = nearest_of(place, look);  // what passes the middle is told at once
        ImGui::ClearActiveID();
    } else if (place.gliding) {
        place.dragging = false;
        if (ui.view().moving && std::fabs(place.speed) > kSlow) {
            place.at += place.speed * io.DeltaTime;
            place.speed *= std::exp(-kWheelFriction * io.DeltaTime);
            picked = nearest_of(place, look);
            ui.view().wants_frame = true;
        } else {
            place.gliding = false;
            place.speed = 0;
            picked = nearest_of(place, look);
        }
    } else {
        const float way = static_cast<float>(picked.value_or(target)) - place.at;
        if (!ui.view().moving || std::fabs(way) < 0.02F || std::fabs(way) > 30) {
            place.at += way;
        } else {
            place.at += way * std::min(1.0F, kSpring * std::max(io.DeltaTime, 0.008F));
            ui.view().wants_frame = true;
        }
    }
    if (io.MouseWheel != 0 && inside(io.MousePos))
        picked = std::clamp(target - static_cast<int>(std::lround(io.MouseWheel)), look.first, look.last);
    const float low = static_cast<float>(look.first);
    const float high = static_cast<float>(look.last);
    if (place.at < low - 0.4F || place.at > high + 0.4F) place.speed = 0;
    place.at = std::clamp(place.at, low - 0.4F, high + 0.4F);

    // What it shows.
    ui.fill(band, p.ivory, 22);
    ui.frame(band, p.rule, 2, 22);
    const Rect middle{band.x + 8, band.middle_y() - row / 2, band.w - 16, row};
    ui.fill(middle, look.value ? p.teal_tint : p.card, 18);
    ui.frame(middle, p.teal, 4, 18);
    ui.begin_clip(band.inset(2));
    const int nearest = static_cast<int>(std::lround(place.at));
    const int reach = static_cast<int>(band.h / row / 2);
    for (int number = nearest - reach - 1; number <= nearest + reach + 1; ++number) {
        if (number < look.first || number > look.last) continue;
        const float y = band.middle_y() + (static_cast<float>(number) - place.at) * row;
        const Rect at{band.x + 8, y - row / 2, band.w - 16, row};
        if (at.y < band.y - 1 || at.bottom() > band.bottom() + 1) continue;  // only what can be seen whole
        const bool chosen = number == nearest;
        const std::string label = std::to_string(number) + look.unit;
        if (ui.touch(at, label, static_cast<int>(key)).pressed && !place.dragging && !place.gliding) picked = number;
        const Colour before = ui.ground(chosen ? (look.value ? p.teal_tint : p.card) : p.ivory);
        ui.line(at.inset(4, 0), label,
                {chosen ? Type::card : Type::lead, chosen && look.value ? Weight::strong : Weight::text,
                 chosen && look.value ? p.ink : p.soft_ink, Align::centre});
        ui.ground(before);
    }
    ui.end_clip();
    return picked;
}

}  // namespace courtyard::screens
