#include "app/screens/long_list.hpp"

#include <algorithm>
#include <cmath>

#include "app/screens/field_widgets.hpp"

namespace courtyard::screens {
namespace {

void draw_ground(Desk& desk, const Rect& at, Colour ground) {
    Ui& ui = desk.ui;
    ui.fill(at, ground);
    ui.fill({at.x, at.y, 8, at.h}, ui.palette().navy);
    if (ui.look().contrast == flow::Contrast::High) ui.frame(at, ui.palette().ink, 4);
}

void move_by_keys(Desk& desk, int page) {
    using flow::desk::MovedChoice;
    if (desk.moves_mark(ImGuiKey_DownArrow)) desk.send(MovedChoice{+1});
    if (desk.moves_mark(ImGuiKey_UpArrow)) desk.send(MovedChoice{-1});
    if (desk.moves_mark(ImGuiKey_PageDown)) desk.send(MovedChoice{page});
    if (desk.moves_mark(ImGuiKey_PageUp)) desk.send(MovedChoice{-page});
}

}  // namespace

void draw_long_list(Desk& desk, const Rect& rect, const LongList& list, const LongRows& rows) {
    Ui& ui = desk.ui;
    const Palette& p = ui.palette();
    const Rect top = desk.begin_scroll(rect, list.id);
    const auto row_at = [&](std::size_t i) {
        return Rect{top.x, top.y + static_cast<float>(i) * list.row_tall, top.w, list.row_tall};
    };
    if (desk.keys().chosen_seen != list.chosen) {
        desk.keys().chosen_seen = list.chosen;
        desk.reveal(row_at(list.chosen));
    }
    const auto from = static_cast<std::size_t>(std::max(0.0F, std::floor((rect.y - top.y) / list.row_tall)));
    const auto to = std::min(
        list.count, static_cast<std::size_t>(std::max(0.0F, std::ceil((rect.bottom() - top.y) / list.row_tall))));
    for (std::size_t i = from; i < to; ++i) {
        const Rect at = row_at(i);
        const bool on = i == list.chosen;
        const Touch touch = ui.touch(at, rows.name(i), rows.salt(i));
        const Colour ground = on ? p.navy_tint : p.card;
        if (on) draw_ground(desk, at, ground);
        const Colour before = ui.ground(ground);
        rows.draw(at, i);
        ui.ground(before);
        ui.fill({at.x, at.bottom() - 2, at.w, 2}, p.rule.faded(0.7F));
        if (touch.pressed) rows.pressed(i);
    }
    move_by_keys(desk, std::max(1, static_cast<int>(rect.h / list.row_tall) - 1));
    desk.end_scroll(static_cast<float>(list.count) * list.row_tall);
}

void draw_column_heads(Desk& desk, const Rect& rect, std::span<const ColumnHead> heads) {
    RowCells cells(rect);
    const Style style{Type::note, Weight::strong, desk.ui.palette().soft_ink};
    for (const ColumnHead& head : heads) {
        const Rect at = cells.next(head.width);
        if (!head.key.empty()) line_cut(desk, {at.x, at.y, at.w + 4, at.h}, desk.ui.say(head.key), style);
    }
}

Rect RowCells::next(float width) {
    const Rect at{x_ + kRowCell, row_.y, width - kRowCell - 4, row_.h};
    x_ += width;
    return at;
}

void draw_two_lines(Desk& desk, const Rect& rect, const TwoLines& lines) {
    const float em = desk.em(Type::note);
    const Rect inner = rect.inset(kRowCell + 8, 0);
    const auto chip_at_end = [&desk](Rect& line, const RowChip& what) {
        const float wide = chip_wide(desk, what.words, what.look);
        chip(desk, line.right() - wide, line.middle_y(), what.words, what.look);
        line.cut_right(wide, 16);
    };
    Rect first{inner.x, rect.y + rect.h * 0.1F, inner.w, em * 1.7F};
    chip_at_end(first, lines.state);
    lines.name(first);
    Rect second{inner.x, rect.y + rect.h * 0.54F, inner.w, em * 1.6F};
    if (lines.due) chip_at_end(second, *lines.due);
    line_cut(desk, second, lines.words, desk_soft(desk));
}

std::string search_hint(Desk& desk, const std::string& label, std::string_view short_key, float wide) {
    if (!desk.state.cases.by_sound) return desk.ui.say("field.search_no_sound");
    const bool fits = desk.ui.wide(label, desk_text(desk)) + desk.em() * 3.5F < wide;
    return fits ? label : desk.ui.say(short_key);
}

const char* none_found_key(const Desk& desk, const char* key) {
    return desk.state.cases.by_sound ? key : "field.search.none_no_sound";
}

void draw_empty_list(Desk& desk, const Rect& rect, const char* icon, const std::string& words) {
    const float em = desk.em();
    const float width = std::min(rect.w - 80, em * 30);
    const float y = rect.y + rect.h * 0.28F;
    icon_disc(desk.ui, {rect.middle_x() - 60, y, 120, 120}, icon, Tone::navy);
    desk.ui.write({rect.middle_x() - width / 2, y + 120 + em, width, 0}, words,
                  {Type::body, Weight::text, desk.ui.palette().soft_ink, Align::centre, Balance::even});
}

}  // namespace courtyard::screens
