// A pen writes on the real screens, the real recogniser reads, a finger takes the character.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "app/domain/text.hpp"
#include "app/flow/typing_rule.hpp"
#include "app/handwriting/model.hpp"
#include "app/handwriting/recogniser.hpp"
#include "tests/play/templates.hpp"
#include "tests/unit/screens/kiosk_stage.hpp"

using namespace courtyard;
using namespace courtyard::flow;
using test::KioskStage;

namespace {

std::string slurp(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string pack_word(std::string_view key) { return test::demo_pack().words.text(key); }

const play::Templates& templates() {
    static const play::Templates kAll = [] {
        auto all = play::parse_templates(slurp("tests/data/handwriting/templates.txt"));
        auto names = play::parse_templates(slurp("tests/data/handwriting/names.txt"));
        REQUIRE(all.has_value());
        REQUIRE(names.has_value());
        all->merge(*names);
        return *std::move(all);
    }();
    return kAll;
}

// The worker's part of reading.
void read(KioskStage& stage) {
    static handwriting::Recogniser recogniser(
        *handwriting::parse_model(base::to_bytes(slurp("assets/handwriting/characters.cyhw"))));
    for (const Effect& effect : stage.take_effects()) {
        const auto* asked = std::get_if<RecogniseInk>(&effect);
        if (!asked) continue;
        handwriting::Ink ink;
        for (const InkStroke& stroke : asked->ink) {
            handwriting::Stroke& points = ink.emplace_back();
            for (const InkPoint& point : stroke)
                points.push_back({static_cast<double>(point.x), static_cast<double>(point.y)});
        }
        ReadInk answer{asked->ticket, {}};
        for (const auto& candidate : recogniser.recognise(ink))
            answer.characters.push_back(domain::utf8(std::u32string(1, candidate.character)));
        stage.play(answer);
    }
    stage.driver().frames(2);
}

// In small steps, as a pen is sampled.
std::vector<ImVec2> along(const std::vector<play::PenPoint>& stroke, ImVec2 min, ImVec2 max) {
    std::vector<ImVec2> points;
    for (std::size_t i = 0; i + 1 < stroke.size(); ++i)
        for (int step = 0; step < 4; ++step) {
            const float part = static_cast<float>(step) / 4;
            const float x = stroke[i].x + (stroke[i + 1].x - stroke[i].x) * part;
            const float y = stroke[i].y + (stroke[i + 1].y - stroke[i].y) * part;
            points.push_back({min.x + x / 1000 * (max.x - min.x), min.y + y / 1000 * (max.y - min.y)});
        }
    points.push_back(
        {min.x + stroke.back().x / 1000 * (max.x - min.x), min.y + stroke.back().y / 1000 * (max.y - min.y)});
    return points;
}

void write(KioskStage& stage, std::string_view text) {
    for (const auto& [character, code] : play::characters_of(text)) {
        const auto found = templates().find(code);
        REQUIRE_MESSAGE(found != templates().end(), character);
        for (const auto& stroke : found->second) {
            const auto grid = stage.driver().find(pack_word("writing.grid"));
            REQUIRE(grid);
            stage.driver().stroke(along(stroke, grid->min, grid->max));
            read(stage);
        }
        CHECK(stage.state().session.writing.ink.size() == found->second.size());
        REQUIRE_MESSAGE(stage.driver().click(character), stage.driver().last_failure());
        stage.driver().frames(2);
        CHECK(stage.state().session.writing.ink.empty());
    }
}

KioskState at_name() {
    for (const screens::Sample& sample : screens::gallery(test::demo_pack()))
        if (sample.name == "ask_name_empty") return sample.state;
    FAIL("the gallery has no empty name");
    return {};
}

void writes_a_name(platform::Size size) {
    KioskStage stage(at_name(), size);
    write(stage, "裘阿香");
    CHECK(stage.state().session.edit.text == "裘阿香");
    // Corrected in the middle: the caret one to the left, the character before it away, another one written.
    REQUIRE(stage.driver().click(pack_word("keys.left")));
    REQUIRE(stage.driver().click(pack_word("keys.erase")));
    write(stage, "小");
    CHECK(stage.state().session.edit.text == "裘小香");
}

}  // namespace

TEST_CASE("a name is written by hand and corrected in the middle, standing up") { writes_a_name({1080, 1920}); }
TEST_CASE("a name is written by hand and corrected in the middle, with the mouse of a village PC") {
    writes_a_name({1366, 768});
}

TEST_CASE("a stroke can be taken back and the grid emptied") {
    KioskStage stage(at_name(), {1080, 1920});
    const auto grid = stage.driver().find(pack_word("writing.grid"));
    REQUIRE(grid);
    for (int i = 0; i < 2; ++i)
        stage.driver().stroke({{grid->min.x + 50, grid->min.y + 80 + 40.0F * static_cast<float>(i)},
                               {grid->min.x + 250, grid->min.y + 80 + 40.0F * static_cast<float>(i)}});
    read(stage);
    CHECK(stage.state().session.writing.ink.size() == 2);
    CHECK(stage.driver().find("二"));
    REQUIRE(stage.driver().click(pack_word("writing.undo")));
    read(stage);
    CHECK(stage.state().session.writing.ink.size() == 1);
    REQUIRE(stage.driver().click(pack_word("writing.clear")));
    CHECK(stage.state().session.writing.ink.empty());
    CHECK(stage.state().session.edit.text.empty());
}

TEST_CASE("letters are pressed, the line shows them, a candidate is taken, and pages turn") {
    KioskStage stage(at_name(), {1366, 768});
    REQUIRE(stage.driver().click(pack_word("writing.tab.sound")));
    stage.driver().frames(2);
    for (const char* key : {"w", "u"})
        REQUIRE(stage.driver().click(key, 0));
    CHECK(stage.driver().has("wu"));
    SpelledOut out{stage.state().session.writing.ticket, {}};
    for (int i = 0; i < 60; ++i)
        out.offers.push_back({domain::utf8(std::u32string(1, static_cast<char32_t>(0x5434 + i))), 2});
    stage.play(out);
    stage.driver().frames(2);
    REQUIRE(stage.driver().click(pack_word("writing.page_after")));
    stage.driver().frames(2);
    CHECK(stage.state().session.writing.first_offer > 5);
    REQUIRE(stage.driver().click(pack_word("writing.page_before")));
    stage.driver().frames(2);
    CHECK(stage.state().session.writing.first_offer == 0);
    REQUIRE(stage.driver().click("吴"));
    CHECK(stage.state().session.edit.text == "吴");
    CHECK(stage.state().session.writing.letters.empty());
}

TEST_CASE("a wheel turns under a finger, steps by its buttons, and takes a touch beside the middle") {
    KioskState state;
    for (const screens::Sample& sample : screens::gallery(test::demo_pack()))
        if (sample.name == "ask_date") state = sample.state;
    KioskStage stage(state, {1080, 1920});
    const auto year = [&stage] { return stage.state().session.draft.date.year; };
    REQUIRE(year() == "1953");
    REQUIRE(stage.driver().click("1954年"));
    stage.driver().frames(2);
    CHECK(year() == "1954");
    REQUIRE(stage.driver().click(pack_word("date.less.year")));
    stage.driver().frames(2);
    CHECK(year() == "1953");
    const auto middle = stage.driver().find("1953年");
    REQUIRE(middle);
    const ImVec2 at{(middle->min.x + middle->max.x) / 2, (middle->min.y + middle->max.y) / 2};
    const float row = middle->max.y - middle->min.y;
    stage.driver().drag(at, {at.x, at.y - 2 * row}, 12);
    stage.driver().frames(4);
    CHECK(year() == "1955");
}
