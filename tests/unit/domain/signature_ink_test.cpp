#include <doctest/doctest.h>

#include <cmath>

#include "app/domain/signature_ink.hpp"

using namespace courtyard::domain;

namespace {

// A stroke as a finger draws it: many points, a little unsteady.
InkStroke drawn(double x0, double y0, double x1, double y1, int points) {
    InkStroke stroke;
    for (int i = 0; i < points; ++i) {
        const double t = static_cast<double>(i) / (points - 1);
        stroke.push_back({static_cast<int>(x0 + t * (x1 - x0) + std::sin(i * 1.3)),
                          static_cast<int>(y0 + t * (y1 - y0) + 9 * std::sin(t * 3.1))});
    }
    return stroke;
}

double farthest(const SignatureInk& from, const SignatureInk& to) {
    double worst = 0;
    for (std::size_t i = 0; i < from.size(); ++i)
        for (const InkPoint& p : from[i]) {
            double nearest = 1e9;
            for (std::size_t k = 0; k + 1 < to[i].size(); ++k) {
                const InkPoint &a = to[i][k], &b = to[i][k + 1];
                const double dx = b.x - a.x, dy = b.y - a.y;
                const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
                nearest = std::min(nearest, std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy));
            }
            worst = std::max(worst, nearest);
        }
    return worst;
}

}  // namespace

TEST_CASE("a signature of three characters fits and keeps its shape") {
    SignatureInk ink;
    for (int character = 0; character < 3; ++character)
        for (int stroke = 0; stroke < 8; ++stroke)
            ink.push_back(drawn(10 + character * 82, 15 + stroke * 12, 75 + character * 82, 20 + stroke * 11, 40));
    const std::string text = write_ink(ink);
    REQUIRE_FALSE(text.empty());
    CHECK(text.size() <= kInkTextMax);
    const auto read = read_ink(text);
    REQUIRE(read.has_value());
    REQUIRE(read->size() == ink.size());
    CHECK(farthest(ink, *read) < 8);
    CHECK(write_ink(*read) == text);  // what was written is written again
    CHECK(farthest({drawn(0, 0, 250, 100, 40)}, {drawn(0, 100, 250, 0, 40)}) > 30);  // control of the measure
}

TEST_CASE("a short signature keeps every point but those on a line; long steps are split") {
    const SignatureInk cross{{{0, 0}, {255, 127}}, {{255, 0}, {0, 127}}, {{128, 64}}};
    const auto read = read_ink(write_ink(cross));
    REQUIRE(read.has_value());
    CHECK(read->at(0).front() == InkPoint{0, 0});
    CHECK(read->at(0).back() == InkPoint{255, 127});
    CHECK(read->at(2) == InkStroke{{128, 64}});
    CHECK(farthest({cross[0], cross[1]}, {read->at(0), read->at(1)}) < 1);
}

TEST_CASE("whatever is drawn, the text stays within its limits and reads back") {
    std::uint32_t seed = 3;
    const auto next = [&seed](int most) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<int>((seed >> 8U) % static_cast<std::uint32_t>(most));
    };
    for (int round = 0; round < 60; ++round) {
        SignatureInk ink(static_cast<std::size_t>(next(40)));
        for (InkStroke& stroke : ink)
            for (int i = next(60); i >= 0; --i)
                stroke.push_back({next(400) - 60, next(300) - 60});
        const std::string text = write_ink(ink);
        CHECK(text.size() <= kInkTextMax);
        if (!text.empty()) CHECK(read_ink(text).has_value());
    }
    CHECK(write_ink({}).empty());
    CHECK(write_ink({{}}).empty());
}

TEST_CASE("what is no ink is refused") {
    CHECK(read_ink("AAAA").has_value());  // control: one dot in the corner
    for (const std::string text :
         {"", "A", "AAA", "AAAAA", "AAAA.", ".AAAA", "AAAA..AAAA", "____", "AAAAAA", "AA AA", "AAAA中"})
        CHECK_MESSAGE(read_ink(text).error().code == "signature.ink", text);
    CHECK(read_ink(std::string(kInkTextMax + 2, 'A')).error().code == "signature.ink");
}
