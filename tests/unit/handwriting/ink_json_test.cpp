#include "app/handwriting/ink_json.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace courtyard;

namespace {

std::string message_of(std::string_view text) {
    const auto lines = handwriting::parse_ink_lines(text);
    return lines ? "taken" : lines.error().message;
}

std::string code_of(std::string_view line) {
    const auto ink = handwriting::parse_ink(line);
    return ink ? "taken" : ink.error().code;
}

}  // namespace

TEST_CASE("a line is strokes of points") {
    const auto ink = handwriting::parse_ink(R"( {"strokes": [[[0, 1], [2.5, -3e2]], [[4, 5]]], "by": "anybody"} )");
    REQUIRE(ink);
    REQUIRE(ink->size() == 2);
    REQUIRE(ink->at(0).size() == 2);
    CHECK(ink->at(0)[1].x == 2.5);
    CHECK(ink->at(0)[1].y == -300);
    CHECK(ink->at(1)[0].x == 4);
    CHECK(handwriting::parse_ink(R"({"strokes":[]})")->empty());
    CHECK(handwriting::parse_ink(R"({"strokes":[[]]})")->size() == 1);
}

TEST_CASE("lines are counted with and without a last line end, and as other systems end them") {
    const std::string line = R"({"strokes":[[[1,2]]]})";
    CHECK(handwriting::parse_ink_lines("")->empty());
    CHECK(handwriting::parse_ink_lines(line)->size() == 1);
    CHECK(handwriting::parse_ink_lines(line + "\n")->size() == 1);
    CHECK(handwriting::parse_ink_lines(line + "\n" + line)->size() == 2);
    CHECK(handwriting::parse_ink_lines(line + "\r\n" + line + "\r\n")->size() == 2);
}

TEST_CASE("what is no ink says which line, which stroke and which point") {
    const std::string good = R"({"strokes":[[[1,2]]]})";
    CHECK(message_of(good + "\nxyz\n") == "line 2: this is not JSON");
    CHECK(message_of(good + "\n\n" + good) == "line 2: this is not JSON");
    CHECK(message_of(R"({"stroke":[]})") == R"(line 1: an object with a list "strokes" is expected)");
    CHECK(message_of("[]") == R"(line 1: an object with a list "strokes" is expected)");
    CHECK(message_of(R"({"strokes":{}})") == R"(line 1: an object with a list "strokes" is expected)");
    CHECK(message_of(R"({"strokes":[[[1,2]],7]})") == "line 1: stroke 2 is no list of points [x,y]");
    CHECK(message_of(R"({"strokes":[[[1,2],[3]]]})") == "line 1: stroke 1 has a point that is not [x,y]: its 2.");
    for (const std::string point : {"[1,2,3]", "[]", "null", "7", R"(["1",2])", "[null,2]", R"({"x":1,"y":2})"})
        CHECK(code_of(R"({"strokes":[[)" + point + "]]}") == "ink.shape");
    for (const std::string text : {"", "{", R"({"strokes":[[[1,2]]]} {})", R"({"strokes":[[[1e999,2]]]})",
                                   R"({"strokes":[[[NaN,2]]]})", "\xFF", R"({"strokes":[[[1,2]],]})"})
        CHECK(code_of(text) == "ink.json");
}

TEST_CASE("ten thousand points are a writing, a hundred thousand and one are not") {
    const auto line = [](std::size_t strokes, std::size_t points) {
        std::string run = "[[0,0]";
        for (std::size_t i = 1; i < points; ++i)
            run += ",[1,1]";
        run += ']';
        std::string all = R"({"strokes":[)" + run;
        for (std::size_t i = 1; i < strokes; ++i)
            all += ',' + run;
        return all + "]}";
    };
    CHECK(code_of(line(1, 10'000)) == "taken");
    CHECK(code_of(line(10, 10'000)) == "taken");
    CHECK(code_of(line(1, 100'001)) == "ink.size");
    CHECK(code_of(line(11, 10'000)) == "ink.size");
    CHECK(code_of(std::string(100'000, '[')) == "ink.json");
}
