#include "app/screens/field_desk.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace courtyard::screens {
namespace {

constexpr float kDeskWheelStep = 150;  // units per notch
constexpr float kArrowStep = 90;       // units per arrow key
constexpr float kKeptOnDesk = 80;      // of the old page when a page key turns it
constexpr float kBar = 12;             // width of the scroll bar
constexpr float kDeskGutter = 30;      // room kept for it
constexpr float kThumbMin = 60;

Look look_of(const DeskState& state) { return {state.text_size, state.contrast, Density::desk}; }

bool is_turned_by_keys(ImGuiKey key) {
    return key == ImGuiKey_UpArrow || key == ImGuiKey_DownArrow || key == ImGuiKey_PageUp || key == ImGuiKey_PageDown;
}

}  // namespace

Desk::Desk(const DeskState& desk_state, const DeskWorld& desk_world, DeskView& desk_view, const DeskSink& sink,
           std::string_view place)
    : ui(desk_view.view, look_of(desk_state), place),
      state(desk_state),
      world(desk_world),
      send_(sink),
      keys_(desk_view.keys) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    unit_ = std::min(size.x, size.y) / measure::kShortSide;
    const std::uint32_t hash = id_of(place);
    if (hash != keys_.place) {
        keys_ = {};
        keys_.place = hash;
    }
    if (keys_.typed_frames > 0) {
        --keys_.typed_frames;
        ui.view().wants_frame = true;
    }
    walk_by_tab();
}

Desk::~Desk() {
    if (ring_) {
        ui.begin_clip(ring_->clip);
        ui.frame({ring_->rect.x - 5, ring_->rect.y - 5, ring_->rect.w + 10, ring_->rect.h + 10}, ring_->ink, 4,
                 ring_->radius + 5);
        ui.end_clip();
    }
    keys_.typing = is_typing_;
    if (!is_typing_) keys_.typing_in = 0;
    keys_.order.clear();
    for (const std::vector<std::uint32_t>& part : order_)
        keys_.order.insert(keys_.order.end(), part.begin(), part.end());
    const auto found = std::find(keys_.order.begin(), keys_.order.end(), keys_.focus);
    if (found != keys_.order.end()) keys_.at = static_cast<std::size_t>(found - keys_.order.begin());
}

// ---- keys

bool Desk::take(ImGuiKey key, bool with_ctrl, bool repeat) {
    if (ImGui::GetIO().KeyCtrl != with_ctrl || ImGui::GetIO().KeyAlt) return false;
    if (std::find(taken_.begin(), taken_.end(), key) != taken_.end()) return false;
    if (!ImGui::IsKeyPressed(key, repeat)) return false;
    taken_.push_back(key);
    return true;
}

bool Desk::key(ImGuiKey key) {
    if (key == ImGuiKey_Enter && take(ImGuiKey_KeypadEnter, false, false)) return true;
    return take(key, false, is_turned_by_keys(key));
}

bool Desk::ctrl(ImGuiKey key) {
    if (key == ImGuiKey_Enter && take(ImGuiKey_KeypadEnter, true, false)) return true;
    return take(key, true, false);
}

void Desk::walk_by_tab() {
    if (keys_.order.empty() || !take(ImGuiKey_Tab, false, true)) return;
    const auto count = static_cast<std::ptrdiff_t>(keys_.order.size());
    const auto found = std::find(keys_.order.begin(), keys_.order.end(), keys_.focus);
    const bool back = ImGui::GetIO().KeyShift;
    // What had the keyboard may be gone: what came in its place is next.
    const std::ptrdiff_t at = std::min(static_cast<std::ptrdiff_t>(keys_.at), count);
    std::ptrdiff_t next = (back ? at + count - 1 : at) % count;
    if (found != keys_.order.end()) next = (found - keys_.order.begin() + (back ? count - 1 : 1)) % count;
    focus(keys_.order[static_cast<std::size_t>(next)]);
    keys_.ring = true;
    walked_ = true;
}

std::uint32_t Desk::id_of(std::string_view label, int salt) {
    return ImHashData(&salt, sizeof salt, ImHashStr(label.data(), label.size()));
}

void Desk::focus(std::uint32_t id) {
    keys_.focus = id;
    keys_.whole = false;
    keys_.caret = static_cast<std::size_t>(-1);  // behind the last character
}

void Desk::leave_control() {
    const auto found = std::find(keys_.order.begin(), keys_.order.end(), keys_.focus);
    if (found != keys_.order.end()) keys_.at = static_cast<std::size_t>(found - keys_.order.begin()) + 1;
    keys_.focus = 0;
    keys_.ring = false;
}

bool Desk::moves_mark(ImGuiKey pressed) {
    if (!key(pressed)) return false;
    if (!is_typing_ && keys_.focus != 0) leave_control();
    return true;
}

void Desk::walk_by_arrows(std::span<const std::uint32_t> controls) {
    if (controls.empty() || is_typing_) return;
    const int by = key(ImGuiKey_DownArrow) ? 1 : key(ImGuiKey_UpArrow) ? -1 : 0;
    if (by == 0) return;
    const auto count = static_cast<std::ptrdiff_t>(controls.size());
    const std::ptrdiff_t at = std::find(controls.begin(), controls.end(), keys_.focus) - controls.begin();
    const std::ptrdiff_t outside = by > 0 ? 0 : count - 1;
    focus(
        controls[static_cast<std::size_t>(at == count ? outside : std::clamp<std::ptrdiff_t>(at + by, 0, count - 1))]);
    keys_.ring = true;
    ui.view().wants_frame = true;
}

