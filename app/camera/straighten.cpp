#include "app/camera/straighten.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "app/camera/encode.hpp"

namespace courtyard::camera {

namespace {

double side(const Point& a, const Point& b) { return std::hypot(b.x - a.x, b.y - a.y); }

// Foreshortening spoils proportions: when they are near those of a common sheet or card, they are its.
double proportion_of(double ratio) {
    constexpr std::array<double, 2> kCommon{1.4142, 1.5858};  // ISO 216 sheets; ISO/IEC 7810 ID-1 cards
    double nearest = ratio;
    double off = 0.10;
    for (const double common : kCommon) {
        if (std::abs(ratio / common - 1) >= off) continue;
        off = std::abs(ratio / common - 1);
        nearest = common;
    }
    return nearest;
}

// Heckbert 1989, from the unit square to a quadrilateral.
struct Homography {
    double a, b, c, d, e, f, g, h;

    explicit Homography(const Corners& q) {
        const double sx = q[0].x - q[1].x + q[2].x - q[3].x;
        const double sy = q[0].y - q[1].y + q[2].y - q[3].y;
        const double dx1 = q[1].x - q[2].x, dx2 = q[3].x - q[2].x;
        const double dy1 = q[1].y - q[2].y, dy2 = q[3].y - q[2].y;
        const double det = dx1 * dy2 - dx2 * dy1;
        g = det == 0 ? 0 : (sx * dy2 - dx2 * sy) / det;
        h = det == 0 ? 0 : (dx1 * sy - sx * dy1) / det;
        a = q[1].x - q[0].x + g * q[1].x, b = q[3].x - q[0].x + h * q[3].x, c = q[0].x;
        d = q[1].y - q[0].y + g * q[1].y, e = q[3].y - q[0].y + h * q[3].y, f = q[0].y;
    }
    [[nodiscard]] Point at(double u, double v) const {
        const double w = g * u + h * v + 1;
        return {(a * u + b * v + c) / w, (d * u + e * v + f) / w};
    }
};

void sample(const Picture& from, const Point& place, std::uint8_t* to) {
    const double x = std::clamp(place.x, 0.0, from.width - 1.001);
    const double y = std::clamp(place.y, 0.0, from.height - 1.001);
    const int x0 = static_cast<int>(x), y0 = static_cast<int>(y);
    const int fx = static_cast<int>((x - x0) * 256), fy = static_cast<int>((y - y0) * 256);
    const int x1 = std::min(x0 + 1, from.width - 1), y1 = std::min(y0 + 1, from.height - 1);
    const std::uint8_t *p00 = from.at(x0, y0), *p10 = from.at(x1, y0), *p01 = from.at(x0, y1), *p11 = from.at(x1, y1);
    for (int i = 0; i < 3; ++i) {
        const int upper = p00[i] * (256 - fx) + p10[i] * fx;
        const int lower = p01[i] * (256 - fx) + p11[i] * fx;
        to[i] = static_cast<std::uint8_t>((upper * (256 - fy) + lower * fy + 32768) >> 16);
    }
}

std::uint8_t level_at(std::vector<int>& histogram, double part) {
    std::int64_t all = 0;
    for (const int count : histogram)
        all += count;
    std::int64_t below = 0;
    for (std::size_t level = 0; level < histogram.size(); ++level) {
        below += histogram[level];
        if (static_cast<double>(below) >= part * static_cast<double>(all)) return static_cast<std::uint8_t>(level);
    }
    return 255;
}

std::vector<int> histogram_of(const Grey& grey) {
    std::vector<int> histogram(256);
    for (const std::uint8_t level : grey.levels)
        ++histogram[level];
    return histogram;
}

// How bright the bare paper is at each knot of a coarse net.
struct Paper {
    int columns, rows;
    std::vector<float> light;

