#include "app/handwriting/stroke_map.hpp"

#include <algorithm>
#include <cmath>

namespace courtyard::handwriting {

namespace {

constexpr float kMargin = 0.04F;  // of the side, left free all around
constexpr std::size_t kStarts = 8;
constexpr std::size_t kLifts = 9;
constexpr float kFull = 120;  // what one cell's length of ink in one direction comes to, of 255

struct GridPoint {
    float x = 0;
    float y = 0;
};

GridPoint on_grid(PathPoint point) {
    constexpr float kSide = kMapSide;
    return {(kMargin + point.x * (1 - 2 * kMargin)) * kSide - 0.5F,
            (kMargin + point.y * (1 - 2 * kMargin)) * kSide - 0.5F};
}

class Grid {
public:
    // Shared out among the four cells around the place.
    void put(GridPoint at, std::size_t channel, float amount) {
        const std::size_t column = cell(at.x), row = cell(at.y);
        const float right = std::clamp(at.x - static_cast<float>(column), 0.0F, 1.0F);
        const float below = std::clamp(at.y - static_cast<float>(row), 0.0F, 1.0F);
        float* here = &cells_[(row * kMapSide + column) * kMapChannels + channel];
        here[0] += amount * (1 - right) * (1 - below);
        here[kMapChannels] += amount * right * (1 - below);
        here[kMapSide * kMapChannels] += amount * (1 - right) * below;
        here[(kMapSide + 1) * kMapChannels] += amount * right * below;
    }

    // A step is the sum of a part along an axis and a part along a diagonal, the two neighbours of its direction.
    void step(GridPoint from, GridPoint to) {
        const float dx = to.x - from.x, dy = to.y - from.y;
        const float across = std::fabs(dx), down = std::fabs(dy);
        const GridPoint middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
        const std::size_t axis = across >= down ? (dx > 0 ? 0 : 4) : (dy > 0 ? 2 : 6);
        const std::size_t diagonal = dx > 0 ? (dy > 0 ? 1 : 7) : (dy > 0 ? 3 : 5);
        put(middle, axis, std::fabs(across - down));
        put(middle, diagonal, std::min(across, down) * 1.41421356F);
    }

    // The square root lifts thin traces above crowded places.
    [[nodiscard]] StrokeMap map() const {
        StrokeMap map{};
        for (std::size_t i = 0; i < map.size(); ++i)
            map[i] = static_cast<std::uint8_t>(std::min(255.0F, std::sqrt(cells_[i]) * kFull + 0.5F));
        return map;
    }

private:
    static std::size_t cell(float at) {
        return static_cast<std::size_t>(std::clamp(at, 0.0F, static_cast<float>(kMapSide - 2)));
    }

    std::array<float, kMapSide * kMapSide * kMapChannels> cells_{};
};

}  // namespace

StrokeMap draw(const Path& path) {
    Grid grid;
    std::size_t first = 0;
    for (const std::size_t end : path.ends) {
        GridPoint at = on_grid(path.points[first]);
        grid.put(at, kStarts, 1);
        for (std::size_t i = first + 1; i < end; ++i) {
            const GridPoint next = on_grid(path.points[i]);
            grid.step(at, next);
            at = next;
        }
        grid.put(at, kLifts, 1);
        first = end;
    }
    return grid.map();
}

}  // namespace courtyard::handwriting