void Desk::begin_at(std::uint32_t id) {
    if (keys_.order.empty() && keys_.focus == 0) focus(id);
}

Touch Desk::control(const Rect& rect, std::string_view label, int salt, float radius) {
    Touch touch = ui.touch(rect, label, salt);
    const std::uint32_t id = id_of(label, salt);
    order_[static_cast<std::size_t>(part_)].push_back(id);
    if (touch.pressed) {
        focus(id);
        keys_.ring = false;
    }
    if (keys_.focus != id) return touch;
    if (walked_) reveal(rect);
    if (keys_.ring) {
        const Palette& p = ui.palette();
        const Colour around = ui.ground(p.paper);
        ui.ground(around);
        const bool dark = contrast(around, p.gold_line) > contrast(around, p.navy);
        ring_ = Ring{rect, sight(), radius, dark ? p.gold_line : p.navy};
    }
    if (!touch.pressed && (key(ImGuiKey_Enter) || key(ImGuiKey_Space))) touch.pressed = true;
    return touch;
}

// ---- scrolling

Rect Desk::begin_scroll(const Rect& rect, std::string_view id) {
    const std::uint32_t key_of_scroll = id_of(id);
    ScrollPlace& place = ui.view().scrolls[key_of_scroll];
    const ImGuiIO& io = ImGui::GetIO();
    const float hidden = std::max(0.0F, place.content - rect.h);
    const auto inside = [&](ImVec2 p, const Rect& part) {
        return p.x >= part.x * unit_ && p.x < part.right() * unit_ && p.y >= part.y * unit_ &&
               p.y < part.bottom() * unit_;
    };
    if (io.MouseWheel != 0 && inside(io.MousePos, rect)) place.offset -= io.MouseWheel * kDeskWheelStep;
    const Rect track{rect.right() - kDeskGutter, rect.y, kDeskGutter, rect.h};
    if (hidden > 0 && io.MouseDown[0] && inside(io.MouseClickedPos[0], track)) {
        const float thumb = std::max(kThumbMin, rect.h * rect.h / place.content);
        place.offset = (io.MousePos.y / unit_ - rect.y - thumb / 2) / std::max(1.0F, rect.h - thumb) * hidden;
    } else if (hidden > 0 && io.MouseDown[0] && inside(io.MouseClickedPos[0], rect)) {
        if (std::fabs(io.MousePos.y - io.MouseClickedPos[0].y) > measure::kDragStart * unit_) place.dragging = true;
        if (place.dragging) {
            place.offset -= io.MouseDelta.y / unit_;
            ImGui::ClearActiveID();  // it was no press
        }
    } else {
        place.dragging = false;
    }
    place.offset = std::clamp(place.offset, 0.0F, hidden);
    ui.begin_clip(rect);
    scrolls_.push_back({rect, key_of_scroll});
    return {rect.x, rect.y - place.offset, rect.w - kDeskGutter, rect.h};
}

void Desk::end_scroll(float used_height) {
    const Scroll scroll = scrolls_.back();
    ScrollPlace& place = ui.view().scrolls[scroll.id];
    if (std::fabs(place.content - used_height) > 0.5F) {
        place.content = used_height;
        ui.view().wants_frame = true;
    }
    scrolls_.pop_back();
    ui.end_clip();
    const float hidden = used_height - scroll.rect.h;
    if (hidden <= 1) return;
    const float thumb = std::max(kThumbMin, scroll.rect.h * scroll.rect.h / used_height);
    const float x = scroll.rect.right() - kBar - 2;
    ui.fill({x, scroll.rect.y, kBar, scroll.rect.h}, ui.palette().sand, kBar / 2);
    ui.fill({x, scroll.rect.y + (scroll.rect.h - thumb) * std::clamp(place.offset / hidden, 0.0F, 1.0F), kBar, thumb},
            ui.palette().soft_ink.faded(0.6F), kBar / 2);
}

void Desk::reveal(const Rect& part) {
    if (scrolls_.empty()) return;
    ScrollPlace& place = ui.view().scrolls[scrolls_.back().id];
    const Rect& sight_now = scrolls_.back().rect;
    if (part.bottom() > sight_now.bottom()) place.offset += part.bottom() - sight_now.bottom();
    if (part.y < sight_now.y) place.offset -= sight_now.y - part.y;
    ui.view().wants_frame = true;
}

void Desk::scroll_by_keys(Keys of) {
    if (scrolls_.empty()) return;
    ScrollPlace& place = ui.view().scrolls[scrolls_.back().id];
    const bool is_in_sight = place.content > 0 && place.content <= scrolls_.back().rect.h;
    if (of == Keys::Shared && is_in_sight) return;
    const float page = std::max(kArrowStep, scrolls_.back().rect.h - kKeptOnDesk);
    // Of two parts beside each other, arrows are those of the one in which somebody types.
    const bool is_typed_beside = of == Keys::Shared && keys_.typing_in != 0 && keys_.typing_in != scrolls_.back().id;
    float by = 0;
    if (key(ImGuiKey_PageDown)) by += page;
    if (key(ImGuiKey_PageUp)) by -= page;
    if (!is_typed_beside) {
        if (key(ImGuiKey_DownArrow)) by += kArrowStep;
        if (key(ImGuiKey_UpArrow)) by -= kArrowStep;
        if (key(ImGuiKey_End)) by += place.content;
        if (key(ImGuiKey_Home)) by -= place.content;
    }
    if (by == 0) return;
    place.offset = std::clamp(place.offset + by, 0.0F, std::max(0.0F, place.content - scrolls_.back().rect.h));
    ui.view().wants_frame = true;
}

}  // namespace courtyard::screens
