#include "app/handwriting_training/pen.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

#include "app/handwriting_training/stroke_shape.hpp"
#include "app/handwriting_training/templates.hpp"

using namespace courtyard;
using namespace courtyard::handwriting_training;
using handwriting::Ink;
using handwriting::Stroke;

namespace {

std::vector<Template> templates() {
    std::ifstream file("tests/data/handwriting/templates.txt");
    auto all = parse_templates(std::string{std::istreambuf_iterator<char>(file), {}});
    REQUIRE(all);
    return std::move(*all);
}

std::size_t points_of(const Ink& ink) {
    std::size_t points = 0;
    for (const Stroke& stroke : ink)
        points += stroke.size();
    return points;
}

bool are_same(const Ink& a, const Ink& b) {
    return std::ranges::equal(a, b, [](const Stroke& x, const Stroke& y) {
        return std::ranges::equal(x, y, [](const auto& p, const auto& q) { return p.x == q.x && p.y == q.y; });
    });
}

}  // namespace

TEST_CASE("a pen writes what it was given, each time otherwise, and the same for the same seed") {
    for (const Template& from : templates()) {
        Chance chance(1), again(1);
        Ink before;
        for (int i = 0; i < 200; ++i) {
            const Ink ink = write(from.strokes, 2, chance);
            CHECK(are_same(ink, write(from.strokes, 2, again)));
            CHECK_FALSE(are_same(ink, before));
            CHECK_FALSE(ink.empty());
            CHECK(ink.size() <= from.strokes.size());
            for (const Stroke& stroke : ink) {
                CHECK_FALSE(stroke.empty());
                for (const handwriting::Point& point : stroke)
                    CHECK((std::fabs(point.x) < 4000 && std::fabs(point.y) < 4000));
            }
            before = ink;
        }
    }
}

TEST_CASE("odd strokes are written, too") {
    Chance chance(2);
    for (const Ink& odd :
         {Ink{{{5, 5}}}, Ink{{{5, 5}, {5, 5}}}, Ink{{{0, 0}, {900, 0}}}, Ink(30, Stroke{{1, 1}, {2, 2}})}) {
        for (int i = 0; i < 300; ++i)
            CHECK(points_of(write(odd, 2, chance)) > 0);
    }
}

TEST_CASE("joining and shuffling keep every point") {
    Chance chance(3);
    for (const Template& from : templates()) {
        const Ink joined = join_two(from.strokes, chance), shuffled = shuffle(from.strokes, chance);
        CHECK(joined.size() + 1 == from.strokes.size());
        CHECK(points_of(joined) == points_of(from.strokes));
        CHECK(shuffled.size() == from.strokes.size());
        CHECK(points_of(shuffled) == points_of(from.strokes));
    }
    CHECK(join_two({{{1, 2}}}, chance).size() == 1);
}

TEST_CASE("a stroke in even steps keeps its ends and its length") {
    Stroke stroke{{0, 0}, {300, 0}, {300, 400}};
    make_even(stroke, 50);
    CHECK(stroke.size() == 16);
    CHECK(length_of(stroke) == doctest::Approx(700).epsilon(0.05));
    CHECK(stroke.back().y == doctest::Approx(400));
    Stroke dot{{7, 7}};
    make_even(dot, 50);
    CHECK(dot.size() == 1);
}

TEST_CASE("entries and hooks go, bends that carry meaning stay") {
    Stroke pressed{{0, 0}, {40, 50}, {60, 20}, {600, 0}};
    drop_entry(pressed);
    CHECK(pressed.size() < 4);
    CHECK(pressed.back().x == 600);
    Stroke hooked{{0, 0}, {0, 600}, {-80, 540}};
    drop_hook(hooked);
    CHECK(hooked.size() == 2);
    Stroke corner{{0, 0}, {400, 0}, {400, 400}};
    drop_entry(corner);
    drop_hook(corner);
    CHECK(corner.size() == 3);
}

TEST_CASE("an end is lengthened or cut by as much as was said") {
    Stroke stroke{{0, 0}, {100, 0}, {200, 0}};
    lengthen_end(stroke, 50);
    CHECK(length_of(stroke) == doctest::Approx(250));
    lengthen_end(stroke, -60);
    CHECK(length_of(stroke) == doctest::Approx(200));
    lengthen_end(stroke, -5000);
    CHECK(stroke.size() == 2);
}

TEST_CASE("templates that cannot be read name the line") {
    CHECK(parse_templates("")->empty());
    CHECK(parse_templates("4E00 1 1,2;3,4\n4E01 9 1,2;3,4 -5,6.5\n")->at(1).strokes[1][0].y == 6.5);
    for (const std::string bad :
         {"", "4E00", "4E00 1", "xyz 1 1,2", "4E00 4 1,2", "4E00 1 1,2;3", "4E00 1 1,2;a,b", "4E00 1 ,"}) {
        const auto all = parse_templates("4E00 1 1,2\n" + bad + "\n");
        REQUIRE_FALSE(all);
        CHECK(all.error().code == "templates.line");
        CHECK(all.error().message.starts_with("line 2 "));
    }
    CHECK_FALSE(parse_templates("4E01 1 1,2\n4E00 1 1,2\n"));
}
