#include "app/handwriting_training/pen.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/handwriting_training/stroke_shape.hpp"

namespace courtyard::handwriting_training {

using handwriting::Ink;
using handwriting::Point;
using handwriting::Stroke;

namespace {

struct Box {
    double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;

    [[nodiscard]] double width() const { return std::max(200.0, right - left); }
    [[nodiscard]] double height() const { return std::max(200.0, bottom - top); }
};

Box box_of(const Ink& ink) {
    Box box;
    for (const Stroke& stroke : ink) {
        for (const Point& point : stroke) {
            box.left = std::min(box.left, point.x);
            box.right = std::max(box.right, point.x);
            box.top = std::min(box.top, point.y);
            box.bottom = std::max(box.bottom, point.y);
        }
    }
    return box;
}

// Scaled and turned about a middle, then moved.
struct Move {
    Point middle;
    double wide = 1, high = 1, cosine = 1, sine = 0, dx = 0, dy = 0;

    [[nodiscard]] Point operator()(const Point& point) const {
        const double x = (point.x - middle.x) * wide, y = (point.y - middle.y) * high;
        return {middle.x + cosine * x - sine * y + dx, middle.y + sine * x + cosine * y + dy};
    }
};

Point middle_of(const Ink& ink, std::size_t first, std::size_t end) {
    Point sum;
    std::size_t count = 0;
    for (std::size_t i = first; i < end; ++i) {
        for (const Point& point : ink[i])
            sum = {sum.x + point.x, sum.y + point.y};
        count += ink[i].size();
    }
    const auto all = static_cast<double>(std::max<std::size_t>(1, count));
    return {sum.x / all, sum.y / all};
}

// One writing by one person: what stays the same throughout a character, and the box that it was printed in.
class Pen {
public:
    Pen(Ink ink, float wildness, Chance& chance)
        : ink_(std::move(ink)), wild_(wildness), chance_(chance), box_(box_of(ink_)) {}

    Ink write() {
        simplify();
        vary_strokes();
        vary_parts();
        leave_out();
        reorder();
        turn_round();
        join();
        flick();
        warp();
        tremble();
        return std::move(ink_);
    }

private:
    double spread(float deviation) { return static_cast<double>(chance_.spread() * deviation * wild_); }

    void simplify() {
        const float plain_entry = chance_.share(), plain_end = chance_.share();
        for (Stroke& stroke : ink_) {
            if (chance_.happens(plain_entry)) drop_entry(stroke);
            if (chance_.happens(plain_end)) drop_hook(stroke);
            make_even(stroke, 24);
        }
        const std::size_t round = chance_.happens(0.5F) ? 0 : chance_.below(4);
        for (Stroke& stroke : ink_)
            round_corners(stroke, round);
    }

    void vary_strokes() {
        const float moved = chance_.between(0.004F, 0.035F), turned = chance_.between(0.02F, 0.14F);
        const float sized = chance_.between(0.02F, 0.16F), bent = chance_.between(0, 0.09F);
        const float longer = chance_.between(0.01F, 0.12F);
        const float straight = chance_.happens(0.5F) ? 0 : chance_.between(0, 0.9F);
        const bool flat_throws = chance_.happens(kFlatThrows);
        for (Stroke& stroke : ink_) {
            if (stroke.size() < 2) continue;
            if (flat_throws && is_throw_on_top(stroke)) flatten(stroke);
            const double length = length_of(stroke);
            if (chance_.happens(straight)) straighten(stroke, length);
            bend(stroke, spread(bent));
            const double angle = spread(turned) * (length < 250 ? kShortTurnsMore : 1);
            const Move move{middle_of({stroke}, 0, 1),
                            1 + spread(sized),
                            1 + spread(sized),
                            std::cos(angle),
                            std::sin(angle),
                            spread(moved) * box_.width(),
                            spread(moved) * box_.height()};
            std::ranges::transform(stroke, stroke.begin(), move);
            const double most = std::min(length, 400.0);
            lengthen_end(stroke, spread(longer) * most + 0.02 * length);
            std::ranges::reverse(stroke);
            lengthen_end(stroke, spread(longer) * most);
            std::ranges::reverse(stroke);
        }
    }

    // The short stroke on top of 'thousand' or 'grain', printed from right to left, is often a dash from left to right.
    [[nodiscard]] bool is_throw_on_top(const Stroke& stroke) const {
        const double dx = stroke.back().x - stroke.front().x, dy = stroke.back().y - stroke.front().y;
        return dx < 0 && dy >= 0 && dy < -0.8 * dx && stroke.front().y < box_.top + 0.3 * box_.height();
    }
    static void flatten(Stroke& stroke) {
        std::ranges::reverse(stroke);
        const double level = (stroke.front().y + stroke.back().y) / 2;
        for (Point& point : stroke)
            point.y = level + (point.y - level) * 0.2;
    }

