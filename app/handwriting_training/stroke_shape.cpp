#include "app/handwriting_training/stroke_shape.hpp"

#include <algorithm>
#include <cmath>

namespace courtyard::handwriting_training {

using handwriting::Point;
using handwriting::Stroke;

namespace {

double distance(const Point& a, const Point& b) { return std::hypot(b.x - a.x, b.y - a.y); }

// Cosine of the turn at b: 1 straight on, 0 a right angle, -1 back.
double straightness(const Point& a, const Point& b, const Point& c) {
    const double lengths = distance(a, b) * distance(b, c);
    return lengths > 0 ? ((b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y)) / lengths : 1;
}

}  // namespace

double length_of(const Stroke& stroke) {
    double length = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i)
        length += distance(stroke[i - 1], stroke[i]);
    return length;
}

void make_even(Stroke& stroke, double step) {
    constexpr std::size_t kPointsMax = 64;
    const double length = length_of(stroke);
    if (stroke.size() < 2 || length <= 0) return;
    const std::size_t count = std::min(kPointsMax, static_cast<std::size_t>(length / step) + 2);
    Stroke even;
    even.reserve(count);
    std::size_t next = 1;
    double before = 0, here = distance(stroke[0], stroke[1]);
    for (std::size_t i = 0; i < count; ++i) {
        const double at = length * static_cast<double>(i) / static_cast<double>(count - 1);
        while (next + 1 < stroke.size() && before + here < at) {
            before += here;
            ++next;
            here = distance(stroke[next - 1], stroke[next]);
        }
        const double part = here > 0 ? std::clamp((at - before) / here, 0.0, 1.0) : 0;
        const Point &from = stroke[next - 1], &to = stroke[next];
        even.push_back({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
    }
    stroke = std::move(even);
}

void round_corners(Stroke& stroke, std::size_t times) {
    for (; times > 0; --times) {
        Point before = stroke.front();
        for (std::size_t i = 1; i + 1 < stroke.size(); ++i) {
            const Point here = stroke[i];
            stroke[i] = {(before.x + 2 * here.x + stroke[i + 1].x) / 4, (before.y + 2 * here.y + stroke[i + 1].y) / 4};
            before = here;
        }
    }
}

void drop_entry(Stroke& stroke) {
    constexpr double kShareMax = 0.22, kLengthMax = 110, kTurned = 0.9;
    const double longest = std::min(kLengthMax, kShareMax * length_of(stroke));
    double length = 0;
    std::size_t first = 0;
    for (std::size_t i = 1; i + 1 < stroke.size(); ++i) {
        length += distance(stroke[i - 1], stroke[i]);
        if (length > longest) break;
        if (straightness(stroke[i - 1], stroke[i], stroke[i + 1]) < kTurned) first = i;
    }
    stroke.erase(stroke.begin(), stroke.begin() + static_cast<std::ptrdiff_t>(first));
}

void drop_hook(Stroke& stroke) {
    constexpr double kShareMax = 0.3, kLengthMax = 170, kTurned = 0.35;
    const double longest = std::min(kLengthMax, kShareMax * length_of(stroke));
    double length = 0;
    std::size_t keep = stroke.size();
    for (std::size_t i = stroke.size() - 1; stroke.size() > 2 && i >= 2; --i) {
        length += distance(stroke[i - 1], stroke[i]);
        if (length > longest) break;
        if (straightness(stroke[i - 2], stroke[i - 1], stroke[i]) < kTurned) keep = i;
    }
    stroke.resize(keep);
}

void lengthen_end(Stroke& stroke, double by) {
    while (stroke.size() >= 2) {
        const Point &end = stroke.back(), &before = stroke[stroke.size() - 2];
        const double last = distance(before, end);
        if (by > 0 && last > 0)
            return stroke.push_back({end.x + (end.x - before.x) / last * by, end.y + (end.y - before.y) / last * by});
        if (by > 0 || last > -by || stroke.size() == 2) return;
        by += last;
        stroke.pop_back();
    }
}

}  // namespace courtyard::handwriting_training
