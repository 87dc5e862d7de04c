// The grid in which characters are written, one at a time, as in a school exercise book.
#include <algorithm>
#include <cmath>

#include "app/flow/typing_rule.hpp"
#include "app/screens/icons.hpp"
#include "app/screens/writing_pads.hpp"

namespace courtyard::screens {

namespace {

constexpr float kPen = 21;  // units of a grid of 640
constexpr float kPadSide = 176;
constexpr float kHandGap = 16;

void dashes(Ui& ui, float x1, float y1, float x2, float y2, Colour colour) {
    constexpr float kDash = 16;
    constexpr float kPause = 12;
    const float length = std::max(1.0F, std::hypot(x2 - x1, y2 - y1));
    const float dx = (x2 - x1) / length;
    const float dy = (y2 - y1) / length;
    for (float at = 0; at < length; at += kDash + kPause) {
        const float to = std::min(length, at + kDash);
        // Upright and level ones on whole pixels, or each renderer would round them its own way.
        if (dx == 0) {
            ui.fill({std::round(x1) - 1, std::round(y1 + at), 2, std::round(to - at)}, colour);
            continue;
        }
        if (dy == 0) {
            ui.fill({std::round(x1 + at), std::round(y1) - 1, std::round(to - at), 2}, colour);
            continue;
        }
        ui.stroke(x1 + dx * at, y1 + dy * at, x1 + dx * to, y1 + dy * to, 2, colour);
    }
}

void guide_lines(Ui& ui, const Rect& grid) {
    const Colour line = ui.look().contrast == flow::Contrast::High ? ui.palette().soft_ink : Colour{0xC9806AFF};
    const Colour pale = line.faded(0.6F);
    dashes(ui, grid.x, grid.middle_y(), grid.right(), grid.middle_y(), pale);
    dashes(ui, grid.middle_x(), grid.y, grid.middle_x(), grid.bottom(), pale);
    dashes(ui, grid.x, grid.y, grid.right(), grid.bottom(), pale);
    dashes(ui, grid.right(), grid.y, grid.x, grid.bottom(), pale);
    ui.frame(grid, line, 3, 6);
}

flow::InkPoint in_grid(const Rect& grid, ImVec2 at) {
    return {static_cast<std::int16_t>(std::clamp((at.x - grid.x) / grid.w * 1000, -2000.0F, 3000.0F)),
            static_cast<std::int16_t>(std::clamp((at.y - grid.y) / grid.h * 1000, -2000.0F, 3000.0F))};
}

void draw_ink(Ui& ui, const Rect& grid, const std::vector<flow::InkStroke>& ink) {
    std::vector<ImVec2> points;
    for (const flow::InkStroke& stroke : ink) {
        points.clear();
        for (const flow::InkPoint& point : stroke)
            points.push_back({grid.x + static_cast<float>(point.x) / 1000 * grid.w,
                              grid.y + static_cast<float>(point.y) / 1000 * grid.h});
        ui.ink(points, kPen * grid.w / 640, ui.palette().ink);
    }
}

}  // namespace

void hand_board(Scene& scene, Rect rect, const BoardLook& look) {
    Ui& ui = scene.ui;
    const flow::WritingWork& work = scene.session().writing;
    panel(ui, rect);
    const Rect inner = rect.inset(20);
    // The grid is square; what is left beside it holds marks at the left and corrections at the right.
    const float side = std::min(inner.h, inner.w - kPadSide - kHandGap);
    const bool has_left = inner.w - side >= 2 * (kPadSide + kHandGap) && look.many_lines;
    const float left =
        has_left ? inner.middle_x() - side / 2 : inner.x + std::max(0.0F, (inner.w - kPadSide - kHandGap - side) / 2);
    const Rect grid{left, inner.middle_y() - side / 2, side, side};
    const Rect tools{inner.right() - kPadSide, inner.y, kPadSide, inner.h};

    guide_lines(ui, grid);
    const Pen pen = ui.pen(grid, ui.say("writing.grid"));
    if (pen.pressed) scene.send(flow::PenDown{in_grid(grid, pen.along.front())});
    if (!pen.along.empty() && (work.pen_is_down || pen.pressed)) {
        flow::PenMoved moved;
        for (const ImVec2& at : pen.along)
            moved.along.push_back(in_grid(grid, at));
        scene.send(std::move(moved));
    }
    if (pen.lifted) scene.send(flow::PenUp{});
    ui.begin_clip(rect);
    draw_ink(ui, grid, work.ink);
    ui.end_clip();

    const float tall = std::min(std::max(132.0F, ui.em(Type::body) * 3.4F), (tools.h - kHandGap) / 2);
    Rect column = tools;
    const ButtonLook quiet{Tone::quiet, icon::kUndo, Type::body, true};
    const ButtonLook again{Tone::quiet, icon::kReplay, Type::body, true};
    if (button(ui, column.cut_bottom(tall, kHandGap), ui.say("writing.clear"), again)) scene.send(flow::ClearedInk{});
    if (button(ui, column.cut_bottom(tall, kHandGap), ui.say("writing.undo"), quiet)) scene.send(flow::UndidStroke{});
    if (has_left) {
        Rect marks{inner.x, inner.y, kPadSide, inner.h};
        std::string all = ui.say("writing.marks");
        for (std::size_t at = 0; at < all.size() && marks.h > tall;) {
            const std::size_t begin = at;
            static_cast<void>(next_character(all, at));
            const std::string mark = all.substr(begin, at - begin);
            if (button(ui, marks.cut_bottom(tall, kHandGap), mark, {Tone::quiet, nullptr, Type::card}, 41))
                scene.send(flow::Typed{mark});
        }
    }
}

}  // namespace courtyard::screens