    void straighten(Stroke& stroke, double length) {
        const Point from = stroke.front(), to = stroke.back();
        if (std::hypot(to.x - from.x, to.y - from.y) < 0.8 * length) return;  // it has a corner, and needs it
        const double much = static_cast<double>(chance_.between(0.2F, 1));
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            const double part = static_cast<double>(i) / static_cast<double>(stroke.size() - 1);
            stroke[i].x += (from.x + (to.x - from.x) * part - stroke[i].x) * much;
            stroke[i].y += (from.y + (to.y - from.y) * part - stroke[i].y) * much;
        }
    }

    static void bend(Stroke& stroke, double much) {
        const double across_x = stroke.front().y - stroke.back().y, across_y = stroke.back().x - stroke.front().x;
        for (std::size_t i = 0; i < stroke.size(); ++i) {
            const double part = static_cast<double>(i) / static_cast<double>(stroke.size() - 1);
            stroke[i].x += across_x * 4 * part * (1 - part) * much;
            stroke[i].y += across_y * 4 * part * (1 - part) * much;
        }
    }

    // Neighbours in order mostly belong together: they move, grow and turn as one.
    void vary_parts() {
        for (std::size_t parts = chance_.below(3); parts > 0 && ink_.size() > 2; --parts) {
            const std::size_t first = chance_.below(ink_.size());
            const std::size_t end = std::min(ink_.size(), first + 1 + chance_.below(ink_.size() / 2 + 1));
            const double angle = spread(0.06F);
            const Move move{middle_of(ink_, first, end),
                            1 + spread(0.11F),
                            1 + spread(0.11F),
                            std::cos(angle),
                            std::sin(angle),
                            spread(0.035F) * box_.width(),
                            spread(0.035F) * box_.height()};
            for (std::size_t i = first; i < end; ++i)
                std::ranges::transform(ink_[i], ink_[i].begin(), move);
        }
    }

    // Not finished yet, or one stroke forgotten.
    void leave_out() {
        if (ink_.size() < 5 || !chance_.happens(kLeftOut)) return;
        if (chance_.happens(0.7F)) {
            ink_.resize(ink_.size() - 1 - chance_.below(std::max<std::size_t>(1, ink_.size() / 4)));
        } else {
            ink_.erase(ink_.begin() + static_cast<std::ptrdiff_t>(chance_.below(ink_.size())));
        }
    }

    void reorder() {
        if (ink_.size() < 2 || !chance_.happens(0.3F)) return;
        if (chance_.happens(0.5F)) {
            ink_ = shuffle(ink_, chance_);
            is_shuffled_ = true;
            return;
        }
        for (std::size_t swaps = 1 + chance_.below(2); swaps > 0; --swaps) {
            const std::size_t first = chance_.below(ink_.size() - 1);
            std::swap(ink_[first], ink_[first + 1]);
        }
    }

    void turn_round() {
        if (!chance_.happens(kTurnedRound)) return;
        std::ranges::reverse(ink_[chance_.below(ink_.size())]);
    }

    void join() {
        const float kind = chance_.share();
        if (is_shuffled_ || kind < 0.4F) return;
        if (kind < 0.65F) {
            ink_ = join_two(ink_, chance_);
            return;
        }
        const float often = chance_.between(0.05F, 0.8F);
        Ink joined;
        for (Stroke& stroke : ink_) {
            if (joined.empty() || !chance_.happens(often)) {
                joined.push_back(std::move(stroke));
                continue;
            }
            Stroke& before = joined.back();
            if (chance_.happens(0.5F)) bow(before, stroke.front());
            before.insert(before.end(), stroke.begin(), stroke.end());
        }
        ink_ = std::move(joined);
        if (!chance_.happens(0.6F)) return;
        const std::size_t round = 1 + chance_.below(5);
        for (Stroke& stroke : ink_) {
            make_even(stroke, 20);
            round_corners(stroke, round);
        }
    }

    // The way to the next stroke as a bow.
    void bow(Stroke& stroke, const Point& to) {
        const Point from = stroke.back();
        const double much = static_cast<double>(chance_.spread() * 0.12F);
        for (const double part : {0.25, 0.5, 0.75}) {
            const double off = 4 * part * (1 - part) * much;
            stroke.push_back({from.x + (to.x - from.x) * part - (to.y - from.y) * off,
                              from.y + (to.y - from.y) * part + (to.x - from.x) * off});
        }
    }

