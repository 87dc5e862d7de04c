#include "app/handwriting/path.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace courtyard::handwriting {

namespace {

bool is_finite(const Point& point) { return std::isfinite(point.x) && std::isfinite(point.y); }

// One axis of the ink, and where it comes to lie in the unit square.
struct Axis {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double share = 1;  // of the square's side

    void take(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    // Halves first: the difference of two huge numbers may be none.
    [[nodiscard]] double half() const { return high / 2 - low / 2; }
    [[nodiscard]] float place(double value) const {
        if (!(half() > 0)) return 0.5F;
        const double within = (value / 2 - (high / 4 + low / 4)) / half();  // -0.5 to 0.5
        return static_cast<float>(std::clamp(0.5 + within * share, 0.0, 1.0));
    }
    [[nodiscard]] float first() const { return static_cast<float>(0.5 - share / 2); }
    [[nodiscard]] float last() const { return static_cast<float>(0.5 + share / 2); }
};

// sqrt(sin(ratio * pi / 2)), the usual rule for the shorter side (C.-L. Liu, "aspect ratio adaptive normalization"). By
// a polynomial, so that all machines agree.
double widened(double ratio) {
    const double square = ratio * ratio;
    const double sine = ratio * (1.5707963 - square * (0.6459641 - square * (0.0796926 - square * 0.0046818)));
    return std::sqrt(std::max(0.0, sine));
}

struct Frame {
    Axis x, y;
    [[nodiscard]] PathPoint place(const Point& point) const { return {x.place(point.x), y.place(point.y)}; }
};

Frame frame_of(const Ink& ink) {
    Frame frame;
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            if (!is_finite(point)) continue;
            frame.x.take(point.x);
            frame.y.take(point.y);
        }
    }
    const double width = frame.x.half(), height = frame.y.half();
    if (width > height) frame.y.share = widened(height / width);
    if (height > width) frame.x.share = widened(width / height);
    return frame;
}

float distance(PathPoint a, PathPoint b) {
    const float dx = b.x - a.x, dy = b.y - a.y;
    return std::sqrt(dx * dx + dy * dy);
}

float length_of(const Path& path) {
    float length = 0;
    std::size_t first = 0;
    for (const std::size_t end : path.ends) {
        for (std::size_t i = first; i + 1 < end; ++i)
            length += distance(path.points[i], path.points[i + 1]);
        first = end;
    }
    return length;
}

void place_points(const Ink& ink, const Frame& frame, Path& path) {
    for (const Stroke& stroke : ink) {
        const std::size_t before = path.points.size();
        for (const Point& point : stroke) {
            if (is_finite(point)) path.points.push_back(frame.place(point));
        }
        if (path.points.size() > before) path.ends.push_back(path.points.size());
    }
}

// Puts points between those that are further apart than a step.
void make_even(Path& path) {
    const float step = std::max(kStepMax, length_of(path) / static_cast<float>(kStepsMax));
    const std::vector<PathPoint> points = std::move(path.points);
    path.points.clear();
    path.points.reserve(points.size() + kStepsMax);
    std::size_t first = 0;
    for (std::size_t& end : path.ends) {
        path.points.push_back(points[first]);
        for (std::size_t i = first + 1; i < end; ++i) {
            const PathPoint from = points[i - 1], to = points[i];
            const int steps = std::max(1, static_cast<int>(std::ceil(distance(from, to) / step)));
            for (int k = 1; k <= steps; ++k) {
                const float part = static_cast<float>(k) / static_cast<float>(steps);
                path.points.push_back({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
            }
        }
        first = end;
        end = path.points.size();
    }
}

// How much ink crosses each of the bands into which one axis is cut, and the new places that give each band its share.
class Crowding {
public:
    static constexpr std::size_t kBands = 32;

    void cross(float at, float ink) {
        const auto band = static_cast<std::size_t>(std::clamp(at, 0.0F, 1.0F) * kBands);
        ink_[std::min(band, kBands - 1)] += ink;
    }

    // From `first` to `last` ink may lie; these ends stay.
    void settle(float first, float last) {
        first_ = first;
        last_ = last;
        std::array<float, kBands> smooth{};
        float all = 0;
        for (std::size_t i = 0; i < kBands; ++i) {
            const float before = ink_[i > 0 ? i - 1 : i], after = ink_[i + 1 < kBands ? i + 1 : i];
            smooth[i] = 0.25F * before + 0.5F * ink_[i] + 0.25F * after;
            all += smooth[i];
        }
        // Every band keeps some room of its own, or empty ones would vanish.
        const float own = kOwnRoom * all / ((last - first) * kBands) + 1e-3F;
        for (std::size_t i = 0; i < kBands; ++i)
            places_[i + 1] = places_[i] + (smooth[i] + own) * std::max(0.0F, end(i) - begin(i)) * kBands;
        const float whole = places_[kBands];
        for (float& place : places_)
            place = first + (last - first) * place / whole;
    }

    [[nodiscard]] float moved(float at) const {
        const auto band = std::min(static_cast<std::size_t>(at * kBands), kBands - 1);
        const float width = end(band) - begin(band);
        const float within = width > 0 ? std::clamp((at - begin(band)) / width, 0.0F, 1.0F) : 0.0F;
        return places_[band] + (places_[band + 1] - places_[band]) * within;
    }

private:
    static constexpr float kOwnRoom = 0.6F;

    [[nodiscard]] float begin(std::size_t band) const { return std::max(static_cast<float>(band) / kBands, first_); }
    [[nodiscard]] float end(std::size_t band) const { return std::min(static_cast<float>(band + 1) / kBands, last_); }

    std::array<float, kBands> ink_{};
    std::array<float, kBands + 1> places_{};
    float first_ = 0;
    float last_ = 1;
};

// A side flatter than this has nothing to share out.
constexpr double kFlat = 0.15;

void share_room(const Frame& frame, Path& path) {
    Crowding columns, rows;
    std::size_t first = 0;
    for (const std::size_t end : path.ends) {
        for (std::size_t i = first; i + 1 < end; ++i) {
            const PathPoint from = path.points[i], to = path.points[i + 1];
            columns.cross((from.x + to.x) / 2, std::fabs(to.y - from.y));
            rows.cross((from.y + to.y) / 2, std::fabs(to.x - from.x));
        }
        first = end;
    }
    if (frame.x.share > kFlat) {
        columns.settle(frame.x.first(), frame.x.last());
        for (PathPoint& point : path.points)
            point.x = columns.moved(point.x);
    }
    if (frame.y.share > kFlat) {
        rows.settle(frame.y.first(), frame.y.last());
        for (PathPoint& point : path.points)
            point.y = rows.moved(point.y);
    }
}

}  // namespace

void Path::clear() {
    points.clear();
    ends.clear();
}

void trace(const Ink& ink, Path& path) {
    path.clear();
    const Frame frame = frame_of(ink);
    place_points(ink, frame, path);
    if (path.points.empty()) return;
    make_even(path);
    share_room(frame, path);
}

}  // namespace courtyard::handwriting
