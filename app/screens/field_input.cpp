// Text fields of the laptop: typed with a real keyboard, drawn by ourselves, so that Chinese text is broken into lines
// properly and no copy of what was typed stays in a toolkit's buffers.
#include <imgui_internal.h>

#include <algorithm>
#include <utility>

#include "app/screens/field_desk.hpp"
#include "sync/base/bytes.hpp"

namespace courtyard::screens {
namespace {

constexpr float kInputInside = 18;
// What is said of the new text, above the form or below the box, stands there some frames later and moves the box.
constexpr int kUntilItIsSaid = 4;
constexpr std::string_view kDot = "\xE2\x80\xA2";  // a bullet for each character of a secret

struct CaretPlace {
    std::size_t line = 0;
    float x = 0;
};

CaretPlace place_of(const std::vector<Line>& lines, std::string_view text, std::size_t caret, const Advance& advance) {
    CaretPlace place;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool last = i + 1 == lines.size();
        if (caret < lines[i].begin || (!last && caret >= lines[i + 1].begin)) continue;
        place.line = i;
        place.x = 0;
        for (std::size_t at = lines[i].begin; at < caret;) {
            const char32_t c = next_character(text, at);
            if (c != U'\n') place.x += advance(c);
        }
    }
    return place;
}

// The boundary between two characters of the line that is nearest to x.
std::size_t nearest(const Line& line, std::string_view text, float x, const Advance& advance) {
    float pen = 0;
    std::size_t at = line.begin;
    while (at < line.end) {
        std::size_t next = at;
        const float step = advance(next_character(text, next));
        if (x < pen + step / 2) break;
        pen += step;
        at = next;
    }
    return at;
}

}  // namespace

void Desk::move_line(flow::TextEdit& edit, const std::vector<Line>& lines, const Advance& advance, int by) const {
    const CaretPlace place = place_of(lines, edit.text, edit.caret, advance);
    const auto wanted = static_cast<std::ptrdiff_t>(place.line) + by;
    if (wanted < 0 || wanted >= static_cast<std::ptrdiff_t>(lines.size())) return;
    flow::place_caret(edit, nearest(lines[static_cast<std::size_t>(wanted)], edit.text, place.x, advance));
}

void Desk::edit_by_keys(flow::TextEdit& edit, const InputLook& look, InputResult& result) {
    const ImGuiIO& io = ImGui::GetIO();
    const flow::Lines lines = look.kind == InputKind::text ? flow::Lines::Many : flow::Lines::One;
    if (take(ImGuiKey_A, true, false)) keys_.whole = !edit.text.empty();
    // What is typed or taken away comes in place of all that is selected; whoever moves has selected nothing any more.
    const auto instead = [&] {
        if (std::exchange(keys_.whole, false)) {
            base::wipe(edit.text);
            edit = {};
            return true;
        }
        return false;
    };
    if (!io.KeyCtrl && !io.KeyAlt) {
        for (const ImWchar c : io.InputQueueCharacters) {
            if (c < 0x20 || c == 0x7F) continue;
            if (c >= 'A' && c <= 'Z') result.caps_lock = !io.KeyShift;
            if (c >= 'a' && c <= 'z') result.caps_lock = io.KeyShift;
            char utf8[5];
            ImTextCharToUtf8(utf8, c);
            instead();
            flow::type(edit, utf8, look.characters_max, lines);
        }
    }
    if (take(ImGuiKey_Backspace, false, true) && !instead()) flow::erase_before(edit);
    if (take(ImGuiKey_Delete, false, true) && !instead()) flow::erase_after(edit);
    const auto move = [&](ImGuiKey key_pressed, flow::CaretMove to) {
        if (!take(key_pressed, false, true)) return;
        keys_.whole = false;
        flow::move_caret(edit, to);
    };
    move(ImGuiKey_LeftArrow, flow::CaretMove::Left);
    move(ImGuiKey_RightArrow, flow::CaretMove::Right);
    move(ImGuiKey_Home, flow::CaretMove::Start);
    move(ImGuiKey_End, flow::CaretMove::End);
    if (lines == flow::Lines::Many && (take(ImGuiKey_Enter, false, true) || take(ImGuiKey_KeypadEnter, false, true))) {
        instead();
        flow::type(edit, "\n", look.characters_max, lines);
    }
}