    Paper(const Grey& grey, int cell) : columns(grey.width / cell + 1), rows(grey.height / cell + 1) {
        light.resize(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column) {
                std::vector<int> histogram(256);
                for (int y = std::max(0, (row - 1) * cell); y < std::min(grey.height, (row + 1) * cell); y += 2)
                    for (int x = std::max(0, (column - 1) * cell); x < std::min(grey.width, (column + 1) * cell);
                         x += 2)
                        ++histogram[grey.at(x, y)];
                at(column, row) = static_cast<float>(std::max<int>(level_at(histogram, 0.85), 1));
            }
    }
    float& at(int column, int row) {
        return light[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                     static_cast<std::size_t>(column)];
    }
    [[nodiscard]] float between(double column, double row) const {
        const int c = std::min(static_cast<int>(column), columns - 1), r = std::min(static_cast<int>(row), rows - 1);
        const int c1 = std::min(c + 1, columns - 1), r1 = std::min(r + 1, rows - 1);
        const auto fx = static_cast<float>(column - c), fy = static_cast<float>(row - r);
        const auto get = [this](int x, int y) {
            return light[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x)];
        };
        return (get(c, r) * (1 - fx) + get(c1, r) * fx) * (1 - fy) + (get(c, r1) * (1 - fx) + get(c1, r1) * fx) * fy;
    }
};

void stretch(Picture& picture, int black, int white, int black_to, int white_to) {
    if (white - black < 24) return;
    std::array<std::uint8_t, 256> map{};
    for (int i = 0; i < 256; ++i)
        map[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(
            std::clamp(black_to + (i - black) * (white_to - black_to) / (white - black), 0, 255));
    for (std::uint8_t& value : picture.rgb)
        value = map[value];
}

}  // namespace

Picture cut_out(const Picture& photo, const Corners& corners, int side_max) {
    double width = std::max(side(corners[0], corners[1]), side(corners[3], corners[2]));
    double height = std::max(side(corners[0], corners[3]), side(corners[1], corners[2]));
    const double ratio = proportion_of(std::max(width, height) / std::max(1.0, std::min(width, height)));
    (width > height ? height : width) = std::max(width, height) / ratio;
    const double by = std::min(1.0, side_max / std::max(width, height));
    Picture out(std::max(8, static_cast<int>(std::lround(width * by))),
                std::max(8, static_cast<int>(std::lround(height * by))));
    const Homography map(corners);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            sample(photo, map.at((x + 0.5) / out.width, (y + 0.5) / out.height), out.at(x, y));
    return out;
}

void light_evenly(Picture& sheet) {
    constexpr float kGainMax = 3.2F;  // what is darker than that was not lit, and would come up as noise
    constexpr float kPaperWhite = 245.0F;
    const Grey grey = grey_of(sheet);
    const int cell = std::max(16, std::max(sheet.width, sheet.height) / 24);
    const Paper paper(grey, cell);
    for (int y = 0; y < sheet.height; ++y)
        for (int x = 0; x < sheet.width; ++x) {
            const float light = paper.between(static_cast<double>(x) / cell, static_cast<double>(y) / cell);
            const float gain = std::clamp(kPaperWhite / light, 0.9F, kGainMax);
            std::uint8_t* p = sheet.at(x, y);
            for (int i = 0; i < 3; ++i)
                p[i] = static_cast<std::uint8_t>(std::min(255.0F, static_cast<float>(p[i]) * gain));
        }
    std::vector<int> histogram = histogram_of(grey_of(sheet));
    stretch(sheet, std::min<int>(level_at(histogram, 0.005), 110), 245, 12, 250);
}

void set_contrast(Picture& photo) {
    std::vector<int> histogram = histogram_of(grey_of(photo));
    stretch(photo, std::min<int>(level_at(histogram, 0.01), 80), std::max<int>(level_at(histogram, 0.99), 160), 8, 248);
}

Straightened straighten(const Picture& photo) {
    const auto corners = find_sheet(grey_of(photo));
    if (!corners) {
        Straightened as_it_is{smaller(photo, kPhotoSide), false};
        set_contrast(as_it_is.picture);
        return as_it_is;
    }
    Straightened done{cut_out(photo, *corners, kPhotoSide), true};
    light_evenly(done.picture);
    return done;
}

}  // namespace courtyard::camera
