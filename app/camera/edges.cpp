#include "app/camera/edges.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace courtyard::camera {

namespace {

constexpr int kAngles = 360;          // one degree each, all around: a line knows its brighter side
constexpr int kAngleSpread = 4;       // degrees that an edge's direction may be wrong
constexpr float kGradientMin = 6.0F;  // levels per pixel after the blur; below is paper grain

Grey blurred(const Grey& picture) {
    Grey out = picture;
    const int w = picture.width;
    const int h = picture.height;
    base::Bytes across(picture.levels.size());
    const auto place = [w](int x, int y) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x);
    };
    // Binomial 1 4 6 4 1, both ways.
    const auto mix = [](int a, int b, int c, int d, int e) {
        return static_cast<std::uint8_t>((a + 4 * b + 6 * c + 4 * d + e + 8) / 16);
    };
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x)
            across[place(x, y)] =
                mix(picture.at(std::max(x - 2, 0), y), picture.at(std::max(x - 1, 0), y), picture.at(x, y),
                    picture.at(std::min(x + 1, w - 1), y), picture.at(std::min(x + 2, w - 1), y));
    for (int y = 0; y < h; ++y)
        for (int x = 0; x < w; ++x)
            out.levels[place(x, y)] =
                mix(across[place(x, std::max(y - 2, 0))], across[place(x, std::max(y - 1, 0))], across[place(x, y)],
                    across[place(x, std::min(y + 1, h - 1))], across[place(x, std::min(y + 2, h - 1))]);
    return out;
}

}  // namespace

Gradient gradient_of(const Grey& picture) {
    const Grey soft = blurred(picture);
    Gradient out{picture.width, picture.height, {}, {}};
    out.x.assign(picture.levels.size(), 0);
    out.y.assign(picture.levels.size(), 0);
    for (int y = 1; y + 1 < picture.height; ++y)
        for (int x = 1; x + 1 < picture.width; ++x) {
            const auto at = [&](int dx, int dy) { return static_cast<float>(soft.at(x + dx, y + dy)); };
            out.x[out.index(x, y)] = (at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1)) / 8;
            out.y[out.index(x, y)] = (at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1)) / 8;
        }
    return out;
}

std::vector<Line> strongest_lines(const Gradient& gradient, std::size_t count_max) {
    const int reach = static_cast<int>(std::hypot(gradient.width, gradient.height)) + 2;
    const int distances = 2 * reach + 1;
    std::vector<float> votes(static_cast<std::size_t>(kAngles) * static_cast<std::size_t>(distances));
    std::vector<double> cosines(kAngles), sines(kAngles);
    for (int a = 0; a < kAngles; ++a) {
        cosines[static_cast<std::size_t>(a)] = std::cos(a * std::numbers::pi / 180);
        sines[static_cast<std::size_t>(a)] = std::sin(a * std::numbers::pi / 180);
    }
    const auto cell = [distances, reach](int angle, int distance) {
        return static_cast<std::size_t>((angle + kAngles) % kAngles) * static_cast<std::size_t>(distances) +
               static_cast<std::size_t>(distance + reach);
    };
    for (int y = 1; y + 1 < gradient.height; ++y)
        for (int x = 1; x + 1 < gradient.width; ++x) {
            const float gx = gradient.x[gradient.index(x, y)];
            const float gy = gradient.y[gradient.index(x, y)];
            const float strength = std::hypot(gx, gy);
            if (strength < kGradientMin) continue;
            // A strong edge is no better a witness than a clear one.
            const float weight = std::min(strength, 4 * kGradientMin) / (4 * kGradientMin);
            const int middle = static_cast<int>(std::lround(std::atan2(gy, gx) * 180 / std::numbers::pi));
            for (int a = middle - kAngleSpread; a <= middle + kAngleSpread; ++a) {
                const auto angle = static_cast<std::size_t>((a + 2 * kAngles) % kAngles);
                const double d = x * cosines[angle] + y * sines[angle];
                votes[cell(static_cast<int>(angle), static_cast<int>(std::lround(d)))] += weight;
            }
        }
    std::vector<Line> lines;
    while (lines.size() < count_max) {
        const auto top = std::max_element(votes.begin(), votes.end());
        const double least = std::min(gradient.width, gradient.height) / 8.0;
        if (*top < least) break;
        const auto index = static_cast<int>(top - votes.begin());
        const int angle = index / distances;
        const int distance = index % distances - reach;
        lines.push_back({cosines[static_cast<std::size_t>(angle)], sines[static_cast<std::size_t>(angle)],
                         static_cast<double>(distance), *top});
        for (int a = angle - 6; a <= angle + 6; ++a)
            for (int d = std::max(distance - 5, -reach); d <= std::min(distance + 5, reach); ++d)
                votes[cell(a, d)] = 0;
    }
    return lines;
}

}  // namespace courtyard::camera
