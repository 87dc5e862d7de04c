#include "app/camera/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "app/camera/edges.hpp"

namespace courtyard::camera {

namespace {

constexpr int kCoarseSide = 320;  // lines are looked for here
constexpr int kFineSide = 1280;   // and their places corrected here
constexpr std::size_t kLinesMax = 24;
constexpr double kAreaMin = 1.0 / 6;   // of the picture
constexpr double kOutside = 0.04;      // a corner may lie so far outside the picture, of its longer side
constexpr double kSideSeenMin = 0.55;  // part of each side that must be an edge
constexpr double kAllSeenMin = 0.72;   // and of all four together
constexpr double kSideEndsMin = 0.6;   // part of each side beyond which the sheet does not go on
constexpr double kAlong = 0.82;        // cosine of the angle between an edge's direction and its line's

double cross(const Point& a, const Point& b, const Point& c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

std::optional<Point> meet(const Line& a, const Line& b) {
    const double d = a.cos * b.sin - a.sin * b.cos;
    if (std::abs(d) < 0.35) return std::nullopt;  // under 20 degrees: no corner of a sheet
    return Point{(a.distance * b.sin - b.distance * a.sin) / d, (a.cos * b.distance - b.cos * a.distance) / d};
}

double area_of(const Corners& corners) {
    double twice = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Point& a = corners[i];
        const Point& b = corners[(i + 1) % 4];
        twice += a.x * b.y - b.x * a.y;
    }
    return twice / 2;
}

bool is_convex(const Corners& corners) {
    for (std::size_t i = 0; i < 4; ++i)
        if (cross(corners[i], corners[(i + 1) % 4], corners[(i + 2) % 4]) <= 0) return false;
    return true;
}

// Part of the side from a to b where brightness changes across it, brighter on the sheet's side.
double seen(const Gradient& gradient, const Point& a, const Point& b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length < 8) return 0;
    const double nx = -(b.y - a.y) / length;  // corners go clockwise on the screen: the sheet is on this side
    const double ny = (b.x - a.x) / length;
    const int count = std::max(8, static_cast<int>(length / 2));
    int hits = 0;
    int looked = 0;
    for (int i = 1; i < count; ++i) {
        const double t = static_cast<double>(i) / count;
        const double x = a.x + t * (b.x - a.x);
        const double y = a.y + t * (b.y - a.y);
        ++looked;
        for (int off = -2; off <= 2; ++off) {
            const int column = static_cast<int>(std::lround(x + off * nx));
            const int row = static_cast<int>(std::lround(y + off * ny));
            if (column < 1 || row < 1 || column + 1 >= gradient.width || row + 1 >= gradient.height) continue;
            const double gx = gradient.x[gradient.index(column, row)];
            const double gy = gradient.y[gradient.index(column, row)];
            const double strength = std::hypot(gx, gy);
            if (strength < 5 || gx * nx + gy * ny < kAlong * strength) continue;
            ++hits;
            break;
        }
    }
    return looked == 0 ? 0 : static_cast<double>(hits) / looked;
}

// Whether the sheet really ends here: along the side it is darker outside than inside, not only at the edge itself, as
// under a line of text, but as far as a line of text is high. In parts of the side.
double ends(const Grey& picture, const Point& a, const Point& b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const double nx = -(b.y - a.y) / length;
    const double ny = (b.x - a.x) / length;
    const int reach = std::max(4, std::max(picture.width, picture.height) / 24);
    constexpr int kSamples = 32;
    constexpr int kDarker = 10;
    int looked = 0;
    int darker = 0;
    for (int i = 1; i < kSamples; ++i) {
        const double x = a.x + i * (b.x - a.x) / kSamples;
        const double y = a.y + i * (b.y - a.y) / kSamples;
        int inside = -1;
        int outside = -1;
        for (int off = 2; off <= reach; ++off)
            for (const int sign : {-1, 1}) {
                const int column = static_cast<int>(std::lround(x + sign * off * nx));
                const int row = static_cast<int>(std::lround(y + sign * off * ny));
                if (column < 0 || row < 0 || column >= picture.width || row >= picture.height) continue;
                int& brightest = sign > 0 ? inside : outside;
                brightest = std::max<int>(brightest, picture.at(column, row));
            }
        if (inside < 0 || outside < 0) continue;
        ++looked;
        darker += outside < inside - kDarker ? 1 : 0;
    }
    return looked < kSamples / 4 ? 0 : static_cast<double>(darker) / looked;
}

struct Candidate {
    Corners corners;
    double score = 0;
};

std::optional<Candidate> judge(const Grey& picture, const Gradient& gradient,
                               const std::array<const Line*, 4>& around) {
    Corners corners;
    const double margin = kOutside * std::max(gradient.width, gradient.height);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto point = meet(*around[(i + 3) % 4], *around[i]);
        if (!point || point->x < -margin || point->y < -margin || point->x > gradient.width + margin ||
            point->y > gradient.height + margin)
            return std::nullopt;
        corners[i] = *point;
    }
    const double whole = static_cast<double>(gradient.width) * gradient.height;
    if (!is_convex(corners) || area_of(corners) < kAreaMin * whole) return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const double part = seen(gradient, corners[i], corners[(i + 1) % 4]);
        if (part < kSideSeenMin) return std::nullopt;
        sum += part / 4;
    }
    if (sum < kAllSeenMin) return std::nullopt;
    for (std::size_t i = 0; i < 4; ++i)
        if (ends(picture, corners[i], corners[(i + 1) % 4]) < kSideEndsMin) return std::nullopt;
    // Of two that are seen as well, the larger: a printed frame lies inside its sheet.
    return Candidate{corners, sum + 0.5 * std::sqrt(area_of(corners) / whole)};
}

