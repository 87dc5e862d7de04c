// Rectangles in layout units: the short side of every screen is 1080 units, whatever its pixels.
#pragma once

#include <algorithm>

namespace courtyard::screens {

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] float middle_x() const { return x + w / 2; }
    [[nodiscard]] float middle_y() const { return y + h / 2; }
    [[nodiscard]] Rect inset(float all) const { return inset(all, all); }
    [[nodiscard]] Rect inset(float across, float down) const {
        return {x + across, y + down, std::max(0.0F, w - 2 * across), std::max(0.0F, h - 2 * down)};
    }
    [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    [[nodiscard]] bool overlaps(const Rect& other, float slack = 0) const {
        return x + slack < other.right() && other.x + slack < right() && y + slack < other.bottom() &&
               other.y + slack < bottom();
    }

    // Cuts a strip off one side and keeps the rest, less `gap`.
    Rect cut_top(float height, float gap = 0) {
        const Rect cut{x, y, w, std::min(height, h)};
        const float used = std::min(h, height + gap);
        y += used;
        h -= used;
        return cut;
    }
    Rect cut_bottom(float height, float gap = 0) {
        const float taken = std::min(height, h);
        const Rect cut{x, bottom() - taken, w, taken};
        h = std::max(0.0F, h - height - gap);
        return cut;
    }
    Rect cut_left(float width, float gap = 0) {
        const Rect cut{x, y, std::min(width, w), h};
        const float used = std::min(w, width + gap);
        x += used;
        w -= used;
        return cut;
    }
    Rect cut_right(float width, float gap = 0) {
        const float taken = std::min(width, w);
        const Rect cut{right() - taken, y, taken, h};
        w = std::max(0.0F, w - width - gap);
        return cut;
    }

    // The cell of a grid that fills this rectangle; `span` columns wide.
    [[nodiscard]] Rect cell(int column, int row, int columns, int rows, float gap, int span = 1) const {
        const float width = (w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        const float height = (h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
        const auto n = static_cast<float>(span);
        return {x + static_cast<float>(column) * (width + gap), y + static_cast<float>(row) * (height + gap),
                width * n + gap * (n - 1), height};
    }
};

}  // namespace courtyard::screens
