// Draws shapes into one tile. The result depends on the shapes, the tile's place and nothing else.
#pragma once

#include <array>
#include <cstdint>

#include "app/platform/canvas.hpp"
#include "app/platform/tile_shapes.hpp"

namespace courtyard::platform {

enum class Cover { None, Partly, Whole };

// How much of `area` (within the shape's bounds) the shape's outline covers. Partly may also be said of a shape that
// only comes close; None and Whole are certain. Only for Polygon and Triangle; other kinds cover their bounds.
[[nodiscard]] Cover cover_of(const ShapeList& list, const Shape& shape, const Rect& area);

class TilePainter {
public:
    // Starts a tile: `tile` is at most kTileSide wide and high.
    void begin(const Rect& tile, std::uint32_t background);
    // `area` lies within the tile and the shape's bounds.
    void paint(const ShapeList& list, const Shape& shape, const Rect& area);
    void fill(const Rect& area, std::uint32_t colour);

    [[nodiscard]] const std::uint32_t* row(int y) const { return &pixels_[index(tile_.left, y)]; }

private:
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y - tile_.top) * kTileSide + static_cast<std::size_t>(x - tile_.left);
    }
    void copy(const ShapeList& list, const Shape& shape, const Rect& area);
    void stretch(const ShapeList& list, const Shape& shape, const Rect& area);
    void polygon(const ShapeList& list, const Shape& shape, const Rect& area);
    void triangle(const ShapeList& list, const Shape& shape, const Rect& area);

    Rect tile_;
    std::array<std::uint32_t, static_cast<std::size_t>(kTileSide) * kTileSide> pixels_{};
};

}  // namespace courtyard::platform
