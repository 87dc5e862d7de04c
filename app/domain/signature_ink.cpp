#include "app/domain/signature_ink.hpp"

#include <algorithm>
#include <cmath>

namespace courtyard::domain {

namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr int kStepMax = 31;

double off_line(const InkPoint& p, const InkPoint& a, const InkPoint& b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = std::hypot(dx, dy);
    if (length == 0) return std::hypot(p.x - a.x, p.y - a.y);
    return std::abs((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
}

// Ramer 1972, Douglas and Peucker 1973, without recursion.
InkStroke simplified(const InkStroke& stroke, double tolerance) {
    if (stroke.size() < 3) return stroke;
    std::vector<bool> kept(stroke.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, stroke.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        std::size_t farthest = first;
        double most = tolerance;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double off = off_line(stroke[i], stroke[first], stroke[last]);
            if (off <= most) continue;
            most = off;
            farthest = i;
        }
        if (farthest == first) continue;
        kept[farthest] = true;
        open.emplace_back(first, farthest);
        open.emplace_back(farthest, last);
    }
    InkStroke out;
    for (std::size_t i = 0; i < stroke.size(); ++i)
        if (kept[i]) out.push_back(stroke[i]);
    return out;
}

void put(std::string& text, int value) { text += kDigits[static_cast<std::size_t>(value)]; }

std::string written(const InkStroke& stroke) {
    std::string text;
    InkPoint at = stroke.front();
    for (const int value : {at.x >> 6, at.x & 63, at.y >> 6, at.y & 63})
        put(text, value);
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        while (!(at == stroke[i])) {
            const int dx = stroke[i].x - at.x;
            const int dy = stroke[i].y - at.y;
            const int steps = (std::max(std::abs(dx), std::abs(dy)) + kStepMax - 1) / kStepMax;
            const InkPoint step{dx / steps, dy / steps};
            put(text, step.x + 32);
            put(text, step.y + 32);
            at = {at.x + step.x, at.y + step.y};
        }
    }
    return text;
}

InkStroke inside(const InkStroke& stroke) {
    InkStroke out;
    for (const InkPoint& point : stroke) {
        const InkPoint moved{std::clamp(point.x, 0, kInkWide - 1), std::clamp(point.y, 0, kInkTall - 1)};
        if (out.empty() || !(out.back() == moved)) out.push_back(moved);
    }
    return out;
}

base::Result<InkStroke> read_stroke(std::string_view text) {
    const auto wrong = [] {
        return base::fail("signature.ink", "a signature's strokes are not written as base64url steps inside the box");
    };
    std::vector<int> values;
    for (const char c : text) {
        const std::size_t value = kDigits.find(c);
        if (value == std::string_view::npos) return wrong();
        values.push_back(static_cast<int>(value));
    }
    if (values.size() < 4 || values.size() % 2 != 0) return wrong();
    InkStroke stroke{{values[0] << 6 | values[1], values[2] << 6 | values[3]}};
    for (std::size_t i = 4; i < values.size(); i += 2)
        stroke.push_back({stroke.back().x + values[i] - 32, stroke.back().y + values[i + 1] - 32});
    for (const InkPoint& point : stroke)
        if (point.x < 0 || point.y < 0 || point.x >= kInkWide || point.y >= kInkTall) return wrong();
    return stroke;
}

}  // namespace

std::string write_ink(const SignatureInk& ink) {
    for (double tolerance = 0.9; tolerance < 200; tolerance *= 1.4) {
        std::string text;
        for (std::size_t i = 0; i < std::min(ink.size(), kInkStrokesMax); ++i) {
            const InkStroke stroke = simplified(inside(ink[i]), tolerance);
            if (stroke.empty()) continue;
            text += (text.empty() ? "" : ".") + written(stroke);
        }
        if (text.size() <= kInkTextMax) return text;
    }
    return {};  // eighty strokes, each from edge to edge, are no signature
}

base::Result<SignatureInk> read_ink(std::string_view text) {
    if (text.empty() || text.size() > kInkTextMax)
        return base::fail("signature.ink", "a signature's strokes have 1 to 400 characters");
    SignatureInk ink;
    while (true) {
        const std::size_t end = text.find('.');
        ink.push_back(TRY(read_stroke(text.substr(0, end))));
        if (ink.size() > kInkStrokesMax) return base::fail("signature.ink", "a signature has more than 80 strokes");
        if (end == std::string_view::npos) return ink;
        text.remove_prefix(end + 1);
    }
}

}  // namespace courtyard::domain