    // The pen leaves the surface late, on its way to the next stroke.
    void flick() {
        const float often = chance_.happens(0.5F) ? 0 : chance_.between(0, 0.3F);
        for (std::size_t i = 0; i < ink_.size(); ++i) {
            if (!chance_.happens(often) || ink_[i].size() < 2) continue;
            const Point end = ink_[i].back();
            if (i + 1 < ink_.size()) {
                const double part = static_cast<double>(chance_.between(0.08F, 0.35F));
                const Point next = ink_[i + 1].front();
                ink_[i].push_back({end.x + (next.x - end.x) * part, end.y + (next.y - end.y) * part});
            } else {
                const auto off = [&] { return static_cast<double>(chance_.between(-90, 90)); };
                const double dx = off(), dy = off();
                ink_[i].push_back({end.x + dx, end.y + dy});
            }
        }
    }

    // The whole character: uneven proportions, a smooth pull here and there, slant, turn, another aspect.
    void warp() {
        const double wave_x = spread(0.06F), wave_x2 = spread(0.04F), wave_y = spread(0.06F), wave_y2 = spread(0.04F);
        const double skew_x = spread(0.08F), skew_y = spread(0.08F);
        std::array<std::array<Point, 3>, 3> pulls;
        const float pull = chance_.between(0, 0.09F);
        for (auto& row : pulls) {
            for (Point& point : row) {
                point.x = spread(pull);
                point.y = spread(pull);
            }
        }
        const double slant = spread(0.13F), climb = spread(0.08F) - 0.02, angle = spread(0.06F);
        const double aspect = 1 + spread(0.12F), cosine = std::cos(angle), sine = std::sin(angle);
        constexpr double kHalfTurn = 3.14159265358979;
        for (Stroke& stroke : ink_) {
            for (Point& point : stroke) {
                const double u = (point.x - box_.left) / box_.width(), v = (point.y - box_.top) / box_.height();
                const double in_u = std::clamp(u, 0.0, 1.0), in_v = std::clamp(v, 0.0, 1.0);
                const double corner = 2 * (u - 0.5) * (v - 0.5);
                double du = wave_x * std::sin(kHalfTurn * in_u) + wave_x2 * std::sin(2 * kHalfTurn * in_u);
                double dv = wave_y * std::sin(kHalfTurn * in_v) + wave_y2 * std::sin(2 * kHalfTurn * in_v);
                du += skew_x * corner;
                dv += skew_y * corner;
                const std::array<double, 3> along{(1 - in_u) * (1 - in_u), 2 * in_u * (1 - in_u), in_u * in_u};
                const std::array<double, 3> down{(1 - in_v) * (1 - in_v), 2 * in_v * (1 - in_v), in_v * in_v};
                for (std::size_t i = 0; i < 3; ++i) {
                    for (std::size_t k = 0; k < 3; ++k) {
                        du += along[i] * down[k] * pulls[i][k].x;
                        dv += along[i] * down[k] * pulls[i][k].y;
                    }
                }
                const double x = point.x + du * box_.width(), y = (point.y + dv * box_.height()) * aspect;
                const double slanted = x - slant * y, climbing = y + climb * x;
                point = {cosine * slanted - sine * climbing, sine * slanted + cosine * climbing};
            }
        }
    }

    void tremble() {
        const float much = chance_.happens(0.5F) ? 0 : chance_.between(0, 0.012F);
        if (much == 0) return;
        const double size = std::max(box_.width(), box_.height());
        for (Stroke& stroke : ink_) {
            for (Point& point : stroke) {
                point.x += spread(much) * size;
                point.y += spread(much) * size;
            }
        }
    }

    static constexpr float kFlatThrows = 0.12F;
    static constexpr double kShortTurnsMore = 1.8;
    static constexpr float kLeftOut = 0.12F;
    static constexpr float kTurnedRound = 0.08F;

    Ink ink_;
    float wild_;
    Chance& chance_;
    Box box_;
    bool is_shuffled_ = false;
};

}  // namespace

Ink write(const Ink& strokes, float wildness, Chance& chance) { return Pen(strokes, wildness, chance).write(); }

Ink join_two(const Ink& strokes, Chance& chance) {
    if (strokes.size() < 2) return strokes;
    Ink joined = strokes;
    const std::size_t first = chance.below(strokes.size() - 1);
    joined[first].insert(joined[first].end(), strokes[first + 1].begin(), strokes[first + 1].end());
    joined.erase(joined.begin() + static_cast<std::ptrdiff_t>(first) + 1);
    return joined;
}

Ink shuffle(const Ink& strokes, Chance& chance) {
    Ink shuffled = strokes;
    for (std::size_t i = shuffled.size(); i > 1; --i)
        std::swap(shuffled[i - 1], shuffled[chance.below(i)]);
    return shuffled;
}

}  // namespace courtyard::handwriting_training
