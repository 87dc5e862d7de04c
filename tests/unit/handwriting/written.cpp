#include "tests/unit/handwriting/written.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

namespace courtyard::test {

using handwriting::Ink;
using handwriting::Point;
using handwriting::Stroke;

std::vector<Printed> printed_characters() {
    std::ifstream file("tests/data/handwriting/templates.txt");
    std::vector<Printed> all;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::uint32_t code = 0;
        int level = 0;
        words >> std::hex >> code >> std::dec >> level;
        Printed printed{code, {}};
        for (std::string run; words >> run;) {
            std::replace(run.begin(), run.end(), ';', ' ');
            std::istringstream points(run);
            Stroke& stroke = printed.strokes.emplace_back();
            char comma = 0;
            for (Point point; points >> point.x >> comma >> point.y;)
                stroke.push_back(point);
        }
        all.push_back(std::move(printed));
    }
    REQUIRE(all.size() == 15);
    return all;
}

base::Bytes shipped_file() {
    std::ifstream file("assets/handwriting/characters.cyhw", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

handwriting::Recogniser shipped_recogniser() {
    auto model = handwriting::parse_model(shipped_file());
    REQUIRE_MESSAGE(model.has_value(), model.error().message);
    return handwriting::Recogniser(std::move(*model));
}

Ink by_hand(const Ink& strokes, unsigned seed) {
    std::minstd_rand random(seed);
    const auto up_to = [&](double most) { return (static_cast<double>(random() % 2001) / 1000 - 1) * most; };
    const double slant = up_to(0.2), climb = up_to(0.1), wave = up_to(40), aspect = 1 + up_to(0.2);
    Ink written;
    for (const Stroke& stroke : strokes) {
        const double dx = up_to(25), dy = up_to(25), grown = 1 + up_to(0.1);
        const Point start = stroke.front();
        Stroke& by = written.emplace_back();
        for (const Point& point : stroke) {
            const double x = start.x + (point.x - start.x) * grown + dx, y = start.y + (point.y - start.y) * grown + dy;
            by.push_back({x - slant * y + wave * std::sin(y / 300) + up_to(6), (y + climb * x) * aspect + up_to(6)});
        }
    }
    return written;
}

Ink moved(const Ink& strokes, double scale_x, double scale_y, double dx, double dy) {
    Ink ink = strokes;
    for (Stroke& stroke : ink) {
        for (Point& point : stroke)
            point = {point.x * scale_x + dx, point.y * scale_y + dy};
    }
    return ink;
}

Ink joined(Ink strokes, std::size_t index) {
    strokes[index].insert(strokes[index].end(), strokes[index + 1].begin(), strokes[index + 1].end());
    strokes.erase(strokes.begin() + static_cast<std::ptrdiff_t>(index) + 1);
    return strokes;
}

std::size_t place_of(char32_t code, const std::vector<handwriting::Candidate>& candidates) {
    std::size_t place = 0;
    while (place < candidates.size() && candidates[place].character != code)
        ++place;
    return place == candidates.size() ? 10 : place;
}

}  // namespace courtyard::test
