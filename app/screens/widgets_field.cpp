// The text field: what was typed, and a caret that can be put anywhere in it.
#include <algorithm>

#include <imgui.h>

#include "app/screens/widgets.hpp"

namespace courtyard::screens {
namespace {

constexpr float kInside = 28;

}  // namespace

std::optional<std::size_t> text_field(Ui& ui, const Rect& rect, const flow::TextEdit& edit, const FieldLook& look,
                                      std::string_view label) {
    const Palette& p = ui.palette();
    Rect room = rect;
    static_cast<void>(room.cut_right(look.tools));
    const Touch touch = ui.touch(room, label);
    if (touch.pressed && ui.view().listening.on && !look.discreet && !edit.text.empty())
        ui.view().listening.touched = look.heard.empty() ? edit.text : std::string(look.heard);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    ui.fill(rect, p.card, 22);
    ui.frame(rect, look.trouble ? p.red : p.teal, 5, 22);
    const Colour before = ui.ground(p.card);
    const Rect inner = room.inset(kInside, look.many_lines ? 20.0F : 8.0F);
    const Style style{look.type, Weight::strong, p.ink};
    const float em = ui.em(look.type);
    const float leading = em * style.leading;
    const Advance advance = ui.advance(style);
    std::optional<std::size_t> asked;
    ui.begin_clip(room.inset(6));
    if (edit.text.empty() && !look.placeholder.empty()) {
        const Style pale{Type::lead, Weight::text, p.soft_ink};
        const Rect at = look.many_lines ? Rect{inner.x, inner.y, inner.w, em * 1.2F} : inner;
        ui.line(at.moved(18, 0), look.placeholder, pale);
    }
    // One line slides so that the caret stays in sight; many lines wrap and slide.
    const float wrap_at = look.many_lines ? inner.w - 6 : 1e6F;
    const std::vector<Line> lines = break_lines(edit.text, wrap_at, advance);
    std::size_t caret_line = 0;
    float caret_x = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool last = i + 1 == lines.size();
        if (edit.caret < lines[i].begin || (!last && edit.caret >= lines[i + 1].begin)) continue;
        caret_line = i;
        for (std::size_t at = lines[i].begin; at < edit.caret;)
            caret_x += advance(next_character(edit.text, at));
    }
    if (lines.size() == 1 && !look.many_lines) caret_line = 0;
    const float slide_x = look.many_lines ? 0 : std::max(0.0F, caret_x - (inner.w - 12));
    // By whole lines, so that none is cut through.
    const auto fit = std::max<std::size_t>(1, static_cast<std::size_t>((inner.h + leading - em) / leading));
    const std::size_t first = look.many_lines && caret_line >= fit ? caret_line + 1 - fit : 0;
    const float top = look.many_lines ? inner.y - static_cast<float>(first) * leading : inner.middle_y() - em / 2;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float y = top + static_cast<float>(i) * leading;
        const std::string_view piece =
            std::string_view(edit.text).substr(lines[i].begin, lines[i].end - lines[i].begin);
        // Of a line that slides only what can be seen is drawn.
        std::size_t from = 0;
        float left = inner.x - slide_x;
        while (from < piece.size()) {
            std::size_t next_at = from;
            const float step = advance(next_character(piece, next_at));
            if (left >= inner.x - 20) break;
            left += step;
            from = next_at;
        }
        std::size_t to = from;
        float right = left;
        while (to < piece.size()) {
            std::size_t next_at = to;
            const float step = advance(next_character(piece, next_at));
            if (!look.many_lines && right + step > inner.right() + 8) break;
            right += step;
            to = next_at;
        }
        // To the ear it is one text, wherever its lines end.
        const Ear ear = ui.hear(look.discreet ? Ear::secret : i == 0 ? Ear::page : Ear::hushed);
        if (i == 0) ui.hear_as(edit.text);
        if (!look.many_lines || (i >= first && i < first + fit))
            ui.line({left, y, right - left + 4, em}, piece.substr(from, to - from), style, Fit::as_is);
        ui.hear_as({});
        ui.hear(ear);
        if (!touch.pressed) continue;
        const Rect band{inner.x, y - (leading - em) / 2, inner.w, leading};
        const float finger_y = mouse.y / (ImGui::GetIO().DisplaySize.y / ui.page().h);
        const float finger_x = mouse.x / (ImGui::GetIO().DisplaySize.x / ui.page().w) - inner.x + slide_x;
        const bool nearest = (finger_y >= band.y || i == 0) && (finger_y < band.bottom() || i + 1 == lines.size());
        if (!nearest) continue;
        float x = 0;
        std::size_t at = lines[i].begin;
        while (at < lines[i].end) {
            std::size_t next = at;
            const float step = advance(next_character(edit.text, next));
            if (finger_x < x + step / 2) break;
            x += step;
            at = next;
        }
        asked = at;
    }
    const float caret_y = top + static_cast<float>(caret_line) * leading;
    ui.fill({inner.x - slide_x + caret_x + 1, caret_y - em * 0.08F, 5, em * 1.16F}, p.teal, 2);
    ui.end_clip();
    ui.ground(before);
    return asked;
}

}  // namespace courtyard::screens
