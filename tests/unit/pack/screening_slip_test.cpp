// What is taken home says nothing of the person, unless the person wants it to.
#include "app/pack/screening_slip.hpp"
#include "app/pack/screening_json.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

domain::ScreeningAnswers injured() {
    return *parse_screening_answers(
        R"({"G1":"yes","G2":"yes","G3":"yes","G4":"yes","G5":"yes","G6":"yes","G7":"no","N1":"none","N4":"no","E":["E7"],"H":["H3"]})");
}

std::vector<SlipLine> slip(const domain::ScreeningAnswers& answers, SlipWish wish,
                           const domain::DoorNeeds& needs = {}) {
    const Pack& pack = test::demo_pack();
    return screening_slip(pack, answers, domain::screen_once(pack.screening, answers), needs, wish);
}

std::string words_of(const std::vector<SlipLine>& lines) {
    std::string out;
    for (const SlipLine& line : lines)
        out += line.text + "\n";
    return out;
}

bool says_too_much(const std::string& words) {
    for (const std::string& word : test::demo_pack().never_tell)
        if (words.find(word) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("the neutral slip has doors with place, number and papers, and no word of why") {
    const auto lines = slip(injured(), SlipWish::Neutral);
    const std::string words = words_of(lines);
    CHECK_FALSE(says_too_much(words));
    CHECK(words.find("医疗救助") != std::string::npos);
    CHECK(words.find("0199-8800012") != std::string::npos);
    CHECK(words.find("12345") != std::string::npos);
    for (const SlipLine& line : lines) {
        CHECK_FALSE(line.text.empty());
        CHECK_MESSAGE(line.text.find('{') == std::string::npos, line.text);
        CHECK_MESSAGE(line.text.find('[') == std::string::npos, line.text);
    }
    // Nothing that was answered, nothing that was found, no private door.
    for (const domain::ScreeningQuestion& question : test::demo_pack().screening.questions)
        CHECK(words.find(question.ask) == std::string::npos);
    for (const domain::Door& door : test::demo_pack().doors.doors)
        if (door.is_private) CHECK_MESSAGE(words.find(door.title) == std::string::npos, door.id << " " << door.title);
}

TEST_CASE("with the answers it says what was asked, answered and found: the control of the neutral one") {
    const std::string words = words_of(slip(injured(), SlipWish::WithAnswers));
    CHECK(says_too_much(words));
    CHECK(words.find(test::demo_pack().screening.outcome("OUT-A")->title) != std::string::npos);
    CHECK(words.find("车祸等事故受了伤") != std::string::npos);
}

TEST_CASE("the neutral slip is silent whatever was answered, and short enough for paper") {
    const Pack& pack = test::demo_pack();
    for (const domain::ScreeningQuestion& question : pack.screening.questions) {
        for (const domain::ScreeningOption& option : question.options) {
            domain::ScreeningAnswers answers = injured();
            REQUIRE(domain::set_screening_value(answers, question.key, std::vector<std::string>{option.value}));
            const auto lines = slip(answers, SlipWish::Neutral);
            CHECK_MESSAGE(!says_too_much(words_of(lines)), question.key << " " << option.value);
            CHECK(lines.size() <= 1 + 1 + kSlipDoorsMax * 4 + 1 + 1 + 3 + 1);
        }
    }
    for (const domain::DoorNeed& need : pack.doors.needs)
        CHECK_FALSE(says_too_much(words_of(slip(injured(), SlipWish::Neutral, {need.value}))));
}

TEST_CASE("messages and calls are held to discretion by the pack's check") {
    const auto problem = [](std::string_view file, std::string_view from, std::string_view to) {
        const Reading reading = read(test::with_edit(file, from, to));
        return reading.problems.empty() ? std::string{} : reading.problems.front().text();
    };
    CHECK(
        problem("text/messages.toml", "回个电话", "回个电话，您的案子有消息了").find("others must not read or hear") !=
        std::string::npos);
    CHECK(problem("text/ui.toml", "\"take_home.title\" = \"便民服务去处\"", "\"take_home.title\" = \"司法救助\"")
              .find("others must not") != std::string::npos);
    CHECK(problem("rules/doors.toml", "title = \"临时救助\"", "title = \"受害人临时救助\"").find("others must not") !=
          std::string::npos);
    CHECK(problem("rules/doors.toml", "contact = \"housing\"", "contact = \"hausing\"").find("no contact") !=
          std::string::npos);
    CHECK(problem("rules/doors.toml", "has(needs, \"jobless\")", "has(needs, \"joblos\")").find("can never be") !=
          std::string::npos);
    CHECK(problem("text/messages.toml", "回个电话", "回一个电话").empty());  // the control
}
