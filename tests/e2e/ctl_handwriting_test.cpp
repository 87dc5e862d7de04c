// courtyardctl handwriting: lines of strokes in, lines of candidates out, and one sentence where that cannot be.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/support/process.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using Json = nlohmann::json;

namespace {

class Desk {
public:
    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    // With `lines` on standard input.
    [[nodiscard]] test::Ran read(const std::string& lines, const std::vector<std::string>& options = {}) const {
        write("lines", lines);
        std::vector<std::string> words = {
            "/bin/sh",    "-c",          R"(in=$1; shift; exec "$@" <"$in")",
            "sh",         path("lines"), (test::program_folder() / "courtyardctl").string(),
            "handwriting"};
        words.insert(words.end(), options.begin(), options.end());
        return test::run(words);
    }

private:
    test::TempFolder folder_;
};

std::string text_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void refused(const test::Ran& ran, int code, const std::string& says) {
    CHECK_MESSAGE(ran.code == code, ran.err);
    CHECK_MESSAGE(ran.out.empty(), ran.out);
    CHECK_MESSAGE(std::count(ran.err.begin(), ran.err.end(), '\n') == 1, ran.err);
    CHECK_MESSAGE(ran.err.find(says) != std::string::npos, ran.err);
}

// Tree with its four strokes: U+6728.
const std::string kTree =
    R"({"strokes":[[[20,35],[80,35]],[[50,10],[50,90]],[[48,37],[35,60],[15,75]],[[52,37],[65,60],[88,75]]]})";

}  // namespace

TEST_CASE("each line is answered by one line of ten candidates, best first") {
    const Desk desk;
    const test::Ran ran = desk.read(kTree + "\n{\"strokes\":[]}\n" + kTree);
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    CHECK(ran.err.empty());
    std::istringstream lines(ran.out);
    std::vector<Json> answers;
    for (std::string line; std::getline(lines, line);)
        answers.push_back(Json::parse(line));
    REQUIRE(answers.size() == 3);
    CHECK(answers[0].at("candidates").size() == 10);
    CHECK(answers[0].at("candidates")[0] == "木");
    CHECK(answers[1] == Json{{"candidates", Json::array()}});
    CHECK(answers[2] == answers[0]);
    CHECK(desk.read("").out.empty());
    CHECK(desk.read("").code == 0);
}

TEST_CASE("a bad line is named, and no line is answered") {
    const Desk desk;
    refused(desk.read(kTree + "\n{\"strokes\":[[[1]]]}\n"), 1, "standard input, line 2: stroke 1");
    refused(desk.read("hello\n" + kTree), 1, "line 1: this is not JSON");
    refused(desk.read(kTree, {"more"}), 2, "more");
    refused(desk.read(kTree, {"--model", ""}), 2, "is empty");
}

TEST_CASE("the model may be another file, and a bad one is one clear sentence") {
    const Desk desk;
    const std::string shipped = "assets/handwriting/characters.cyhw";
    CHECK(desk.read(kTree, {"--model", shipped}).out == desk.read(kTree).out);
    refused(desk.read(kTree, {"--model", desk.path("none")}), 1, "none");
    std::string damaged = text_of(shipped);
    REQUIRE(damaged.size() > 1'000'000);
    damaged[500'000] = static_cast<char>(damaged[500'000] ^ 1);
    desk.write("damaged", damaged);
    refused(desk.read(kTree, {"--model", desk.path("damaged")}), 1, "damaged: the handwriting model is damaged");
    desk.write("cut", damaged.substr(0, 400'000));
    refused(desk.read(kTree, {"--model", desk.path("cut")}), 1, "cut: the handwriting model is cut");
    desk.write("text", "not a model\n");
    refused(desk.read(kTree, {"--model", desk.path("text")}), 1, "text: this is no handwriting model");
}
