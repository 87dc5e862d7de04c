// A page in front of a camera, computed: text-like bars and a red seal on paper, seen askew on a table, with a shadow
// over it, noise and a little blur. Everything follows from the seed.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "app/camera/sheet.hpp"

namespace courtyard::camera::scene {

struct Chance {
    std::uint64_t state;
    explicit Chance(std::uint64_t seed) : state(seed * 0x9E3779B97F4A7C15U + 0x1234567U) {}
    double unit() {  // 0 … 1
        state ^= state << 13U, state ^= state >> 7U, state ^= state << 17U;
        return static_cast<double>(state >> 11U) / 9007199254740992.0;
    }
    double between(double low, double high) { return low + unit() * (high - low); }
};

// 0 … 255 at a place of the page, both coordinates 0 … 1; `red` where the seal is.
struct Ink {
    double grey = 235;
    bool red = false;
};
inline Ink page(double u, double v, int width = 210, int height = 297) {
    const double x = u * width;
    const double y = v * height;
    Ink ink;
    const double row = std::fmod(y, 9.0);
    const bool line = y > 40 && y < 250 && row < 4 && x > 25 && x < 185;
    if (line && std::fmod(x * 1.7 + std::floor(y / 9) * 13, 5.0) < 3.4) ink.grey = 50;
    if (y > 18 && y < 28 && x > 70 && x < 140 && std::fmod(x, 11.0) < 8) ink.grey = 40;  // a title
    const double seal = std::hypot(x - 150, y - 235);
    if (seal < 18 && seal > 15) ink = {90, true};
    return ink;
}

struct Scene {
    Picture photo;
    Corners corners;
};

enum class Table { Wood, Bare };

// 1280×960. `tilt` 0 (flat) to 1 (what a hurried hand does).
inline Scene make(std::uint64_t seed, double tilt = 1, bool with_page = true, Table table = Table::Wood) {
    Chance chance(seed);
    Scene scene{Picture(1280, 960), {}};
    const double w = scene.photo.width, h = scene.photo.height;
    const double tall = chance.between(0.72, 0.9) * h;
    const double wide = tall / 1.4142;
    const double cx = w / 2 + tilt * chance.between(-90, 90), cy = h / 2 + tilt * chance.between(-25, 25);
    const double turn = tilt * chance.between(-0.22, 0.22);
    Corners flat{{{-wide / 2, -tall / 2}, {wide / 2, -tall / 2}, {wide / 2, tall / 2}, {-wide / 2, tall / 2}}};
    for (std::size_t i = 0; i < 4; ++i) {
        const double x = flat[i].x * (1 + tilt * chance.between(-0.10, 0.03));
        const double y = flat[i].y * (1 + tilt * chance.between(-0.06, 0.03));
        scene.corners[i] = {cx + x * std::cos(turn) - y * std::sin(turn), cy + x * std::sin(turn) + y * std::cos(turn)};
    }
    // From photo to page: the inverse of square-to-quadrilateral, by its adjugate.
    const Corners& q = scene.corners;
    const double sx = q[0].x - q[1].x + q[2].x - q[3].x, sy = q[0].y - q[1].y + q[2].y - q[3].y;
    const double dx1 = q[1].x - q[2].x, dx2 = q[3].x - q[2].x, dy1 = q[1].y - q[2].y, dy2 = q[3].y - q[2].y;
    const double det = dx1 * dy2 - dx2 * dy1;
    const double g = (sx * dy2 - dx2 * sy) / det, k = (dx1 * sy - sx * dy1) / det;
    const double a = q[1].x - q[0].x + g * q[1].x, b = q[3].x - q[0].x + k * q[3].x, c = q[0].x;
    const double d = q[1].y - q[0].y + g * q[1].y, e = q[3].y - q[0].y + k * q[3].y, f = q[0].y;
    const auto on_page = [&](double x, double y) -> std::optional<Point> {
        const double u = (e - f * k) * x + (c * k - b) * y + (b * f - c * e);
        const double v = (f * g - d) * x + (a - c * g) * y + (c * d - a * f);
        const double t = (d * k - e * g) * x + (b * g - a * k) * y + (a * e - b * d);
        const Point p{u / t, v / t};
        if (p.x < 0 || p.y < 0 || p.x >= 1 || p.y >= 1) return std::nullopt;
        return p;
    };
    const double grain = chance.between(0.05, 0.12), wood = chance.between(70, 120);
    const double shade_at = chance.between(0.3, 0.7) * w, slant = chance.between(-0.6, 0.6);
    const double shade = chance.between(0.55, 0.85);
    for (int y = 0; y < scene.photo.height; ++y)
        for (int x = 0; x < scene.photo.width; ++x) {
            double rgb[3] = {0, 0, 0};
            constexpr double kOffsets[2] = {0.25, 0.75};  // four looks at each pixel: a lens has no steps
            for (const double oy : kOffsets)
                for (const double ox : kOffsets) {
                    const auto place = with_page ? on_page(x + ox, y + oy) : std::nullopt;
                    if (place) {
                        const Ink ink = page(place->x, place->y);
                        rgb[0] += (ink.red ? 205 : ink.grey) / 4;
                        rgb[1] += (ink.red ? 60 : ink.grey) / 4;
                        rgb[2] += (ink.red ? 60 : ink.grey) / 4;
                    } else {
                        const double rings =
                            table == Table::Wood ? 18 * std::sin(grain * (y + 30 * std::sin(x * 0.011))) : 0;
                        rgb[0] += (wood + 25 + rings) / 4, rgb[1] += (wood + rings) / 4,
                            rgb[2] += (wood - 30 + rings) / 4;
                    }
                }
            const double behind = std::clamp((x - shade_at - slant * y) / 60.0, 0.0, 1.0);
            const double light = 1 - behind * (1 - shade);
            for (int i = 0; i < 3; ++i)
                scene.photo.at(x, y)[i] =
                    static_cast<std::uint8_t>(std::clamp(rgb[i] * light + chance.between(-7, 7), 0.0, 255.0));
        }
    return scene;
}

inline double worst_error(const Corners& found, const Corners& truth) {
    double worst = 0;
    for (std::size_t i = 0; i < 4; ++i)
        worst = std::max(worst, std::hypot(found[i].x - truth[i].x, found[i].y - truth[i].y));
    return worst;
}

}  // namespace courtyard::camera::scene