InputResult Desk::input(const Rect& rect, std::string_view text, std::string_view label, const InputLook& look) {
    InputResult result;
    const std::uint32_t id = id_of(label);
    const bool many = look.kind == InputKind::text;
    const Palette& p = ui.palette();
    order_[static_cast<std::size_t>(part_)].push_back(id);
    const Touch touch = ui.touch(rect, label);
    if (touch.pressed) keys_.whole = false;
    if (touch.pressed && keys_.focus != id) focus(id);
    const bool focused = keys_.focus == id;
    if (focused) {
        is_typing_ = true;
        keys_.typing_in = scrolls_.empty() ? 0 : scrolls_.back().id;
    }

    flow::TextEdit edit{std::string(text), 0};
    flow::place_caret(edit, std::min(keys_.caret, edit.text.size()));
    const Style style{Type::body, Weight::text, p.ink};
    const Advance step = ui.advance(style);
    const float height = em(Type::body);
    const float leading = height * style.leading;
    Rect inner = rect.inset(kInputInside, many ? kInputInside - 4 : 4.0F);
    const float icon_side = height * 1.2F;
    const Rect icon_box = look.icon ? inner.cut_left(icon_side, 12) : Rect{};

    if (focused) {
        edit_by_keys(edit, look, result);
        if (many && take(ImGuiKey_UpArrow, false, true))
            move_line(edit, break_lines(edit.text, inner.w - 6, step), step, -1);
        if (many && take(ImGuiKey_DownArrow, false, true))
            move_line(edit, break_lines(edit.text, inner.w - 6, step), step, +1);
    }

    std::string shown = edit.text;
    std::size_t shown_caret = edit.caret;
    if (look.kind == InputKind::secret) {
        shown_caret = flow::characters(std::string_view(edit.text).substr(0, edit.caret)) * kDot.size();
        const std::size_t count = flow::characters(edit.text);
        shown.clear();
        for (std::size_t i = 0; i < count; ++i)
            shown += kDot;
    }
    const std::vector<Line> lines = break_lines(shown, many ? inner.w - 6 : 1e6F, step);
    const CaretPlace caret = place_of(lines, shown, shown_caret, step);
    const float slide_x = many ? 0 : std::max(0.0F, caret.x - (inner.w - 8));
    const float total = static_cast<float>(lines.size()) * leading;
    const float slide_y = many && focused ? std::clamp(static_cast<float>(caret.line + 1) * leading - inner.h, 0.0F,
                                                       std::max(0.0F, total - inner.h))
                                          : 0;
    const float top = many ? inner.y - slide_y : inner.middle_y() - height / 2;
    if (focused && (walked_ || keys_.typed_frames > 0)) {
        const float at = std::max(rect.y, top + static_cast<float>(caret.line) * leading - kInputInside);
        const float line = std::min(leading + 2 * kInputInside, rect.h);
        const float named = height * 1.7F;  // with the name that stands above it, where there is room
        if (rect.h + named <= sight().h)
            reveal({rect.x, rect.y - named, rect.w, rect.h + named});
        else
            reveal(rect.h <= sight().h ? rect : Rect{rect.x, std::min(at, rect.bottom() - line), rect.w, line});
    }

    ui.fill(rect, p.card, 14);
    const Colour rim = look.trouble ? p.red : focused ? p.teal : p.rule;
    ui.frame(rect, rim, focused || look.trouble ? 4.0F : 2.0F, 14);
    const Colour ground = ui.ground(p.card);
    if (look.icon) ui.icon(icon_box, look.icon, icon_side, p.soft_ink);
    ui.begin_clip(rect.inset(4));
    if (shown.empty() && !look.placeholder.empty()) {
        const Rect at = many ? Rect{inner.x, inner.y, inner.w, height * 1.1F} : inner;
        ui.line(at.moved(8, 0), look.placeholder, {Type::body, Weight::text, p.soft_ink});
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float y = top + static_cast<float>(i) * leading;
        if (y + height < rect.y || y > rect.bottom()) continue;
        if (focused && keys_.whole)
            ui.fill({inner.x - slide_x, y - height * 0.1F, lines[i].width + 2, height * 1.2F}, p.teal_tint, 4);
        const std::string_view piece = std::string_view(shown).substr(lines[i].begin, lines[i].end - lines[i].begin);
        ui.line({inner.x - slide_x, y, lines[i].width + 4, height}, piece, style, Fit::as_is);
        if (!touch.pressed || look.kind == InputKind::secret) continue;
        const float finger_y = ImGui::GetIO().MousePos.y / unit_;
        const float finger_x = ImGui::GetIO().MousePos.x / unit_ - inner.x + slide_x;
        const bool here = (finger_y >= y - (leading - height) / 2 || i == 0) &&
                          (finger_y < y + (leading + height) / 2 || i + 1 == lines.size());
        if (here) flow::place_caret(edit, nearest(lines[i], shown, finger_x, step));
    }
    if (focused) {
        const float y = top + static_cast<float>(caret.line) * leading;
        ui.fill({inner.x - slide_x + caret.x, y - height * 0.1F, 4, height * 1.2F}, p.teal, 2);
        keys_.caret = edit.caret;
    }
    ui.end_clip();
    ui.ground(ground);

    if (edit.text != text) {
        result.text = edit.text;
        keys_.typed_frames = kUntilItIsSaid;
    }
    base::wipe(edit.text);
    base::wipe(shown);
    return result;
}

}  // namespace courtyard::screens