// Lines whose brighter side is below, left, above, right of them: top, right, bottom and left side of a sheet.
std::array<std::vector<const Line*>, 4> by_side(const std::vector<Line>& lines) {
    std::array<std::vector<const Line*>, 4> sides;
    for (const Line& line : lines) {
        constexpr double kSlant = 0.5;  // a side may lie up to 60 degrees askew, so that it may be two sides
        if (line.sin > kSlant) sides[0].push_back(&line);
        if (line.cos < -kSlant) sides[1].push_back(&line);
        if (line.sin < -kSlant) sides[2].push_back(&line);
        if (line.cos > kSlant) sides[3].push_back(&line);
    }
    return sides;
}

// Each side again, on the larger picture: the steepest place across it, every few pixels, and the line that fits most.
std::optional<Line> refined(const Gradient& gradient, const Point& a, const Point& b, double reach) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const double nx = -(b.y - a.y) / length;
    const double ny = (b.x - a.x) / length;
    std::vector<Point> found;
    for (double along = 0.04 * length; along < 0.96 * length; along += 3) {
        double best = 4;
        std::optional<Point> place;
        for (double off = -reach; off <= reach; off += 1) {
            const double x = a.x + along / length * (b.x - a.x) + off * nx;
            const double y = a.y + along / length * (b.y - a.y) + off * ny;
            const int column = static_cast<int>(std::lround(x));
            const int row = static_cast<int>(std::lround(y));
            if (column < 1 || row < 1 || column + 1 >= gradient.width || row + 1 >= gradient.height) continue;
            const std::size_t index = gradient.index(column, row);
            const double across = gradient.x[index] * nx + gradient.y[index] * ny;
            if (across <= best) continue;
            best = across;
            place = Point{static_cast<double>(column), static_cast<double>(row)};
        }
        if (place) found.push_back(*place);
    }
    if (found.size() < 12) return std::nullopt;
    // Least squares, thrice, each time without what lies far off: text and fingers are no edge of the sheet.
    double distance = 0, cos = nx, sin = ny, limit = reach;
    for (int round = 0; round < 4; ++round) {
        double count = 0, mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
        for (const Point& p : found) {
            if (round > 0 && std::abs(p.x * cos + p.y * sin - distance) > limit) continue;
            count += 1, mx += p.x, my += p.y;
        }
        if (count < 12) return std::nullopt;
        mx /= count, my /= count;
        for (const Point& p : found) {
            if (round > 0 && std::abs(p.x * cos + p.y * sin - distance) > limit) continue;
            xx += (p.x - mx) * (p.x - mx), xy += (p.x - mx) * (p.y - my), yy += (p.y - my) * (p.y - my);
        }
        const double along = 0.5 * std::atan2(2 * xy, xx - yy);
        cos = -std::sin(along), sin = std::cos(along);
        if (cos * nx + sin * ny < 0) cos = -cos, sin = -sin;
        distance = mx * cos + my * sin;
        limit = std::max(1.5, limit / 2.5);
    }
    if (cos * nx + sin * ny < 0.97) return std::nullopt;
    return Line{cos, sin, distance, 0};
}

Corners scaled(const Corners& corners, double by) {
    Corners out = corners;
    for (Point& point : out)
        point = {(point.x + 0.5) * by - 0.5, (point.y + 0.5) * by - 0.5};
    return out;
}

}  // namespace

std::optional<Corners> find_sheet(const Grey& picture) {
    if (picture.width < 64 || picture.height < 64) return std::nullopt;
    const Grey coarse = smaller(picture, kCoarseSide);
    const Gradient gradient = gradient_of(coarse);
    const std::vector<Line> lines = strongest_lines(gradient, kLinesMax);
    const auto sides = by_side(lines);
    std::optional<Candidate> best;
    for (const Line* top : sides[0])
        for (const Line* bottom : sides[2])
            for (const Line* right : sides[1])
                for (const Line* left : sides[3]) {
                    const auto candidate = judge(coarse, gradient, {top, right, bottom, left});
                    if (candidate && (!best || candidate->score > best->score)) best = candidate;
                }
    if (!best) return std::nullopt;
    const Grey fine = smaller(picture, kFineSide);
    const double up = static_cast<double>(fine.width) / coarse.width;
    const Corners rough = scaled(best->corners, up);
    const Gradient detail = gradient_of(fine);
    std::array<Line, 4> around;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto line = refined(detail, rough[i], rough[(i + 1) % 4], 3 * up);
        if (!line) return scaled(best->corners, static_cast<double>(picture.width) / coarse.width);
        around[i] = *line;
    }
    Corners corners;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto point = meet(around[(i + 3) % 4], around[i]);
        if (!point) return std::nullopt;
        corners[i] = *point;
    }
    return scaled(corners, static_cast<double>(picture.width) / fine.width);
}

}  // namespace courtyard::camera
